"""The order in which a page is read: down one column and then the next, where there clearly are two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referat.importing.extract.pdf.words import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_LINES = 8
"""Fewer lines side by side may be a table or fields."""
LEAST_WORDS = 3.5
"""Columns of prose have more words a line than tables have in a cell, on the average."""
MOST_ACROSS = 0.25
"""The share of lines that may run over both columns: titles, mostly."""


def in_reading_order(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """The lines in stretches to be read one after another. One column is one stretch."""
    gutter = _find_gutter(lines)
    if gutter is None:
        return (tuple(lines),) if lines else ()
    stretches: list[tuple[Line, ...]] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        sides = _sides(line, gutter)
        if sides is None:
            stretches += [tuple(left), tuple(right), (line,)]
            left, right = [], []
        else:
            left += [sides[0]] if sides[0].words else []
            right += [sides[1]] if sides[1].words else []
    stretches += [tuple(left), tuple(right)]
    return tuple(stretch for stretch in stretches if stretch)


def _sides(line: Line, gutter: float) -> tuple[Line, Line] | None:
    """The line's words left and right of the gutter; None where a word or a part of the line runs across it."""
    if any(segment.x0 < gutter < segment.x1 for segment in line.segments):
        return None
    left = tuple(word for word in line.words if word.x1 <= gutter)
    return Line(left), Line(line.words[len(left) :])


def _find_gutter(lines: Sequence[Line]) -> float | None:
    if len(lines) < LEAST_LINES:
        return None
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    begins = sorted(segment.x0 for line in lines for segment in line.segments[1:])
    middles = [begin - 1 for begin in begins if x0 + 0.35 * (x1 - x0) < begin < x0 + 0.65 * (x1 - x0)]
    gutter = middles[0] if middles else None
    return gutter if gutter is not None and _is_gutter(lines, gutter) else None


def _is_gutter(lines: Sequence[Line], gutter: float) -> bool:
    split = [_sides(line, gutter) for line in lines]
    across = sum(sides is None for sides in split)
    both = [sides for sides in split if sides is not None and sides[0].words and sides[1].words]
    if len(both) < LEAST_LINES or across > MOST_ACROSS * len(lines):
        return False
    words = [min(len(left.words), len(right.words)) for left, right in both]
    return sum(words) / len(words) >= LEAST_WORDS
