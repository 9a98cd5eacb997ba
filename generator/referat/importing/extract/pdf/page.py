"""One page: its lines in reading order, with the tables in their places."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.extract.pdf.columns import in_reading_order
from referat.importing.extract.pdf.figures import find_figures
from referat.importing.extract.pdf.glyphs import Glyph, frame_of, read_glyphs
from referat.importing.extract.pdf.grids import Cell, Grid, find_grids
from referat.importing.extract.pdf.hyphens import join_lines
from referat.importing.extract.pdf.visible import read_painted, see
from referat.importing.extract.pdf.words import Line, Word, read_lines, read_words, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pypdfium2 import PdfPage

    from referat.importing.extract.pdf.content import HiddenKind

LONGEST_CELL = 400
"""Characters. A grid with a longer cell is there for the layout: its cells are read like pages."""

WHOLE = "page"
"""The region of rows that have the whole page's width."""


class Row(Struct, frozen=True):
    """A line of text or a row of a table, with what tells how it goes on in the next."""

    line: Line
    """Of a table: the words of its first cell that has any."""
    region: str
    """Rows with the same region have the same right margin."""
    cells: tuple[str, ...] = ()
    """Of a table."""
    columns: tuple[float, ...] = ()
    """Of a table: where its columns begin."""
    top_of_grid: bool = False


class Unseen(Struct, frozen=True):
    """Text at one height of a page that a reader doesn't see. What it says is not kept."""

    kind: HiddenKind
    baseline: int
    """In points from the top."""
    size: int
    """In points."""
    count: int
    """How many characters."""


class Page(Struct, frozen=True, kw_only=True):
    """What there is to read on a page."""

    number: int
    width: float
    height: float
    rows: tuple[Row, ...]
    hidden: tuple[Unseen, ...]
    characters: int
    """Seen or not."""
    has_pictures: bool


def read_page(page: PdfPage, number: int) -> Page:
    """Read a page.

    Raises:
        TooMuchError: it holds more than any minutes do.
    """
    frame = frame_of(page)
    glyphs = read_glyphs(page, frame)
    painted = read_painted(page, frame)
    reasons = _whole_words(glyphs, see(page, glyphs, frame, painted))
    seen = [glyph for glyph, reason in zip(glyphs, reasons, strict=True) if reason is None]
    words = read_words(glyph for glyph in seen if glyph.style.level)
    rows = _rows(words, find_grids(page, frame) if words else ())
    return Page(
        number=number,
        width=frame.size[0],
        height=frame.size[1],
        rows=(*rows, *_upright([glyph for glyph in seen if not glyph.style.level], frame.size[1])),
        hidden=tuple(_unseen(glyphs, reasons)),
        characters=len(glyphs),
        has_pictures=bool(painted.pictures),
    )


def _unseen(glyphs: Sequence[Glyph], reasons: Sequence[HiddenKind | None]) -> Iterator[Unseen]:
    """What is hidden, by its kind and its height on the page."""
    counted: Counter[tuple[HiddenKind, int, int]] = Counter()
    for glyph, reason in zip(glyphs, reasons, strict=True):
        if reason is not None:
            counted[reason, round(glyph.baseline), round(glyph.style.size)] += 1
    yield from (Unseen(*place, count) for place, count in sorted(counted.items()))


def _whole_words(glyphs: Sequence[Glyph], reasons: Sequence[HiddenKind | None]) -> list[HiddenKind | None]:
    """What is hidden, made whole: of a word that is mostly hidden nothing is kept."""
    result = list(reasons)
    begins = [index for index, glyph in enumerate(glyphs) if glyph.after_space or index == 0]
    for begin, end in pairwise([*begins, len(glyphs)]):
        found = Counter(reason for reason in reasons[begin:end] if reason)
        if found.total() * 2 >= end - begin > 0 and found:
            result[begin:end] = [found.most_common(1)[0][0]] * (end - begin)
    return result


def _upright(glyphs: Sequence[Glyph], height: float) -> Iterator[Row]:
    """What runs up or down the page, as stamps in a margin do: a line of its own below all others."""
    begins = [index for index, glyph in enumerate(glyphs) if index == 0 or glyph.after_space]
    words = tuple(
        Word(
            text="".join(glyph.text for glyph in glyphs[begin:end]),
            x0=index,
            x1=index,
            top=height / 2,
            bottom=height / 2,
            baseline=height / 2,
            size=glyphs[begin].style.size,
            bold=False,
        )
        for index, (begin, end) in enumerate(pairwise([*begins, len(glyphs)]))
    )
    if words:
        yield Row(Line(words), "upright")


def _rows(words: Sequence[Word], grids: Sequence[Grid]) -> list[Row]:
    """Text between tables in reading order, and each table at its place."""
    free: list[Word] = []
    inside: dict[Cell, list[Word]] = defaultdict(list)
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        cell = next((cell for grid in grids if (cell := grid.cell_at(x, y))), None)
        (inside[cell] if cell else free).append(word)
    lines = read_lines(free)
    rows: list[Row] = []
    above = float("-inf")
    for grid in [*sorted(grids, key=lambda grid: grid.top), None]:
        below = grid.top if grid else float("inf")
        rows += _text(line for line in lines if above <= line.baseline < below)
        if grid:
            rows += _table(grid, {cell: read_lines(inside.pop(cell, ())) for row in grid.rows for cell in row})
        above = below
    return rows


def _text(lines: Iterable[Line]) -> list[Row]:
    stretches = in_reading_order(tuple(lines))
    if len(stretches) < 2:
        return [row for stretch in stretches for row in _with_figures(stretch)]
    # A column's own lines tell where its margin is.
    return [Row(line, f"column-{index}") for index, stretch in enumerate(stretches) for line in stretch]


def _with_figures(lines: Sequence[Line]) -> Iterator[Row]:
    figures = find_figures(lines)
    for index, line in enumerate(lines):
        if index in figures:
            columns = tuple(part.x0 for part in line.segments)
            yield Row(line, "table", figures[index], columns, top_of_grid=index - 1 not in figures)
        else:
            yield Row(line, WHOLE)


def _table(grid: Grid, cells: Mapping[Cell, Sequence[Line]]) -> list[Row]:
    texts = {cell: reduce(join_lines, map(text_of, lines), "").strip() for cell, lines in cells.items()}
    if max(map(len, texts.values()), default=0) > LONGEST_CELL:
        inner = [(f"cell-{cell.x0:.0f}-{cell.top:.0f}", cells[cell]) for row in grid.rows for cell in row]
        return [Row(line, region) for region, lines in inner for line in lines]
    rows: list[Row] = []
    for row in grid.rows:
        filled = {_column(grid, cell): texts[cell] for cell in row}
        first = next((cells[cell][0] for cell in row if cells[cell]), None)
        if first:
            values = tuple(filled.get(index, "") for index in range(grid.width))
            rows.append(Row(first, "table", values, grid.columns, top_of_grid=not rows))
    return rows


def _column(grid: Grid, cell: Cell) -> int:
    return min(range(grid.width), key=lambda index: abs(grid.columns[index] - cell.x0))
