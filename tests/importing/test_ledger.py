"""The account of a document's characters adds up, or it is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.importing.ledger import LAYOUT, Claim, Dropped, Gap, find_gaps, make_ledger


def test_what_is_placed_and_what_is_dropped_make_up_the_whole() -> None:
    ledger = make_ledger(
        "Punkt 1: Havn\n\nGodkendt",
        [Claim(6, 7), Claim(9, 13), Claim(0, 5, "label"), Claim(7, 8, "label"), Claim(15, 23)],
    )
    assert ledger.placed == 1 + 4 + 8
    assert ledger.dropped == (Dropped("label", 2, 6), Dropped(LAYOUT, 3, 4))
    assert ledger.characters == 23


def test_the_claims_of_a_ledger_follow_each_other_without_a_gap() -> None:
    ledger = make_ledger(" a  b ", [Claim(4, 5), Claim(1, 2)])
    assert [(claim.start, claim.end) for claim in ledger.claims] == [(0, 1), (1, 2), (2, 4), (4, 5), (5, 6)]


@pytest.mark.parametrize(
    "claims",
    [[Claim(0, 2), Claim(1, 3)], [Claim(0, 4)], [Claim(2, 1)], [Claim(0, 1)]],
    ids=["overlapping", "outside", "backwards", "unclaimed text"],
)
def test_an_account_that_cannot_be_right_is_refused(claims: list[Claim]) -> None:
    with pytest.raises(ValueError, match=r"characters|claim"):
        make_ledger("abc", claims)


def test_gaps_are_trimmed_and_white_space_alone_is_none() -> None:
    assert find_gaps("ab  cd \n ef", [Claim(0, 2), Claim(9, 11)]) == (Gap(4, 6),)
    assert find_gaps("  \n ", []) == ()


@given(st.text(alphabet="ab \n", max_size=40))
def test_when_every_gap_is_claimed_the_account_can_be_made_up(text: str) -> None:
    claims = [Claim(gap.start, gap.end) for gap in find_gaps(text, [])]
    ledger = make_ledger(text, claims)
    assert ledger.placed + sum(rule.characters for rule in ledger.dropped) == len(text)


def test_claims_of_the_same_characters_have_an_order() -> None:
    assert sorted([Claim(0, 2, "label"), Claim(0, 2), Claim(0, 1, "label")]) == [
        Claim(0, 1, "label"),
        Claim(0, 2),
        Claim(0, 2, "label"),
    ]
