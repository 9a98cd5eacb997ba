"""What heads a group of items goes to the items, and is no text of the item above it."""

from referat.importing.reading.groups import lift_groups, take_group
from referat.importing.reading.items import Boundary
from referat.importing.reading.pieces import Piece
from referat.vocabulary.item_groups import ItemGroup


def pieces(*lines: str) -> list[Piece]:
    return [Piece(line, 100 * index) for index, line in enumerate(lines)]


def test_an_item_begins_with_the_heading_of_its_group() -> None:
    lines = pieces("1. Lys", "Godkendt.", "", "Lukkede punkter", "", "2. Salg")
    boundaries = (Boundary(first=0), Boundary(first=5))
    assert [boundary.first for boundary in lift_groups(lines, boundaries)] == [0, 3]


def test_boundaries_that_share_a_line_are_one() -> None:
    assert lift_groups(pieces("1", "Lys"), (Boundary(first=0, title=1), Boundary(first=1))) == (
        Boundary(first=0, title=1),
    )


def test_groups_within_groups_are_told_together() -> None:
    taken = take_group(pieces("Lukkede punkter", "B. Sager til orientering", "7. Salg"))
    assert taken.group == ItemGroup("Sager til orientering", True)
    assert [line.text for line in taken.lines] == ["", "", "7. Salg"]


def test_a_group_below_the_first_section_is_text() -> None:
    assert take_group(pieces("7. Salg", "Sagsfremstilling", "Sager til orientering")).group is None
