"""How somebody was absent, as the list of a meeting's people tells it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.vocabulary.absence import Absence, AbsenceKind, read_absence

ANNA = "Anna Holm (A)"


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("Anna Holm (A)", AbsenceKind.ABSENT),
        ("Anna Holm (A) (fraværende)", AbsenceKind.ABSENT),
        ("Anna Holm (A) (fravær)", AbsenceKind.ABSENT),
        ("Anna Holm (A) (afbud)", AbsenceKind.APOLOGY),
        ("Anna Holm (A), afbud", AbsenceKind.APOLOGY),
        ("Anna Holm (A) – med afbud", AbsenceKind.APOLOGY),
        ("Anna Holm (A) havde meldt afbud", AbsenceKind.APOLOGY),
        ("Afbud: Anna Holm (A)", AbsenceKind.APOLOGY),
        ("Fraværende med afbud: Anna Holm (A)", AbsenceKind.APOLOGY),
        ("Anna Holm (A), uden afbud", AbsenceKind.NO_APOLOGY),
        ("Anna Holm (A) var fraværende uden afbud.", AbsenceKind.NO_APOLOGY),
        ("Anna Holm (A) udeblev uden afbud", AbsenceKind.NO_APOLOGY),
    ],
)
def test_an_apology_is_told_from_an_absence(printed: str, kind: AbsenceKind) -> None:
    assert read_absence(printed) == Absence(who=ANNA, kind=kind)


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Anna Holm (A) (deltog ikke i punkt 5-7)", "deltog ikke i punkt 5-7"),
        ("Anna Holm (A), ankom kl. 17.10", "ankom kl. 17.10"),
        ("Anna Holm (A) forlod mødet efter punkt 3.", "forlod mødet efter punkt 3"),
    ],
)
def test_who_was_away_for_a_part_is_told_from_who_was_not_there(printed: str, told: str) -> None:
    assert read_absence(printed) == Absence(who=ANNA, kind=AbsenceKind.PARTLY, told=told)


def test_who_came_instead_is_kept() -> None:
    assert read_absence("Anna Holm (A) (afbud, i stedet mødte Bo Kjær (V))") == Absence(
        who=ANNA, kind=AbsenceKind.APOLOGY, told="i stedet mødte Bo Kjær (V)"
    )


@pytest.mark.parametrize("printed", ["Direktør Bo Kjær, Teknik og Miljø", "Kommer Holm", "Mette Afbudsen (A)", ""])
def test_a_name_alone_says_only_that_somebody_was_absent(printed: str) -> None:
    assert read_absence(printed) == Absence(who=printed, kind=AbsenceKind.ABSENT)


@given(
    st.text(max_size=60) | st.lists(st.sampled_from([ANNA, "afbud", "(", ")", ",", "uden", "kl.", ":"])).map(" ".join)
)
def test_whatever_the_entry_says_nobody_disappears(printed: str) -> None:
    read = read_absence(printed)
    assert bool(read.who.strip()) == bool(printed.strip())
