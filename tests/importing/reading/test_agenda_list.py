"""The list above the items is recognised by the items in it; closed items stand in their place where it is reached."""

from referat.importing.reading.agenda_list import add_closed, read_agenda_list
from referat.importing.reading.blocks import ItemStart
from referat.importing.reading.pieces import Piece


def pieces(*lines: str) -> list[Piece]:
    found, start = [], 0
    for line in lines:
        found.append(Piece(line, start))
        start += len(line) + 1
    return found


ITEMS = (ItemStart(number="61", title="Lys på kajen"), ItemStart(number="63", title="Bænke til torvet"))


def numbers(*lines: str) -> list[str | None]:
    entries = read_agenda_list(pieces(*lines), ITEMS).entries
    return [
        item.number if isinstance(item, ItemStart) else ITEMS[item].number for item in add_closed(entries, ITEMS)[0]
    ]


def test_lines_in_a_row_are_a_list_when_an_item_is_among_them() -> None:
    lines = pieces("Byrådet", "", "A. Sager til afgørelse", "61 Lys på kajen", "62 Salg af skur (Lukket)", "Slut.")
    found = read_agenda_list(lines, ITEMS)
    assert [entry.number for entry in found.entries] == ["61", "62"]
    assert found.lines == {2, 3, 4}


def test_titles_alone_are_a_list_too() -> None:
    assert read_agenda_list(pieces("- Lys på kajen", "- Bænke til torvet"), ITEMS).lines == {0, 1}


def test_numbered_lines_without_an_item_among_them_are_text() -> None:
    assert read_agenda_list(pieces("1. Anna Holm", "2. Bo Kjær"), ITEMS).entries == ()
    assert read_agenda_list(pieces("61. Lys på kajen", "62. Salg af skur"), ()).entries == ()


def test_a_closed_item_that_only_the_list_has_stands_in_its_place() -> None:
    assert numbers("61. Lys på kajen", "62. Salg af skur - Lukket punkt", "63. Bænke til torvet") == ["61", "62", "63"]
    assert numbers("Punkter", "62. Salg af skur (Lukket)") == ["61", "62", "63"]


def test_what_a_document_was_cut_off_before_is_not_told() -> None:
    assert numbers("61. Lys på kajen", "63. Bænke til torvet", "64. Ny bro", "65. Salg (Lukket)") == ["61", "63"]
