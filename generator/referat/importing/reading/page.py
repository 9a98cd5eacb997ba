"""One meeting on one page: a head, then items, wherever a format says that they begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referat.importing.diagnostics import diagnose
from referat.importing.format import UNKNOWN_DATE, UNKNOWN_NAME, Parsed
from referat.importing.reading import rules
from referat.importing.reading.assemble import assemble
from referat.importing.reading.blocks import Aside, Block, Body, ItemStart
from referat.importing.reading.items import Boundary, read_item
from referat.importing.reading.page_head import Head, read_meeting_head
from referat.importing.reading.pieces import Piece, dropped, pieces_of
from referat.importing.reading.prose import Style
from referat.importing.reading.repairs import words_of
from referat.importing.reading.starts import Own, read_blocks, read_start
from referat.model import Meeting, Minutes
from referat.vocabulary.dates import weekday_agrees
from referat.vocabulary.furniture import is_furniture

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from referat.importing.document import Document
    from referat.problems import Problem


def read_page(document: Document, find_boundaries: Callable[[Sequence[Piece]], tuple[Boundary, ...]]) -> Parsed:
    """Read the document as one meeting.

    Args:
        document: what to read. Lines of the web page around the minutes are left out.
        find_boundaries: where the items begin, given all lines (blank where they were left out). Where it finds none,
            all that follows the head is one item.
    """
    whole = pieces_of(document)
    furniture = [line for line in whole if is_furniture(line.text)]
    lines = [Piece("", line.start) if is_furniture(line.text) else line for line in whole]
    boundaries = find_boundaries(lines)
    first = boundaries[0].first if boundaries else _end_of_head(lines)
    head = read_meeting_head(document, lines[:first], lines)
    own = Own(head.body or "", head.date)
    blocks: list[Block] = [Aside((*dropped(rules.FURNITURE, *furniture), *head.claims)), Body(head.rest)]
    blocks += _items(lines, boundaries, own) if boundaries else [ItemStart(), *read_blocks(lines[first:], own)]
    marked = any(line.text.startswith("#") for line in lines)
    assembled = assemble(blocks, Style(lone_headings=not marked, known_words=words_of(document.text)))
    minutes = Minutes(meeting=_meeting(head), preamble=assembled.preamble, items=assembled.items)
    return Parsed(minutes=minutes, claims=assembled.claims, diagnostics=_problems(document, head, boundaries))


def _items(lines: Sequence[Piece], boundaries: Sequence[Boundary], own: Own) -> list[Block]:
    ends = [*(boundary.first for boundary in boundaries[1:]), len(lines)]
    blocks: list[Block] = []
    for boundary, end in zip(boundaries, ends, strict=True):
        blocks += read_item(lines[boundary.first : end], boundary, own)
    return blocks


def _end_of_head(lines: Sequence[Piece]) -> int:
    """Where no items are found: the first line that begins a section or a decision."""
    nobody = Own("", None)
    return next((index for index, line in enumerate(lines) if read_start(line, nobody)), len(lines))


def _meeting(head: Head) -> Meeting:
    return Meeting(
        municipality=UNKNOWN_NAME,
        body=head.body or UNKNOWN_NAME,
        period=head.period,
        date=head.date or UNKNOWN_DATE,
        time=head.time,
        ends=head.fields.ends,
        place=head.place,
        kind=head.kind,
        participants=head.fields.participants,
        absent=head.fields.absent,
    )


def _problems(document: Document, head: Head, boundaries: Sequence[Boundary]) -> tuple[Problem, ...]:
    problems = []
    if not boundaries:
        problems.append(diagnose("items_not_found", "No items were found: all text stands in one", document))
    if head.stated and not weekday_agrees(head.stated):
        message = f"The weekday that the head names is not that of {head.stated.date.isoformat()}"
        problems.append(diagnose("weekday_mismatch", message, document))
    return tuple(problems)
