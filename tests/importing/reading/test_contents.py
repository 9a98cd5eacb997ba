"""A list of contents is a checksum for the items."""

import pytest

from referat.importing.reading.contents import (
    entries_of_items,
    is_cut,
    read_entries_in_line,
    read_entry,
    same_title,
)
from referat.importing.reading.pieces import Piece


def test_an_entry_has_leaders_and_a_page() -> None:
    entry = read_entry(Piece("Havnens takster.....\t3", 0))
    assert entry
    assert entry.title == "Havnens takster"
    assert read_entry(Piece("Havnens takster", 0)) is None
    assert read_entry(Piece("Og så videre... som sagt", 0)) is None


def test_a_list_on_one_line_is_parted_by_leaders_and_rising_pages() -> None:
    line = Piece(
        "Dagsorden...... 3 Tillæg nr. 17 til planen for havnen og by 4 Closed: Salg af grund.... 6 Eventuelt.... 7", 0
    )
    assert [entry.title for entry in read_entries_in_line(line)] == [
        *("Dagsorden", "Tillæg nr. 17 til planen for havnen og by", "Closed: Salg af grund", "Eventuelt"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Havnens takster", "**havnens  takster.**", True),
        ("Ny fællesbus til udflugter", "Ny fælles bus til udflugter", True),
        ("Havnens takster", "Skolernes haver", False),
        ("", "Havnens takster", False),
    ],
)
def test_titles_are_the_same_when_they_are_nearly_equal(one: str, other: str, same: bool) -> None:
    assert same_title(one, other) is same


def test_a_long_title_may_be_cut_in_the_list() -> None:
    printed = "Takster for havnens pladser og for vinteropbevaring af både på land"
    assert is_cut(printed[:45], printed)
    assert not is_cut(printed[:20], printed)


def test_the_number_tells_the_entry_and_without_numbers_the_order() -> None:
    entries = [entry for n in "abc" if (entry := read_entry(Piece(f"{n} titel.... 3", 0)))]
    assert entries_of_items(entries, ["1", "3"]) == {0: 0, 1: 2}
    assert entries_of_items(entries, ["41", "42"]) == {0: 0, 1: 1}
    assert entries_of_items([], ["1"]) == {}
