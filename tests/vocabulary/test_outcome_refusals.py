"""A refusal is never shown as an approval: every verb, in every form, with every negation, in every order of words."""

import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.vocabulary.outcomes import Outcome, outcome_of

YES = {
    Outcome.APPROVED,
    Outcome.APPROVED_MODIFIED,
    Outcome.RECOMMENDED,
    Outcome.NOTED,
    Outcome.ELECTED,
}
NEVER_YES = {Outcome.REJECTED, Outcome.OTHER}

BODIES = ("Byrådet", "Udvalget", "Et enigt udvalg", "Økonomiudvalget", "Kommunalbestyrelsen i Strandby")
THINGS = ("indstillingen", "ansøgningen", "forslaget", "planen for Havnevej")
PAST = ("godkendte", "tiltrådte", "vedtog", "imødekom", "anbefalede", "bevilgede", "fulgte", "støttede")
PRESENT = ("godkender", "tiltræder", "imødekommer", "anbefaler", "bevilger", "følger")
INFINITIVES = ("godkende", "tiltræde", "vedtage", "imødekomme", "anbefale", "følge", "støtte")
PASSIVES = ("godkendes", "tiltrædes", "vedtages", "imødekommes", "anbefales", "bevilges", "følges", "støttes")
PARTICIPLES = ("godkendt", "tiltrådt", "vedtaget", "imødekommet", "anbefalet", "bevilget", "fulgt", "antaget")
NEGATIONS = ("ikke", "derfor ikke", "enstemmigt ikke", "dermed ikke", "desværre ikke")


@pytest.mark.parametrize("verb", PAST + PRESENT)
def test_a_body_that_does_not(verb: str) -> None:
    for body, negation, thing in product(BODIES, NEGATIONS, THINGS):
        assert outcome_of(f"{body} {verb} {negation} {thing}.") is Outcome.REJECTED
        assert outcome_of(f"På mødet {verb} {body} {negation} {thing}.") in NEVER_YES
        assert outcome_of(f"{thing.capitalize()} {verb} {body} {negation}.") in NEVER_YES


@pytest.mark.parametrize("verb", INFINITIVES)
def test_a_body_that_cannot_or_will_not(verb: str) -> None:
    for body, negation, thing in product(BODIES, NEGATIONS, THINGS):
        for modal in ("kan", "kunne", "vil", "ville"):
            assert outcome_of(f"{body} {modal} {negation} {verb} {thing}.") is Outcome.REJECTED
            assert outcome_of(f"{thing.capitalize()} {modal} {body} {negation} {verb}.") is Outcome.REJECTED
        assert outcome_of(f"{body} ønsker {negation} at {verb} {thing}.") is Outcome.REJECTED
        assert outcome_of(f"{body} besluttede {negation} at {verb} {thing}.") is Outcome.REJECTED
        assert outcome_of(f"{body} fandt {negation} grundlag for at {verb} {thing}.") is Outcome.REJECTED


@pytest.mark.parametrize("verb", PASSIVES)
def test_a_thing_that_is_not(verb: str) -> None:
    for negation, thing in product(NEGATIONS, THINGS):
        assert outcome_of(f"{thing.capitalize()} kan {negation} {verb}.") is Outcome.REJECTED
        assert outcome_of(f"{thing.capitalize()} kunne på det grundlag {negation} {verb}.") is Outcome.REJECTED
        assert outcome_of(f"{thing.capitalize()} {verb} {negation}.") in NEVER_YES
        assert outcome_of(f"Byrådet besluttede, at {thing} {negation} {verb}.") is Outcome.REJECTED


@pytest.mark.parametrize("verb", PARTICIPLES)
def test_a_thing_that_was_not(verb: str) -> None:
    for negation, thing in product(NEGATIONS, THINGS):
        assert outcome_of(f"{thing.capitalize()} blev {negation} {verb}.") is Outcome.REJECTED
        assert outcome_of(f"{thing.capitalize()} er {negation} {verb}, da der mangler penge.") is Outcome.REJECTED
        assert outcome_of(f"Med 4 stemmer for og 5 imod blev {thing} {negation} {verb}.") is Outcome.REJECTED
        assert outcome_of(f"{thing.capitalize()} blev, som ventet, {negation} {verb}.") is Outcome.REJECTED
        assert outcome_of(f"{thing.capitalize()} blev {negation}\n{verb}.") is Outcome.REJECTED
        assert outcome_of(f"{thing.capitalize()} blev {negation}, som ventet, {verb}.") in NEVER_YES
        assert outcome_of(f"{negation} {verb}.".capitalize()) is Outcome.REJECTED
        assert outcome_of(f"{verb} {negation}.".capitalize()) in NEVER_YES


