"""One item of a page that numbers, titles or labels its items: title, slot of the case number, sections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.reading import rules
from referat.importing.reading.attachments import ATTACHMENTS, split_files
from referat.importing.reading.blocks import Aside, Block, Body, ItemStart, SectionStart
from referat.importing.reading.contents import same_title
from referat.importing.reading.pieces import Piece, dropped, split_claims
from referat.importing.reading.starts import Own, read_blocks, read_start, unmarked
from referat.vocabulary.bodies import is_same
from referat.vocabulary.casenumber import alone_on_line, label_match, parse
from referat.vocabulary.closed import strip_marks
from referat.vocabulary.item_slot import ItemSlot, read_slot_line, read_title_slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.ledger import Claim
    from referat.importing.reading.series import Numbered

SLOT = 6
"""The case number of an item stands in one of its first lines, before its first section."""
LONGEST_LABELLED = 100
"""A longer line in which a case number is labelled is prose."""
REPEATED = 0.95
_NUMBERED = re.compile(r"(?:(?:punkt|pkt\.?|nr\.?) ?(\d{1,4}[a-z]?)[.:)]?|\d{1,4}[.:)])(?:\s+|$)", re.IGNORECASE)


class Boundary(Struct, frozen=True, kw_only=True):
    """Where an item begins."""

    first: int
    """Index of its first line."""
    numbered: Numbered | None = None
    """The line with its number, where it has one."""
    title: int | None = None
    """Index of the line that is its title, where that isn't the line with its number (or the one below it)."""


class Slot(Struct, frozen=True, kw_only=True):
    """What the lines around an item's title tell of it."""

    case_number: str | None
    document_numbers: tuple[str, ...]
    closed: bool
    claims: tuple[Claim, ...]
    used: frozenset[int]
    """Indexes of the lines that are used up."""


def read_item(lines: Sequence[Piece], boundary: Boundary, own: Own) -> list[Block]:
    """Read the lines of one item. Every line is claimed by a block or handed on as text."""
    title_at, title = _title_piece(lines, boundary, own)
    claims: list[Claim] = []
    number_at = boundary.numbered.index - boundary.first if boundary.numbered else None
    if boundary.numbered and number_at is not None:
        line = lines[number_at].trimmed()
        front = Piece(line.text[: boundary.numbered.title.start - line.start], line.start)
        claims += split_claims(front, (boundary.numbered.number_piece,), rules.LABEL)
    subject, case = _split_title(title) if title else (None, None)
    text, closed = strip_marks(subject.text) if subject else (None, None)
    if title and subject:
        at = subject.text.find(text) if text else -1
        kept = (subject.cut(at, at + len(text)),) if text and at >= 0 else ()
        claims += split_claims(title, (*kept, *((case,) if case else ())), rules.STATUS_MARK)
    number = boundary.numbered.number if boundary.numbered else None
    below = [Piece("", line.start) if i == number_at else line for i, line in enumerate(lines)]
    slot = _slot(below, title_at, (number, text), own, case=case.text if case else None)
    start = ItemStart(
        number=number,
        title=text,
        case_number=case.text if case else slot.case_number,
        document_numbers=slot.document_numbers,
        closed=bool(closed) or slot.closed,
        claims=tuple(claims),
    )
    rest = [Piece("", line.start) if i in slot.used else line for i, line in enumerate(lines)]
    if boundary.numbered and number_at is not None and number_at not in title_at:
        rest[number_at] = boundary.numbered.title
    return [start, Aside(slot.claims), *_with_files(read_blocks(rest, own))]


