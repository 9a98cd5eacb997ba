"""A document as lines, each character with its place."""

from referat.importing.document import Document
from referat.importing.ledger import Claim


def test_lines_tell_where_they_stand() -> None:
    document = Document(name="a.txt", text="Punkt 1\n\nGodkendt.", sha256="0" * 64)
    assert [(line.number, line.start, line.end, line.text) for line in document.lines] == [
        (1, 0, 7, "Punkt 1"),
        (2, 8, 8, ""),
        (3, 9, 18, "Godkendt."),
    ]
    assert document.line_at(10).number == 3


def test_a_line_of_furniture_is_blank_to_a_reader_and_keeps_its_place() -> None:
    text = "Godkendt.\nSide 2 af 7\nUdsat."
    document = Document(name="a.txt", text=text, sha256="0" * 64, furniture=(Claim(10, 21, "page-mark"),))
    assert [line.text for line in document.lines] == ["Godkendt.", "", "Udsat."]
    assert document.lines[1].end == 21
