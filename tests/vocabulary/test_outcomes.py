import pytest

from referat.vocabulary.outcomes import Outcome, describe, label, outcome_named, outcome_of


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("", Outcome.NONE),
        ("Godkendt.", Outcome.APPROVED),
        ("Indstillingen blev tiltrådt.", Outcome.APPROVED),
        ("Økonomiudvalgets indstilling tiltrådt", Outcome.APPROVED),
        ("Udvalget besluttede at bygge en bro.", Outcome.APPROVED),
        ("Godkendt, idet broen males rød.", Outcome.APPROVED_MODIFIED),
        ("Godkendt med den ændring, at det sidste punkt udgår.", Outcome.APPROVED_MODIFIED),
        ("Ikke godkendt", Outcome.REJECTED),
        ("Forslaget blev afvist.", Outcome.REJECTED),
        ("Udvalget kan ikke anbefale forslaget.", Outcome.REJECTED),
        ("Indstilles godkendt.", Outcome.RECOMMENDED),
        ("Anbefales.", Outcome.RECOMMENDED),
        ("Kulturudvalget anbefaler indstillingen.", Outcome.RECOMMENDED),
        ("Taget til efterretning.", Outcome.NOTED),
        ("Drøftet og taget til efterretning.", Outcome.NOTED),
        ("Sagen blev drøftet.", Outcome.DISCUSSED),
        ("Udvalget drøftede sagen. Udvalget godkendte indstillingen.", Outcome.APPROVED),
        ("Udvalget besluttede at udsætte sagen.", Outcome.POSTPONED),
        ("Byrådet vedtog, at punktet udgår.", Outcome.LAPSED),
        ("Mødet er aflyst.", Outcome.LAPSED),
        ("Sendt til Teknisk Udvalg", Outcome.FORWARDED),
        ("Forslaget blev oversendt til Ældreudvalget.", Outcome.FORWARDED),
        ("Tilbagesendes til forvaltningen med bemærkning, at planen er vedtaget.", Outcome.RETURNED),
        ("Anna Holm blev valgt som formand.", Outcome.ELECTED),
        ("Der blev talt længe om broens farve.", Outcome.OTHER),
    ],
)
def test_the_words_of_a_decision_tell_its_outcome(words: str, outcome: Outcome) -> None:
    assert outcome_of(words) is outcome


def test_who_was_absent_decides_nothing() -> None:
    assert outcome_of("Ikke til stede: Anna Holm (V)\n\nGodkendt.") is Outcome.APPROVED
    assert outcome_of("Fraværende: Anna Holm Godkendt") is Outcome.APPROVED
    assert outcome_of("Fraværende:\nBo Kjær (V) havde lovligt forfald.") is Outcome.NONE
    assert outcome_of("Fraværende:\nBo Kjær (V) havde meldt forfald.\nTil efterretning.") is Outcome.NOTED


def test_points_decided_one_by_one_have_an_outcome_where_they_agree() -> None:
    assert outcome_of("Ad. 1. Anbefalet, idet svaret omskrives. Ad. 2. Anbefalet.") is Outcome.RECOMMENDED
    assert outcome_of("Ad 1 godkendt, ad 2 godkendt, idet broen males.") is Outcome.APPROVED_MODIFIED
    assert outcome_of("Ad 1 godkendt, ad 2 udsat") is Outcome.OTHER


def test_what_a_vote_on_an_amendment_leads_to_counts() -> None:
    words = "Ændringsforslaget blev forkastet med 5 stemmer imod 4. Indstillingen blev herefter godkendt."

    assert outcome_of(words) is Outcome.APPROVED


def test_bringing_the_case_before_the_council_sends_it_on() -> None:
    words = "2 stemte for (A og F) og 2 stemte imod (B og C). Forslaget bortfalder. (V) begærede sagen i Byrådet."

    assert outcome_of(words) is Outcome.FORWARDED


def test_the_first_sentence_decides_and_the_tasks_after_it_do_not() -> None:
    assert outcome_of("Godkendt. Der sendes en orientering til Teknisk Udvalg.") is Outcome.APPROVED


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_a_word_and_a_sentence_for_citizens(outcome: Outcome) -> None:
    assert outcome_named(label(outcome)) is outcome
    assert outcome_named(outcome.value) is outcome
    assert describe(outcome).endswith(".")


def test_a_word_that_is_no_outcome_is_none() -> None:
    assert outcome_named("måske") is None
