"""Which lines of a page are one paragraph: by where they begin and end and how far they stand apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.extract.pdf.page import WHOLE, Row
from referat.importing.extract.pdf.words import text_of
from referat.vocabulary.casenumber import alone_on_line, label_match
from referat.vocabulary.decisions import decision_head
from referat.vocabulary.sections import heading_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from referat.importing.extract.pdf.words import Line

MARK = re.compile(r"(?:[-•·*▪●◦–]|\d{1,3}[.)]|[a-zæøå]\))\s")
LEADERS = re.compile(r"\.{4,}|(?:\.\s){4,}")
APART = 1.2
"""Lines that stand further apart than so many times the usual distance are different paragraphs."""
USUAL_PITCH, WIDEST_PITCH = 1.25, 2.2
"""The distance of lines within a paragraph, in sizes: where too few lines tell, and at most."""
FEWEST_PAIRS = 3
LONG = 0.6
"""A line that is wrapped fills so much of its region."""
OTHER_SIZE = 0.06
INDENT = 0.8
HANGING = 4.5
"""The lines of a list item may begin so many sizes to the right of its mark."""


class Relation(Enum):
    """How a line follows the one above it."""

    GOES_ON = auto()
    NEW_LINE = auto()
    NEW_PARAGRAPH = auto()


class Measure(Struct, frozen=True):
    """What is usual in a document."""

    margins: dict[str, float]
    """Where full lines end, by region."""
    pitch: float
    """From baseline to baseline within a paragraph, in sizes."""


def measure(rows: Iterable[Sequence[Row]], width: float) -> Measure:
    """What is usual on pages of the `width` (in points) with the `rows`, running heads left out."""
    pages = [[row for row in page if not row.cells] for page in rows]
    lines: dict[str, list[Line]] = defaultdict(list)
    wrapped: dict[str, list[Line]] = defaultdict(list)
    for page in pages:
        for row, below in zip(page, [*page[1:], None], strict=False):
            lines[row.region].append(row.line)
            if below and below.region == row.region and _begins_low(below.line):
                wrapped[row.region].append(row.line)
    edge = {region: width if region == WHOLE else 0.0 for region in lines}
    margins = {region: _margin(found, wrapped[region], edge[region]) for region, found in lines.items()}
    pitches = Counter(
        round(20 * (below.line.baseline - above.line.baseline) / above.line.size) / 20
        for page in pages
        for above, below in pairwise(page)
        if _is_full(above, below, margins.get(above.region, 0.0)) and _alike(above.line, below.line)
    )
    usual = [(count, -pitch) for pitch, count in pitches.items() if 0.9 <= pitch <= WIDEST_PITCH]
    count, pitch = max(usual, default=(0, -USUAL_PITCH))
    return Measure(margins, -pitch if count >= FEWEST_PAIRS else USUAL_PITCH)


def _begins_low(line: Line) -> bool:
    """Whether a line begins in the middle of a sentence."""
    text = text_of(line)
    return text[0].islower() and not MARK.match(text)


def _margin(lines: Sequence[Line], wrapped: Sequence[Line], width: float) -> float:
    """Where the lines of a region end that are full: as far as a line reaches whose sentence goes on in the next.

    Without such a line the margin on the right is as wide as that on the left. `width` is 0 where there is no paper's
    edge to measure from.
    """
    left = min(line.x0 for line in lines)
    right = max(width - left, *(line.x1 for line in lines))
    long = [line.x1 for line in wrapped if line.x1 - line.x0 > LONG * (right - left)]
    return max(long, default=right)


def relate(paragraph: Sequence[Row], row: Row, usual: Measure) -> Relation:
    """How `row` follows the rows of the paragraph above it."""
    above = paragraph[-1]
    a, b = above.line, row.line
    distance = b.baseline - a.baseline
    if above.region != row.region or distance <= 0 or distance > APART * usual.pitch * max(a.size, b.size):
        return Relation.NEW_PARAGRAPH
    if not _alike(a, b):
        return Relation.NEW_PARAGRAPH
    text, text_above = text_of(b), text_of(a)
    if MARK.match(text):
        return Relation.NEW_LINE
    if _begins_part(text, text_above):
        return Relation.NEW_PARAGRAPH
    if not _is_full(above, row, usual.margins.get(row.region, 0.0)) or _is_indented(paragraph, row):
        return Relation.NEW_LINE
    return Relation.NEW_LINE if LEADERS.search(text_above) or _has_tabs(a) or _has_tabs(b) else Relation.GOES_ON


def _has_tabs(line: Line) -> bool:
    """Whether wide gaps part the line: labels and values, columns. One after the mark of a list item is none."""
    parts = line.segments
    return len(parts) > 2 or (len(parts) == 2 and not MARK.match(f"{text_of(parts[0])} "))


def _alike(a: Line, b: Line) -> bool:
    """Whether two lines are set in the same size and weight. A full bold line may end in the middle of a sentence."""
    return abs(a.size - b.size) <= OTHER_SIZE * max(a.size, b.size) and a.bold == b.bold


def _is_full(above: Row, row: Row, margin: float) -> bool:
    """Whether the first word of `row` would not have fitted at the end of the line above it."""
    first = row.line.words[0]
    space = 0.25 * above.line.size
    return above.line.x1 + space + (first.x1 - first.x0) > margin + 0.1 * above.line.size


def _is_indented(paragraph: Sequence[Row], row: Row) -> bool:
    """Whether the row begins further right than its paragraph does, or left of it: then it is another."""
    first, above = paragraph[0].line, paragraph[-1].line
    shift = (row.line.x0 - above.x0) / above.size
    if len(paragraph) == 1:
        # A first line may be indented; the lines of a list item begin right of its mark.
        hanging = MARK.match(text_of(first)) is not None
        return not -HANGING <= shift <= (HANGING if hanging else INDENT)
    return abs(shift) > INDENT


def _begins_part(text: str, above: str) -> bool:
    """Whether a line begins something of its own, whatever the line above it looks like."""
    if heading_of(text) or decision_head(text) or alone_on_line(text):
        return not above.endswith((",", "-")) and not text[0].islower()
    return label_match(text) is not None
