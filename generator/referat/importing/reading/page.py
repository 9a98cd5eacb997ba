"""One meeting on one page: a head, then items, wherever a format says that they begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referat.importing.diagnostics import diagnose
from referat.importing.format import UNKNOWN_DATE, UNKNOWN_NAME, Parsed
from referat.importing.reading import rules
from referat.importing.reading.agenda_list import read_agenda_list
from referat.importing.reading.assemble import assemble
from referat.importing.reading.blocks import Aside, Block, Body, ItemStart, SectionStart
from referat.importing.reading.glued import part_glued
from referat.importing.reading.groups import lift_groups
from referat.importing.reading.page_head import Head, read_meeting_head
from referat.importing.reading.page_items import announced, read_items
from referat.importing.reading.pieces import Piece, dropped, pieces_of
from referat.importing.reading.prose import Style
from referat.importing.reading.repairs import words_of
from referat.importing.reading.starts import Own, read_blocks, read_start, unmarked
from referat.model import Meeting, Minutes
from referat.vocabulary.dates import weekday_agrees
from referat.vocabulary.decisions import decision_head, is_own
from referat.vocabulary.sections import SectionKind, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from referat.importing.document import Document
    from referat.importing.reading.items import Boundary
    from referat.problems import Problem


def read_page(document: Document, find_boundaries: Callable[[Sequence[Piece]], tuple[Boundary, ...]]) -> Parsed:
    """Read the document as one meeting.

    Args:
        document: what to read.
        find_boundaries: where the items begin, given all lines (blank where they were left out). Where it finds none,
            all that follows the head is one item.
    """
    parted = part_glued(pieces_of(document))
    lines = parted.lines
    boundaries = lift_groups(lines, find_boundaries(lines))
    first = boundaries[0].first if boundaries else _end_of_head(lines)
    agenda = read_agenda_list(lines[:first], announced(lines, boundaries))
    above = [Piece("", line.start) if index in agenda.lines else line for index, line in enumerate(lines[:first])]
    head = read_meeting_head(document, above, lines)
    own = _own(head, lines)
    items, listed = read_items(lines, boundaries, own, agenda.entries)
    contents = [lines[index] for index in agenda.lines if lines[index] not in listed]
    claims = (*dropped(rules.CONTENTS, *contents), *head.claims, *parted.claims)
    blocks: list[Block] = [Aside(claims), Body(head.rest)]
    blocks += items or _one_item(lines[first:], own)
    marked = any(line.text.startswith("#") for line in lines)
    assembled = assemble(blocks, Style(lone_headings=not marked, known_words=words_of(document.text)))
    minutes = Minutes(meeting=_meeting(head), preamble=assembled.preamble, items=assembled.items)
    return Parsed(
        minutes=minutes,
        claims=assembled.claims,
        item_starts=assembled.item_starts,
        diagnostics=_problems(document, head, boundaries),
        contents_count=len(agenda.entries) or None,
    )


def _own(head: Head, lines: Sequence[Piece]) -> Own:
    """The meeting, by the name that its decisions have. A committee that was renamed goes on deciding under the old
    name: then all decisions of that day are one other body's, and none is the meeting's.
    """
    heads = [found for line in lines if (found := decision_head(unmarked(line).text))]
    deciding = {found.body for found in heads if found.body is None or found.date == head.date}
    renamed = head.date and len(deciding) == 1 and not any(is_own(found, head.body or "", head.date) for found in heads)
    return Own((deciding.pop() if renamed else head.body) or "", head.date)


def _one_item(lines: Sequence[Piece], own: Own) -> tuple[Block, ...]:
    """All that follows the head; no item where nothing does, or only a list of contents."""
    return (ItemStart(), *read_blocks(lines, own)) if lines else ()


def _end_of_head(lines: Sequence[Piece]) -> int:
    """Where no items are found: the first line that begins a decision, or a section that is not about who was there."""
    return next((index for index, line in enumerate(lines) if _begins_item(line)), len(lines))


def _begins_item(line: Piece) -> bool:
    start = next(iter(read_start(line, Own("", None))), None)
    return start is not None and not (
        isinstance(start, SectionStart) and kind_of(start.heading) is SectionKind.ATTENDANCE
    )


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