@pytest.mark.parametrize(
    "refusing",
    [
        *("afslå ansøgningen", "afvise ansøgningen", "forkaste forslaget", "nægte tilladelse", "stemme nej"),
        *("give afslag", "meddele afslag på ansøgningen", "stemme imod forslaget", "fraråde salget"),
    ],
)
def test_a_body_that_decides_to_refuse(refusing: str) -> None:
    for body, deciding in product(BODIES, ("besluttede", "vedtog", "besluttede enstemmigt", "valgte", "godkendte")):
        assert outcome_of(f"{body} {deciding} at {refusing}.") is Outcome.REJECTED
        assert outcome_of(f"{body} {deciding}, at {refusing}.") is Outcome.REJECTED
    assert outcome_of(f"Det blev vedtaget at {refusing}, idet der mangler penge.") is Outcome.REJECTED
    assert outcome_of(f"Byrådet besluttede:\n- at {refusing}.") is Outcome.REJECTED
    assert outcome_of(f"Byrådet besluttede, idet der henvises til planen, at {refusing}.") in NEVER_YES


@pytest.mark.parametrize(
    "words",
    ["Afslag.", "Afslået.", "Afvises.", "Forkastet.", "Nedstemt.", "Forslaget faldt.", "Ansøgningen blev nægtet."],
)
def test_a_refusal_in_its_own_word(words: str) -> None:
    assert outcome_of(words) is Outcome.REJECTED


@pytest.mark.parametrize("leave", ["tilladelse", "dispensation", "tilskud", "landzonetilladelse", "kommunegaranti"])
def test_a_permission_that_is_not_given(leave: str) -> None:
    for giving in ("give", "meddele"):
        assert outcome_of(f"Udvalget besluttede ikke at {giving} {leave}.") is Outcome.REJECTED
        assert outcome_of(f"Udvalget ønsker ikke at {giving} {leave}.") is Outcome.REJECTED
        assert outcome_of(f"Udvalget besluttede, at der ikke {giving}s {leave}.") is Outcome.REJECTED
        assert outcome_of(f"Der {giving}s ikke {leave} til skiltet.") is Outcome.REJECTED
        assert outcome_of(f"Udvalget kan ikke {giving} {leave}.") is Outcome.REJECTED
        assert outcome_of(f"Godkendt, der {giving}s ikke {leave}.") is Outcome.OTHER


@pytest.mark.parametrize(
    "words",
    [
        "Byrådet ønsker ikke at sælge grunden.",
        "Byrådet besluttede ikke at sælge grunden.",
        "Byrådet besluttede, at grunden ikke sælges.",
        "Byrådet godkendte, at grunden ikke sælges.",
        "Byrådet godkendte indstillingen om afslag.",
        "Byrådet besluttede at droppe projektet.",
        "Byrådet besluttede at standse projektet.",
        "Byrådet besluttede at sige nej til tilbuddet.",
        "Udvalget fulgte ikke indstillingen, men besluttede at give tilladelse.",
        "Udvalget finder ikke, at planen bør godkendes.",
        "Et forslag om at godkende indstillingen blev forkastet.",
        "Byrådet besluttede imod forvaltningens indstilling at købe grunden.",
        "Ansøgningen blev ikke afvist.",
        "Sagen blev ikke udsat.",
        "Klagen over afslaget blev imødekommet.",
        "Indstillingen om afslag blev ikke tiltrådt.",
        "Orienteringen blev ikke taget til efterretning.",
        "Bo Kjær blev ikke valgt.",
        "Sagen blev behandlet uden at blive godkendt.",
        "Godkendt. Ansøgningen blev afvist.",
        "Ansøgningen blev afvist. Indstillingen blev godkendt.",
        "Bo Kjær (V) foreslog, at planen godkendes. Der var 3 stemmer for og 6 imod.",
        "Formanden foreslog at afvise ansøgningen. Tiltrådt.",
        "Formanden foreslog, at broen ikke bygges. Tiltrådt.",
        "Byrådet besluttede ikke at\n1. sælge grunden, godkendt\n2. købe huset, godkendt",
        "Anbefales, dog afvises punkt 3.",
        "Ad 1. Godkendt. Ad 2. Der var ikke stemning for broen.",
    ],
)
def test_what_leaves_a_doubt_sends_the_reader_to_the_words(words: str) -> None:
    assert outcome_of(words) is Outcome.OTHER


