"""One meeting of a FirstAgenda export: its head, its items, and what the list of contents proves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referat.importing.diagnostics import diagnose
from referat.importing.format import UNKNOWN_DATE, UNKNOWN_NAME, Parsed
from referat.importing.formats.firstagenda.head import ITEM_HEAD, Head, read_meeting_head
from referat.importing.formats.firstagenda.items import read_item
from referat.importing.reading.assemble import assemble
from referat.importing.reading.blocks import Aside, Block, Body, ItemStart
from referat.importing.reading.contents import entries_of_items, same_title
from referat.importing.reading.prose import Style
from referat.importing.reading.repairs import words_of
from referat.importing.reading.starts import Own
from referat.model import Meeting, Minutes
from referat.vocabulary.closed import strip_marks
from referat.vocabulary.dates import weekday_agrees

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.document import Document
    from referat.importing.reading.pieces import Piece
    from referat.problems import Problem


def parse_meeting(document: Document, lines: Sequence[Piece]) -> Parsed:
    """Read the lines of one meeting."""
    begins = [i for i, line in enumerate(lines) if ITEM_HEAD.fullmatch(line.trimmed().text)]
    first = begins[0] if begins else len(lines)
    head = read_meeting_head(lines[:first])
    ends = [*begins[1:], len(lines)]
    chapters = [lines[begin:end] for begin, end in zip(begins, ends, strict=False)]
    blocks: list[Block] = [Aside(head.claims), Body(head.rest)]
    problems = _head_problems(document, head)
    numbers = [_number(chapter[0]) for chapter in chapters]
    own = Own(head.body, head.date.date if head.date else None)
    entry_of = entries_of_items(head.contents, numbers)
    items: list[tuple[int, tuple[Block, ...]]] = []
    for index, chapter in enumerate(chapters):
        entry = head.contents[entry_of[index]].title if index in entry_of else None
        item = read_item(document, chapter, own=own, contents_title=entry)
        items.append((entry_of.get(index, index), item.blocks))
        problems.extend(item.problems)
    closed = _closed_in_contents(head, entry_of)
    # Sorting keeps the order of the document among items that the list of contents does not tell apart.
    blocks.extend(block for _, part in sorted([*items, *closed], key=lambda item: item[0]) for block in part)
    problems.extend(_contents_problems(document, head, chapters, {*entry_of.values(), *(at for at, _ in closed)}))
    problems.extend(_item_problems(document, head, chapters, entry_of))
    style = Style(lone_headings=not _has_marked_headings(lines), known_words=words_of(document.text))
    assembled = assemble(blocks, style)
    if assembled.joined:
        problems.append(_joined(document, assembled.joined))
    minutes = Minutes(
        meeting=_meeting(head), preamble=assembled.preamble, items=assembled.items, annexes=assembled.annexes
    )
    return Parsed(
        minutes=minutes,
        claims=assembled.claims,
        item_starts=assembled.item_starts,
        diagnostics=tuple(problems),
        contents_count=len(head.contents) or None,
    )


def _closed_in_contents(head: Head, entry_of: dict[int, int]) -> list[tuple[int, tuple[Block, ...]]]:
    """Closed items that only the list of contents has: their place in it is their number."""
    return [
        (index, (ItemStart(number=str(index + 1), title=title, closed=True),))
        for index, entry in enumerate(head.contents)
        for title, closed in (strip_marks(entry.title),)
        if closed and entry_of and index not in entry_of.values()
    ]


def _number(line: Piece) -> str | None:
    match = ITEM_HEAD.fullmatch(line.trimmed().text)
    return match["number"] if match else None


def _has_marked_headings(lines: Sequence[Piece]) -> bool:
    return any(line.text.startswith("#") for line in lines)


def _meeting(head: Head) -> Meeting:
    told = head.meeting
    return Meeting(
        municipality=UNKNOWN_NAME,
        body=head.body or UNKNOWN_NAME,
        period=head.period,
        date=head.date.date if head.date else UNKNOWN_DATE,
        time=told.time,
        ends=told.ends,
        place=told.place,
        kind=head.kind,
        participants=told.participants,
        absent=told.absent,
    )


def _head_problems(document: Document, head: Head) -> list[Problem]:
    told, line = head.meeting.date, head.date_piece
    offset = line.start if line else None
    problems = []
    if told and not weekday_agrees(told):
        message = f"The weekday that the head names is not that of {told.date.isoformat()}"
        problems.append(diagnose("weekday_mismatch", message, document, offset))
    if told and head.date and told.date != head.date.date:
        message = f"The head line says {head.date.date.isoformat()}, the field Mødedato {told.date.isoformat()}"
        problems.append(diagnose("date_ambiguous", message, document, offset))
    return problems


def _contents_problems(
    document: Document, head: Head, chapters: Sequence[Sequence[Piece]], found: set[int]
) -> list[Problem]:
    """Entries of the list of contents that no item stands for."""
    return [
        diagnose("toc_mismatch", f"No item stands for this entry: {entry.title}", document, entry.piece.start)
        for index, entry in enumerate(head.contents)
        if index not in found and chapters
    ]


def _item_problems(
    document: Document, head: Head, chapters: Sequence[Sequence[Piece]], entry_of: dict[int, int]
) -> list[Problem]:
    """Items that the list of contents does not have."""
    problems = []
    for index, chapter in enumerate(chapters if head.contents else ()):
        line = chapter[0].trimmed()
        match = ITEM_HEAD.fullmatch(line.text)
        printed = match["title"] if match else ""
        listed = head.contents[entry_of[index]].title if index in entry_of else None
        if listed is None or not same_title(_subject(printed), _subject(listed), least=0.6):
            message = f"The list of contents does not have this item: {printed}"
            problems.append(diagnose("toc_mismatch", message, document, line.start))
    return problems


def _subject(title: str) -> str:
    return strip_marks(title)[0] or ""


def _joined(document: Document, offsets: Sequence[int]) -> Problem:
    message = f"{len(offsets)} paragraphs or tables were joined across a page break"
    return diagnose("page_break_joined", message, document, offsets[0])
