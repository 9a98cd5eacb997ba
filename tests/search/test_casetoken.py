"""A case's token: one word for the full-text index, and another one for every other number."""

import re

from hypothesis import given
from hypothesis import strategies as st

from referat.search.casetoken import case_token
from referat.vocabulary.casenumber import readings_of

numbers = st.builds("{}/{}".format, st.integers(1970, 2069), st.integers(1, 9_999_999))


def test_a_token_is_the_number_with_letters_for_its_signs() -> None:
    assert case_token("2014/32918") == "sag2014x32918z"
    assert case_token("27.69.40-P19-1-23") == "sag27w69w40yp19y1y23z"


@given(numbers, numbers)
def test_no_token_is_another_ones_beginning(one: str, other: str) -> None:
    assert case_token(one).startswith(case_token(other)) == (one == other)


@given(st.from_regex(r"[0-9A-ZÆØÅ./ -]{5,20}", fullmatch=True))
def test_whatever_the_number_the_token_is_a_single_word(text: str) -> None:
    for number in readings_of(text):
        assert re.fullmatch(r"sag[a-z0-9]+z", case_token(number.canonical))
