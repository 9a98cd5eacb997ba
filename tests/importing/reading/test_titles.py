"""A title is mended only where the list of contents proves that letters were lost."""

import pytest

from referat.importing.reading.titles import mend_title


def mended(printed: str, contents: str, repeated: str | None = None) -> str | None:
    found = mend_title(printed, contents, repeated)
    return found.title if found else None


def test_a_word_that_lost_letters_inside_is_made_whole() -> None:
    assert mended("Budgetopfølging 2024", "Budgetopfølgning 2024") == "Budgetopfølgning 2024"
    assert (
        mended("Om Kommuplanens ramme", "Om Kommuneplanens ramme", "Om Kommuneplanens ramme")
        == "Om Kommuneplanens ramme"
    )


def test_the_place_of_the_damaged_word_is_told() -> None:
    found = mend_title("Ny Budgetopfølging", "Ny Budgetopfølgning", None)
    assert found
    assert ("Ny Budgetopfølging"[found.start : found.end], found.whole) == ("Budgetopfølging", "Budgetopfølgning")


@pytest.mark.parametrize(
    ("printed", "contents"),
    [
        ("Ny fælles bus", "Ny fællesbus"),  # words parted otherwise
        ("Kommuneplan 2024", "Kommuneplanen 2024"),  # another form of the word
        ("Skolehaver", "Skolegårdshaver"),  # too much is missing
        ("Takst", "Takster"),  # too short to tell
        ("Budgetopfølging for haver", "Budgetopfølgning for gader"),  # another title
        ("Budgetopfølgning", "Budgetopfølging"),  # the list has the damaged one
    ],
)
def test_what_may_be_another_word_is_left(printed: str, contents: str) -> None:
    assert mended(printed, contents) is None


def test_a_title_printed_once_more_can_gainsay_the_list() -> None:
    assert mended("Budgetopfølging", "Budgetopfølgning", "Budgetopfølging") is None
