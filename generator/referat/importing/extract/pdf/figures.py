"""Tables of figures that are set with tabs and drawn without lines: figures below figures, line by line.

Only figures are proof enough: labels with their values and lists of contents are set with tabs, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat.importing.extract.pdf.words import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.extract.pdf.words import Line

FEWEST_LINES = 3
FEWEST_FIGURES = 2
"""In a line, the first column not counted: a list of contents has one, the page."""
_FIGURE = re.compile(r"[-–+]?\d[\d.,]*(?:\s*%)?|[-–]")


def find_figures(lines: Sequence[Line]) -> dict[int, tuple[str, ...]]:
    """The cells of the lines that are rows of such a table, by the line's index. The line above the figures is its head
    where it has as many parts.
    """
    found: dict[int, tuple[str, ...]] = {}
    begin = 0
    while begin < len(lines):
        end = begin
        while end < len(lines) and _has_figures(lines[end]) and _is_below(lines[end], lines[max(begin, end - 1)]):
            end += 1
        if end - begin >= FEWEST_LINES:
            parts = len(lines[begin].segments)
            first = begin - 1 if begin and len(lines[begin - 1].segments) == parts else begin
            found.update((index, tuple(map(text_of, lines[index].segments))) for index in range(first, end))
        begin = max(end, begin + 1)
    return found


def _has_figures(line: Line) -> bool:
    return sum(_FIGURE.fullmatch(text_of(part)) is not None for part in line.segments[1:]) >= FEWEST_FIGURES


def _is_below(line: Line, above: Line) -> bool:
    """Whether the line's parts stand below those of the line above."""
    pairs = zip(line.segments, above.segments, strict=False)
    return len(line.segments) == len(above.segments) and all(a.x0 < b.x1 and b.x0 < a.x1 for a, b in pairs)
