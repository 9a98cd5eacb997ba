import pytest

from referat.vocabulary.outcomes import Outcome, deciding_words, outcome_of


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
        ("Tilbagesendes til forvaltningen med bemærkning, at Byrådet i dag har vedtaget planen.", Outcome.APPROVED),
        ("Anna Holm blev valgt som formand.", Outcome.ELECTED),
        ("Der blev talt længe om broens farve.", Outcome.OTHER),
        ("Afventer budgettet for 2031.", Outcome.POSTPONED),
        ("Tilbuddet blev ikke antaget.", Outcome.REJECTED),
        ("Forslaget bortfaldt. Enighed om at sende sagen til Havneudvalget.", Outcome.LAPSED),
        ("Det blev besluttet, at sagen udbygges og genbehandles.", Outcome.POSTPONED),
        ("Udvalget besluttede at tage sagen op igen i maj.", Outcome.POSTPONED),
        ("Byrådet vedtog at lade forslaget overgå til 2. behandling.", Outcome.FORWARDED),
        ("Byrådet besluttede at sende sagen til 2. behandling.", Outcome.FORWARDED),
        ("Byrådet besluttede at hjemvise sagen til udvalget.", Outcome.RETURNED),
        ("Udvalget besluttede at tage sagen af dagsordenen.", Outcome.LAPSED),
        ("Udvalget drøftede sagen og besluttede at bygge en bro.", Outcome.APPROVED),
        ("Udvalget drøftede de besluttede besparelser.", Outcome.DISCUSSED),
        ("Udvalget drøftede sagen og besluttede, at skolen ikke spørges.", Outcome.OTHER),
        ("Udvalget drøftede sagen og besluttede at afslå ansøgningen.", Outcome.REJECTED),
        ("Godkendt, idet der ikke bygges i to etager.", Outcome.APPROVED_MODIFIED),
        ("Godkendt, dog ikke punkt 3.", Outcome.APPROVED_MODIFIED),
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


def test_a_point_that_is_named_later_is_no_list_of_points() -> None:
    assert outcome_of("Godkendt. Punkt 5 blev behandlet før punkt 3, mens gæsterne var der.") is Outcome.APPROVED
    assert outcome_of("Punkt 1 godkendt. Punkt 2 godkendt.") is Outcome.APPROVED
    assert outcome_of("Punkt 1 godkendt. Punkt 2 udsat.") is Outcome.OTHER
    assert outcome_of("Punkt 1 og 2 blev godkendt. Punkt 3 blev udsat.") is Outcome.OTHER
    assert outcome_of("Punkt 1 og 2 blev godkendt, mens punkt 3 blev afvist.") is Outcome.OTHER
    assert outcome_of("Punkt 1-2 blev godkendt. Punkt 3 blev godkendt.") is Outcome.APPROVED


@pytest.mark.parametrize(
    "words", ["Godkendt. Pkt. 4 udgår.", "Punkt 7. Ny bro udsat.\nDagsordenen blev herefter godkendt."]
)
def test_an_agenda_that_a_point_was_taken_off_is_approved_with_a_change(words: str) -> None:
    assert outcome_of(words) is Outcome.APPROVED_MODIFIED


def test_the_majority_decides_and_no_minority_or_single_member() -> None:
    majority = "Et flertal (A, C og F) anbefaler sagen. Et mindretal (V) kan ikke anbefale punkt 2."

    assert outcome_of(majority) is Outcome.RECOMMENDED
    assert outcome_of("Bo Kjær (V) kan ikke anbefale sagen.\nGodkendt.") is Outcome.APPROVED
    assert outcome_of("Udvalget kan ikke anbefale sagen.") is Outcome.REJECTED


def test_a_remark_decides_nothing() -> None:
    words = (
        "3 stemte for og 2 imod. Godkendt.\n\nProtokolbemærkning fra V: Det burde være afvist. Vi ville have det udsat."
    )

    assert outcome_of(words) is Outcome.APPROVED


def test_a_proposal_after_the_decision_does_not_change_it() -> None:
    assert outcome_of("Tiltrådt. Bo Kjær (V) foreslog en bro. Forslaget blev afvist.") is Outcome.APPROVED
    assert outcome_of("Bo Kjær (V) foreslog en bro. Forslaget blev afvist. Tiltrådt.") is Outcome.APPROVED


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Bo Kjær (V) foreslog en bro. Forslaget faldt.\n\n", "Indstillingen blev herefter godkendt."),
        ("Ændringsforslag 1 blev forkastet med 5 stemmer mod 4.\n\n", "Ad 1. Godkendt.\n\nAd 2. Godkendt. Det haster."),
        ("", "Broen males i juni. Godkendt."),
        ("", "Godkendt med 5 stemmer mod 4. Bo Kjær (V) foreslog en bro."),
        ("", "**Der blev talt længe.**"),
    ],
)
def test_the_words_that_decide_come_after_the_proposals(before: str, words: str) -> None:
    assert deciding_words(before + words) == words
