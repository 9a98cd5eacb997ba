"""One item of a page that numbers, titles or labels its items: title, slot of the case number, sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.reading import rules
from referat.importing.reading.blocks import Aside, Block, ItemStart
from referat.importing.reading.contents import same_title
from referat.importing.reading.pieces import Piece, dropped, split_claims
from referat.importing.reading.starts import Own, read_blocks, read_start, unmarked
from referat.vocabulary.casenumber import alone_on_line, label_match
from referat.vocabulary.closed import strip_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.ledger import Claim
    from referat.importing.reading.series import Numbered

SLOT = 6
"""The case number of an item stands in one of its first lines, before its first section."""
REPEATED = 0.95


class Boundary(Struct, frozen=True, kw_only=True):
    """Where an item begins."""

    first: int
    """Index of its first line."""
    numbered: Numbered | None = None
    """The line with its number, where it has one."""
    title: int | None = None
    """Index of the line that is its title, where it has no number."""


class Slot(Struct, frozen=True, kw_only=True):
    """What the lines around an item's title tell of it."""

    case_number: str | None
    closed: bool
    claims: tuple[Claim, ...]
    used: frozenset[int]
    """Indexes of the lines that are used up."""


def read_item(lines: Sequence[Piece], boundary: Boundary, own: Own) -> list[Block]:
    """Read the lines of one item. Every line is claimed by a block or handed on as text."""
    title_at, title = _title_piece(lines, boundary, own)
    text, closed = strip_marks(title.text) if title else (None, None)
    claims: list[Claim] = []
    if boundary.numbered:
        line = lines[boundary.numbered.index - boundary.first].trimmed()
        front = Piece(line.text[: boundary.numbered.title.start - line.start], line.start)
        claims += split_claims(front, (boundary.numbered.number_piece,), rules.LABEL)
    if title:
        at = title.text.find(text) if text else -1
        kept = (title.cut(at, at + len(text)),) if text and at >= 0 else ()
        claims += split_claims(title, kept, rules.STATUS_MARK)
    slot = _slot(lines, title_at, text, own)
    start = ItemStart(
        number=boundary.numbered.number if boundary.numbered else None,
        title=text,
        case_number=slot.case_number,
        closed=bool(closed) or slot.closed,
        claims=tuple(claims),
    )
    rest = [Piece("", line.start) if i in slot.used else line for i, line in enumerate(lines)]
    return [start, Aside(slot.claims), *read_blocks(rest, own)]


def _title_piece(lines: Sequence[Piece], boundary: Boundary, own: Own) -> tuple[frozenset[int], Piece | None]:
    """The title and the lines that it and the number use up. A number alone on its line has its title on the next."""
    if boundary.numbered is None:
        if boundary.title is None:
            return frozenset(), None
        at = boundary.title - boundary.first
        return frozenset((at,)), unmarked(lines[at])
    at = boundary.numbered.index - boundary.first
    if boundary.numbered.title.text:
        return frozenset((at,)), boundary.numbered.title
    below = next((i for i in range(at + 1, min(at + 3, len(lines))) if lines[i].text.strip()), None)
    if below is None or read_start(lines[below], own) or label_match(lines[below].text):
        return frozenset((at,)), None
    if alone_on_line(lines[below].text):
        return frozenset((at,)), None
    return frozenset((at, below)), unmarked(lines[below])


def _slot(lines: Sequence[Piece], title_at: frozenset[int], title: str | None, own: Own) -> Slot:
    """The case number, marks of open and closed, and the title printed once more, among the first lines."""
    case: str | None = None
    closed = False
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
        number = alone_on_line(text.text) or (label_match(text.text) if len(text.text) < 100 else None)
        mark = strip_marks(text.text)
        if number and case is None:
            case = number
            at = text.text.find(number)
            whole = alone_on_line(text.text) or not text.text[at + len(number) :].strip()
            if whole:
                claims += split_claims(text, (text.cut(at, at + len(number)),), rules.LABEL)
                used.add(index)
        elif mark[0] is None and mark[1] is not None:
            closed = closed or mark[1]
            claims += dropped(rules.STATUS_MARK, text)
            used.add(index)
        elif title and same_title(text.text, title, least=REPEATED):
            claims += dropped(rules.REPEATED_TITLE, text)
            used.add(index)
    return Slot(case_number=case, closed=closed, claims=tuple(claims), used=frozenset(used))