@pytest.mark.parametrize(
    "words",
    [
        "Udvalget anbefaler, at ansøgningen afslås.",
        "Udvalget anbefaler afslag.",
        "Der kunne ikke opnås flertal for indstillingen.",
        "Ingen kunne tilslutte sig forslaget.",
        "Byrådet vedtog hverken forslag A eller B.",
        "Udvalget godkendte ingen af ansøgningerne.",
        "Sagen blev drøftet, men ikke godkendt.",
    ],
)
def test_other_ways_to_say_no(words: str) -> None:
    assert outcome_of(words) is Outcome.REJECTED


@pytest.mark.parametrize(
    "words",
    [
        "Da der ikke er indsigelser, godkendes planen.",
        "Udvalget, som ikke havde bemærkninger, godkendte planen.",
        "Godkendt med 19 stemmer for og ingen imod.",
        "Godkendt. Ingen stemte imod.",
        "Godkendt uden afstemning.",
        "Ikke alene broen, men også stien blev godkendt.",
        "Godkendt. Priserne falder næste år.",
        "Godkendt. Venstre kunne ikke tiltræde indstillingen.",
        "Der var enighed om at bygge broen.",
    ],
)
def test_a_negation_of_something_else_refuses_nothing(words: str) -> None:
    assert outcome_of(words) is Outcome.APPROVED


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Godkendt med 5 stemmer for og 4 imod. Venstres ændringsforslag blev forkastet.", Outcome.APPROVED),
        ("Godkendt med 5 stemmer for og 4 imod. Et forslag om hjemvisning blev nedstemt.", Outcome.APPROVED),
        ("Venstres ændringsforslag blev forkastet, og indstillingen blev herefter godkendt.", Outcome.APPROVED),
        ("Forslaget blev forkastet, hvorefter indstillingen blev godkendt.", Outcome.APPROVED),
        ("Ændringsforslaget blev vedtaget. Indstillingen blev forkastet.", Outcome.REJECTED),
        ("Indstillingen blev forkastet. Byrådet vedtog Venstres ændringsforslag.", Outcome.REJECTED),
        ("Ændringsforslaget blev forkastet.", Outcome.OTHER),
        ("Ændringsforslaget blev vedtaget.", Outcome.OTHER),
    ],
)
def test_a_vote_on_a_counter_proposal_decides_nothing(words: str, outcome: Outcome) -> None:
    assert outcome_of(words) is outcome


@pytest.mark.parametrize(
    "words",
    [
        "EJ GODKENDT.",
        "Ej godkendt.",
        "**Ikke** godkendt.",
        "Blev ikke  godkendt.",
        "Blev ik\u00adke god\u00adkendt.",
        "Blev\u00a0ikke\u00a0godkendt.",
        "Byrådet besluttede at af-\nslå ansøgningen.",
        unicodedata.normalize("NFD", "Byrådet besluttede at afslå ansøgningen."),
    ],
)
def test_however_it_is_set_in_type(words: str) -> None:
    assert outcome_of(words) is Outcome.REJECTED


APPROVING_WORDS = (
    *PAST,
    *PRESENT,
    *PASSIVES,
    *PARTICIPLES,
    *("tog til efterretning", "tages til efterretning", "indstiller", "indstilles", "valgte", "genvalgt", "udpeger"),
    *("tilsluttede sig", "kvitterede", "vedtoges", "besluttede", "beslutter"),
)


@given(
    st.sampled_from(APPROVING_WORDS),
    st.sampled_from(NEGATIONS),
    st.sampled_from(["", *BODIES, "Indstillingen blev", "Det"]),
    st.sampled_from(["", "indstillingen", "forslaget om en bro", "at bygge en bro", "med 5 stemmer mod 4"]),
    st.booleans(),
)
def test_whatever_approves_does_not_where_it_is_negated(
    word: str, negation: str, subject: str, thing: str, negation_first: bool
) -> None:
    said = f"{negation} {word}" if negation_first else f"{word} {negation}"

    assert outcome_of(f"{subject} {said} {thing}.".strip()) not in YES
