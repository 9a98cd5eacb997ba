"""Year books whose items are a line for each section: the case number, a heading, its text, decision after decision.

``05.01.02-P20-4-16 Sagsfremstilling Lamperne er …`` is three lines in one. Whether a document is printed so is told by
the lines with case numbers; then its other lines are parted too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat.vocabulary.bodies import COLLEGE
from referat.vocabulary.casenumber import alone_on_line
from referat.vocabulary.decisions import decision_head
from referat.vocabulary.run_on_headings import heading_before_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat.importing.reading.pieces import Piece

_FIRST_WORD = re.compile(r"(\S+)\s+(?=\S)")
_SENTENCE_END = re.compile(r"(?<=[.!?)]) (?=[A-ZÆØÅ])")
_NEXT_DECISION = re.compile(rf"(?:Beslutning )?[A-ZÆØÅ][^\d:.;,]{{0,60}}?(?i:{COLLEGE}),? \d\d[.-]\d\d[.-]\d{{4}} ")


def part_run_on(lines: Sequence[Piece]) -> tuple[Piece, ...]:
    """The lines, parted if the document runs its sections on; else as they are."""
    if not any(_case_end(line.text) is not None for line in lines):
        return tuple(lines)
    return tuple(part for line in lines for part in _parts(line))


def _parts(line: Piece) -> Iterator[Piece]:
    end = _case_end(line.text)
    if end is not None:
        yield line.cut(0, end)
        line = line.cut(end)
    for stretch in _stretches(line):
        heading = None if decision_head(stretch.text) else heading_before_sentence(stretch.text)
        if heading is None:
            yield stretch
        else:
            yield stretch.cut(0, heading)
            yield stretch.cut(heading)


def _case_end(text: str) -> int | None:
    """Where the case number ends that begins the line, if a section or decision follows on it."""
    first = _FIRST_WORD.match(text)
    rest = text[first.end() :] if first else ""
    begins = decision_head(rest) is not None or heading_before_sentence(rest) is not None
    return first.end(1) if first and begins and alone_on_line(first[1]) else None


def _stretches(line: Piece) -> Iterator[Piece]:
    """The line parted before each decision, and each heading, that follows the end of a sentence."""
    start = 0
    for match in _SENTENCE_END.finditer(line.text):
        after = line.text[match.end() :]
        if _NEXT_DECISION.match(after) or heading_before_sentence(after) is not None:
            yield line.cut(start, match.start())
            start = match.end()
    yield line.cut(start) if start else line
