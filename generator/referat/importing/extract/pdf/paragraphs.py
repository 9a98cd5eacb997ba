"""Which lines of a page are one paragraph: by where they begin and end and how far they stand apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.extract.pdf.page import Row, text_of
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


def measure(rows: Iterable[Sequence[Row]]) -> Measure:
    """What is usual on the pages `rows`, running heads left out."""
    pages = [[row for row in page if not row.cells] for page in rows]
    lines: dict[str, list[Line]] = defaultdict(list)
    for page in pages:
        for row in page:
            lines[row.region].append(row.line)
    margins = {region: _margin(found) for region, found in lines.items()}
    pitches = Counter(
        round(20 * (below.line.baseline - above.line.baseline) / above.line.size) / 20
        for page in pages
        for above, below in pairwise(page)
        if _is_full(above, below, margins.get(above.region, 0.0)) and _alike(above.line, below.line)
    )
    usual = [(count, -pitch) for pitch, count in pitches.items() if 0.9 <= pitch <= WIDEST_PITCH]
    count, pitch = max(usual, default=(0, -USUAL_PITCH))
    return Measure(margins, -pitch if count >= FEWEST_PAIRS else USUAL_PITCH)


def _margin(lines: Sequence[Line]) -> float:
    """Where the lines of a region end that are full.

    A region of short lines alone has no full line: there the paper's other margin is taken for this one.
    """
    prose = [line for line in lines if len(line.segments) == 1 and len(line.words) > 3] or lines
    furthest = max(line.x1 for line in prose)
    near = sum(line.x1 > furthest - 0.08 * (furthest - line.x0) for line in prose)
    return furthest if near >= FEWEST_PAIRS else furthest + 5 * max(line.size for line in prose)


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
