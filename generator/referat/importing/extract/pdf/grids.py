"""Tables that are drawn with lines: where the cells are."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium
from msgspec import Struct

from referat.importing.extract.pdf.limits import DEEPEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdfium2 import PdfMatrix, PdfObject, PdfPage

    from referat.importing.extract.pdf.glyphs import Frame

THIN = 2.5
"""Points: a filled box that is not wider is a line."""
SHORTEST = 6.0
"""Points: shorter strokes are signs and not the borders of cells."""
TOLERANCE = 3.0
MOST_EDGES = 4_000
MOST_SEGMENTS = 400
"""Of one path: a drawing has more."""


class Cell(Struct, frozen=True, order=True):
    """The inside of a table's cell."""

    top: float
    x0: float
    x1: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in it."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


class Grid(Struct, frozen=True):
    """A table's cells, row by row. A row may lack cells that another has."""

    rows: tuple[tuple[Cell, ...], ...]
    columns: tuple[float, ...]
    """Where the columns begin."""

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.rows[0][0].top

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return max(cell.bottom for cell in self.rows[-1])

    def cell_at(self, x: float, y: float) -> Cell | None:
        """The cell that the point lies in."""
        if not self.top <= y <= self.bottom:
            return None
        return next((cell for row in self.rows for cell in row if cell.holds(x, y)), None)

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.columns)


def find_grids(page: PdfPage, frame: Frame) -> tuple[Grid, ...]:
    """The tables on a page that are drawn with lines, with at least two columns and two rows."""
    paths = page.get_objects([pdfium.FPDF_PAGEOBJ_PATH], max_depth=DEEPEST)
    edges = [edge for path in paths for edge in _edges_of(path, frame)]
    if not 6 <= len(edges) <= MOST_EDGES:
        return ()
    # Only files with tables pay for loading it.
    from pdfplumber import table

    merged = table.merge_edges(edges, TOLERANCE, TOLERANCE, TOLERANCE, TOLERANCE)
    crossings = table.edges_to_intersections(merged, TOLERANCE, TOLERANCE)
    found = table.cells_to_tables(table.intersections_to_cells(crossings))
    grids = (_grid(cells) for cells in found)
    return tuple(grid for grid in grids if grid.width > 1 and len(grid.rows) > 1)


def _grid(cells: Sequence[tuple[float, float, float, float]]) -> Grid:
    rows: dict[float, list[Cell]] = {}
    for x0, top, x1, bottom in cells:
        rows.setdefault(round(top, 1), []).append(Cell(float(top), float(x0), float(x1), float(bottom)))
    columns = sorted({round(cell.x0, 1) for row in rows.values() for cell in row})
    ordered = tuple(tuple(sorted(rows[top], key=lambda cell: cell.x0)) for top in sorted(rows))
    return Grid(ordered, tuple(columns))


def _edges_of(thing: PdfObject, frame: Frame) -> Iterator[dict[str, Any]]:
    """The level and upright strokes of a path, as pdfplumber takes them."""
    count = pdfium.FPDFPath_CountSegments(thing)
    if not 2 <= count <= MOST_SEGMENTS or not _is_painted(thing):
        return
    points = [(kind, *frame.place(*_on_page(thing, x, y))) for kind, x, y in _segments(thing, count)]
    xs, ys = [point[1] for point in points], [point[2] for point in points]
    if max(xs) - min(xs) <= THIN or max(ys) - min(ys) <= THIN:
        yield from _edge(min(xs), min(ys), max(xs), max(ys))
        return
    start = before = points[0]
    for point in points[1:]:
        if point[0] == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        else:
            yield from _edge(before[1], before[2], point[1], point[2])
        before = point
    yield from _edge(before[1], before[2], start[1], start[2])


def _edge(ax: float, ay: float, bx: float, by: float) -> Iterator[dict[str, Any]]:
    x0, x1, top, bottom = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
    if x1 - x0 >= SHORTEST and bottom - top <= THIN:
        middle = (top + bottom) / 2
        yield {"x0": x0, "x1": x1, "top": middle, "bottom": middle, "width": x1 - x0, "height": 0, "orientation": "h"}
    elif bottom - top >= SHORTEST and x1 - x0 <= THIN:
        middle = (x0 + x1) / 2
        yield {"x0": middle, "x1": middle, "top": top, "bottom": bottom, "width": 0, "height": bottom - top} | {
            "orientation": "v"
        }


def _is_painted(thing: PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(thing, fill, stroke)
    return bool(fill.value or stroke.value)


def _segments(thing: PdfObject, count: int) -> Iterator[tuple[int, float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(thing, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        yield pdfium.FPDFPathSegment_GetType(segment), x.value, y.value


def _on_page(thing: PdfObject, x: float, y: float) -> tuple[float, float]:
    """The point of a path on the page, out of the path's own matrix and all the forms that it stands in."""
    matrix: PdfMatrix = thing.get_matrix()
    x, y = matrix.on_point(x, y)
    form = thing.container
    while form is not None:
        x, y = form.get_matrix().on_point(x, y)
        form = form.container
    return x, y