def _with_files(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with a heading above names of files that stand right below the title."""
    lead, *others = blocks
    text, files = split_files(lead.pieces) if isinstance(lead, Body) else ((), ())
    return [Body(text), SectionStart(heading=ATTACHMENTS), Body(files), *others] if files else list(blocks)


def _split_title(title: Piece) -> tuple[Piece, Piece | None]:
    """The title, and the case number that stands before or behind it on its line."""
    found = read_title_slot(title.text)
    if found is None:
        return title, None
    return title.cut(*found.title), title.cut(*found.case) if found.case else None


def _title_piece(lines: Sequence[Piece], boundary: Boundary, own: Own) -> tuple[frozenset[int], Piece | None]:
    """The title and the lines that it uses up. A number alone on its line has its title on the next."""
    if boundary.title is not None:
        at = boundary.title - boundary.first
        return frozenset((at,)), unmarked(lines[at])
    if boundary.numbered is None:
        return frozenset(), None
    at = boundary.numbered.index - boundary.first
    if boundary.numbered.title.text:
        return frozenset((at,)), boundary.numbered.title
    below = next((i for i in range(at + 1, min(at + 3, len(lines))) if lines[i].text.strip()), None)
    if below is None or read_start(lines[below], own) or _in_slot(lines[below].text):
        return frozenset((at,)), None
    return frozenset((at, below)), unmarked(lines[below])


def _in_slot(text: str) -> bool:
    return bool(alone_on_line(text) or read_slot_line(text) or label_match(text))


def _slot(
    lines: Sequence[Piece],
    title_at: frozenset[int],
    printed: tuple[str | None, str | None],
    own: Own,
    *,
    case: str | None,
) -> Slot:
    """Numbers, marks of open and closed, and what was `printed` (number and title) once more, among the first lines.

    Where the title's line has a `case` number already, another one is text.
    """
    found: list[tuple[Piece, ItemSlot]] = []
    claims: list[Claim] = []
    used = set(title_at)
    seen = 0
    for index, line in enumerate(lines):
        text = unmarked(line)
        if index in title_at or not text.text:
            continue
        seen += 1
        if seen > SLOT or read_start(line, own):
            break
        slot, whole = _slot_line(text, own, case_known=any(slot.case for _, slot in found))
        if case and slot and slot.case and not _is_same_number(text.text[slice(*slot.case)], case):
            slot = None
        if slot:
            found.append((text, slot))
        if slot and whole:
            kept = [text.cut(*span) for span in (slot.case, *slot.documents) if span]
            claims += split_claims(text, kept, rules.LABEL if kept else rules.STATUS_MARK)
            used.add(index)
        elif _repeats(text.text, *printed):
            claims += dropped(rules.REPEATED_TITLE, text)
            used.add(index)
    return Slot(
        case_number=next((text.text[slice(*slot.case)] for text, slot in found if slot.case), None),
        document_numbers=tuple(text.text[slice(*span)] for text, slot in found for span in slot.documents),
        closed=any(slot.closed for _, slot in found),
        claims=tuple(claims),
        used=frozenset(used),
    )


def _is_same_number(one: str, other: str) -> bool:
    read, known = parse(one), parse(other)
    return one == other or (read is not None and known is not None and read.canonical == known.canonical)


def _slot_line(text: Piece, own: Own, *, case_known: bool) -> tuple[ItemSlot | None, bool]:
    """What a line below the title says, and whether it says nothing else: then it need not be kept as text."""
    slot = read_slot_line(text.text)
    if slot and not (slot.case and case_known):
        return slot, slot.body is None or is_same(text.text[slice(*slot.body)], own.body)
    alone = None if case_known else alone_on_line(text.text)
    labelled = label_match(text.text) if not case_known and len(text.text) < LONGEST_LABELLED else None
    number = alone or labelled
    if number:
        at = text.text.find(number)
        return ItemSlot(case=(at, at + len(number))), alone is not None or not text.text[at + len(number) :].strip()
    return None, False


def _repeats(text: str, number: str | None, title: str | None) -> bool:
    """Whether the line prints the title once more, with the item's number or without, or the number alone."""
    numbered = _NUMBERED.match(text)
    if numbered and numbered.end() == len(text):
        return numbered[1] is not None and numbered[1] == number
    unnumbered = text[numbered.end() :] if numbered else text
    return title is not None and any(same_title(one, title, least=REPEATED) for one in (text, unnumbered))
