"""Compounds are taken apart by the words around them, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.vocabulary import compounds
from referat.vocabulary.compounds import Compounds
from referat.vocabulary.inflections import base

TEXT = (
    "skole bestyrelse bestyrelsen møde møderne skolebestyrelse skolebestyrelsen skolebestyrelsesmøde havn bad stien sti"
    " havnebad kommunalbestyrelse kommunaldirektør direktør cykelsti cykelpulje cykelture pulje ture børn forslag ende"
    " efterretning retning overskud skud byggeren børnehaven haven"
)
WORDS = TEXT.split()


@pytest.mark.parametrize(
    ("word", "tails"),
    [
        ("skolebestyrelse", ("bestyrelse",)),
        ("skolebestyrelsernes", ("bestyrelsernes",)),
        ("bestyrelsesmødet", ("mødet",)),
        ("havnebad", ("bad",)),
        ("cykelsti", ("sti",)),
        ("kommunalbestyrelsen", ("bestyrelsen",)),
    ],
)
def test_a_compound_ends_in_a_word_of_the_same_texts(word: str, tails: tuple[str, ...]) -> None:
    assert Compounds(WORDS).tails(word) == tails


def test_a_compound_of_three_is_found_by_its_last_two_and_its_last_one() -> None:
    assert Compounds([*WORDS, "bestyrelsesmøde"]).tails("skolebestyrelsesmøde") == ("bestyrelsesmøde", "møde")


@pytest.mark.parametrize(
    "word", ["efterretning", "overskud", "børnene", "børnende", "byggeren", "børnehaven", "sti", "stien", ""]
)
def test_a_prefix_and_an_ending_make_no_compound(word: str) -> None:
    assert Compounds(WORDS).tails(word) == ()


def test_a_beginning_that_stands_before_one_word_only_is_no_part() -> None:
    assert Compounds(["klubhus", "hus"]).tails("klubhus") == ()


@given(st.lists(st.text("abdeknorst", min_size=1, max_size=9)), st.text("abdeknorst", max_size=20))
def test_what_a_word_ends_in_is_its_end_and_never_the_whole(words: list[str], word: str) -> None:
    tails = Compounds(words).tails(word)
    assert all(word.endswith(tail) and len(tail) < len(word) for tail in tails)
    assert tails == Compounds(words[::-1]).tails(word)


@pytest.mark.parametrize(
    ("forms", "shared"),
    [("bestyrelse bestyrelsen bestyrelser bestyrelsernes", "bestyrels"), ("sti stien stier stierne stiens", "sti")],
)
def test_the_forms_of_a_word_share_a_base(forms: str, shared: str) -> None:
    assert {base(form) for form in forms.split()} == {shared}


def plainly_taken_apart(word: str, words: list[str]) -> tuple[str, ...]:
    """The rule as it is told: at every border, whether its two sides can begin and end a compound."""
    known = {one for one in words if len(one) >= 3 and one not in compounds._NO_PARTS}
    bases = {base(one) for one in known if len(one) > 3}
    after: dict[str, set[str]] = {}
    for one in known:
        for at in range(3, len(one) - 3):
            if one[at:] in known:
                after.setdefault(one[:at], set()).add(base(one[at:]))
    heads = known | {one for one in bases if len(one) >= 4}
    heads |= {one for one, tails in after.items() if len(tails) >= 2 and one not in compounds._NO_PARTS}
    return tuple(
        word[at:]
        for at in range(3, len(word) - 2)
        if (word[:at] in heads or (word[at - 1] in "se" and word[: at - 1] in heads))
        and word[at:] not in compounds._ENDINGS
        and (word[at:] in known or (len(word[at:]) >= 5 and base(word[at:]) in bases))
    )


PIECES = st.sampled_from(["sti", "skole", "e", "s", "møde", "ene", "bad", "havn", "er", "bestyrelse", "ring", "efter"])
MADE_UP = st.lists(PIECES, min_size=1, max_size=4).map("".join)


@given(st.lists(MADE_UP, max_size=12), MADE_UP)
def test_a_word_is_taken_apart_by_the_rule_whatever_stands_around_it(words: list[str], word: str) -> None:
    made = Compounds([*words, *WORDS])
    for one in (word, *words):
        assert made.tails(one) == plainly_taken_apart(one, [*words, *WORDS])
    assert list(made.tails_of(words)) == [tail for one in words for tail in made.tails(one)]
