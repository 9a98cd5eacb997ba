"""Tables: those with data become lines with tabs between the cells, those that only lay out a page its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referat.importing.extract.lines import ExtractedLine
from referat.vocabulary.meeting_fields import field_of
from referat.vocabulary.sections import heading_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from selectolax.lexbor import LexborNode

    Cell = tuple[list[ExtractedLine], int, int]

WIDEST = 60
"""A cell spans at most so many columns or rows."""
MOST_CELLS = 5_000
"""What has more cells is no table that a reader could follow: it is written as text."""
_PARTS = ("thead", "tbody", "tfoot")
_LAID_OUT = "table,h1,h2,h3,h4,h5,h6,ul,ol,dl"
"""What no cell of data holds."""


def table_lines(table: LexborNode, lines_of: Callable[[LexborNode], list[ExtractedLine]]) -> list[ExtractedLine]:
    """The lines of a table, its caption first.

    Args:
        table: the element.
        lines_of: what stands in a cell.
    """
    captions = [line for child in table.iter() if child.tag == "caption" for line in lines_of(child)]
    rows = [[cell for cell in row.iter() if cell.tag in ("td", "th")] for row in _rows(table)]
    written = [[(lines_of(cell), _span(cell, "colspan"), _span(cell, "rowspan")) for cell in row] for row in rows]
    cells = [cell for row in rows for cell in row]
    if len(cells) > MOST_CELLS or any(cell.css_first(_LAID_OUT) is not None for cell in cells) or _is_form(written):
        return [*captions, *_as_text(written)]
    return [*captions, *(ExtractedLine(row) for row in _as_data(written))]


def strays(table: LexborNode) -> Iterator[LexborNode]:
    """What stands in a table and in none of its cells: the parser lets code do so, and nothing else."""
    for child in table.iter():
        if child.tag in (*_PARTS, "tr"):
            yield from strays(child)
        elif child.tag not in ("td", "th", "caption"):
            yield child


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in _PARTS:
            yield from (row for row in child.iter() if row.tag == "tr")


def _span(cell: LexborNode, name: str) -> int:
    text = cell.attributes.get(name) or ""
    return min(max(int(text), 1), WIDEST) if text.isascii() and text.isdecimal() and len(text) < 9 else 1


def _is_form(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the table has one column, or labels (or headings of sections) in its first and texts in its second."""
    if any(line.rule for row in rows for lines, _, _ in row for line in lines):
        return True
    filled = [[text for lines, _, _ in row if (text := _joined(lines))] for row in rows]
    if max(map(len, filled), default=0) <= 1:
        return True
    pairs = [row for row in filled if len(row) == 2]
    labels = sum(field_of(row[0]) is not None or heading_of(row[0]) is not None for row in pairs)
    return max(map(len, filled)) == 2 and labels * 2 >= len(pairs)


def _as_text(rows: Sequence[Sequence[Cell]]) -> list[ExtractedLine]:
    """Cell after cell; an empty line after each row."""
    found: list[ExtractedLine] = []
    for row in rows:
        found += [line for lines, _, _ in row for line in lines]
        if found and found[-1].text:
            found.append(ExtractedLine(""))
    return found


def _as_data(rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    """One line a row. What spans columns or rows leaves the others empty."""
    below: dict[int, int] = {}
    for row in rows:
        cells: list[str] = []
        for lines, wide, high in row:
            while below.get(len(cells), 0) > 0:
                below[len(cells)] -= 1
                cells.append("")
            if high > 1:
                below.update(dict.fromkeys(range(len(cells), len(cells) + wide), high - 1))
            cells += [_joined(lines), *[""] * (wide - 1)]
        if any(cells):
            yield "\t".join(cells) if len(cells) > 1 else f"{cells[0]}\t"


def _joined(lines: Sequence[ExtractedLine]) -> str:
    return " ".join(line.text.strip("*") for line in lines if line.text)
