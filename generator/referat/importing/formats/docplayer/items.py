"""The items of a transcript: where each begins, and what stands right by its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.formats.docplayer.lines import GROUP_HEAD, is_lost_date_head, split_lines
from referat.importing.reading import rules
from referat.importing.reading.blocks import Block, Body, DecisionStart, ItemStart
from referat.importing.reading.pieces import Piece, dropped, placed, split_claims
from referat.importing.reading.starts import Own, read_blocks
from referat.vocabulary.casenumber import alone_on_line, label_match
from referat.vocabulary.closed import strip_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat.importing.formats.docplayer.contents import Contents, TitleFound
    from referat.importing.formats.docplayer.running_heads import Sheet
    from referat.importing.ledger import Claim

_STATUS = re.compile(
    r"^\s*(?:(?P<open>Åben sag|Åbent punkt|ÅBEN SAG)|(?P<closed>Lukket sag|Lukket punkt|LUKKET SAG))(?=\s|$)"
)
_CLOSED_HEAD = re.compile(r"^lukket\b", re.IGNORECASE)
_TOP = re.compile(
    rf"(?:(?:\d{{1,3}} of \d{{1,3}}|Side:?(?: [ivxl\d]{{1,5}})?\.?|Refer(?:at)?|[A-Z]|{GROUP_HEAD})\s+){{1,5}}"
)
"""What may stand at the top of a page before the title of its item: marks of the page, the head of a group of items."""
_ATTACHMENTS = re.compile(r"Bilags(?:oversigt|liste)\b")
"""A page that lists all items' attachments repeats the items' titles."""
_NUMBERED = re.compile(r"(?<=\s)\d{1,4}[a-z]?\. (?=[A-ZÆØÅ\"])")
_CASE_LABEL = re.compile(r"(?<!\w)(?:Sagsn(?:umme)?r|Sagnr|Sagsid|J\. ?nr)[.:]{0,2}\s{0,3}$", re.IGNORECASE)
_LABELS_FIRST = re.compile(r"Sagsnr\.:(?: [A-ZÆØÅ][\wæøå ]{2,24}:){1,4} (?P<number>\S{4,30})(?=\s|$)")
_SLOT = 300
"""An item's case number stands in so many characters after its title."""


class Begun(Struct, frozen=True):
    """An item begins on a page."""

    sheet: int
    """The page's place among the pages."""
    offset: int
    """Where on the page, in the first line of its text."""
    title: TitleFound
    """Its places count from `offset` on."""


def find_starts(sheets: Sequence[Sheet], contents: Contents) -> list[Begun]:
    """Where items begin: at the top of a page, or on it at a number that is followed by the next title of the list."""
    found: list[Begun] = []
    for index, sheet in enumerate(sheets):
        text = sheet.body[0].text if sheet.body else ""
        if _ATTACHMENTS.match(text):
            continue
        for offset in _offsets(text):
            title = contents.begins_on(text[offset:])
            if title:
                found.append(Begun(index, offset, title))
    return found


def _offsets(text: str) -> Iterator[int]:
    top = _TOP.match(text)
    begins = top.end() if top else 0
    yield begins
    yield from (match.start() for match in _NUMBERED.finditer(text) if match.start() > begins)


def count_item_sheets(sheets: Sequence[Sheet], begun: Sequence[Begun]) -> int:
    """How many pages belong to items: up to the last one with the running head of a page on which an item begins.

    Where such a page has no running head, there is nothing to tell an annex by.
    """
    groups = {sheets[start.sheet].group for start in begun}
    if not groups or None in groups:
        return len(sheets)
    return max(index for index, sheet in enumerate(sheets) if sheet.group in groups) + 1


def read_items(sheets: Sequence[Sheet], begun: Sequence[Begun], own: Own) -> list[Block]:
    """The blocks of the pages: what stands before the first item, and then the items."""
    blocks: list[Block] = [Body(_between(sheets, None, begun[0] if begun else None))]
    for start, end in zip(begun, [*begun[1:], None], strict=False):
        pieces = _between(sheets, start, end)
        head = sheets[start.sheet].head
        shut = head is not None and _CLOSED_HEAD.match(head.text) is not None
        item, rest = _item(pieces[0], start.title, shut=shut)
        blocks += [item, *_parted([*rest, *pieces[1:]], item.number, own)]
    return blocks


def _between(sheets: Sequence[Sheet], start: Begun | None, end: Begun | None) -> tuple[Piece, ...]:
    """The text from one start to before the next; an empty piece after each page."""
    first = start.sheet if start else 0
    last = end.sheet if end else len(sheets) - 1
    pieces: list[Piece] = []
    for index in range(first, last + 1):
        for at, line in enumerate(sheets[index].body):
            begins = start.offset if start and index == start.sheet and at == 0 else 0
            ends = end.offset if end and index == end.sheet and at == 0 else len(line.text)
            if end and index == end.sheet and at > 0:
                break
            pieces += [line.cut(begins, ends), Piece("", line.start + ends)]
    return tuple(pieces)


def _item(first: Piece, found: TitleFound, *, shut: bool) -> tuple[ItemStart, tuple[Piece, ...]]:
    """The item's start, and the rest of its first line."""
    title = first.cut(found.start, found.end)
    rest = first.cut(max(found.end, found.number_span[1] if found.number_span else 0))
    claims = [*_number_claims(first, found), *dropped(rules.LABEL, *_before(first, found))]
    text, closed = strip_marks(title.text)
    kept = [title.cut(at, at + len(text))] if text and (at := title.text.find(text)) >= 0 else []
    claims += split_claims(title, kept, rules.STATUS_MARK)
    status = _STATUS.match(rest.text)
    if status:
        claims += dropped(rules.STATUS_MARK, rest.cut(0, status.end()))
        rest = rest.cut(status.end())
    case, case_claims, parts = _case_number(rest)
    start = ItemStart(
        number=found.number,
        title=text,
        case_number=case,
        closed=shut or bool(closed) or bool(status and status["closed"]),
        claims=(*claims, *case_claims),
    )
    return start, parts


def _number_claims(first: Piece, found: TitleFound) -> tuple[Claim, ...]:
    if found.number_span is None:
        return ()
    printed = first.cut(*found.number_span)
    at = printed.text.find(found.number or "")
    return split_claims(printed, [printed.cut(at, at + len(found.number or ""))], rules.LABEL)


def _before(first: Piece, found: TitleFound) -> tuple[Piece, ...]:
    """What stands before the title, the number apart: a page number, a stray mark."""
    before = first.cut(0, found.start)
    if found.number_span and found.number_span[0] < found.start:
        return before.without(found.number_span)
    return (before,)


def _case_number(rest: Piece) -> tuple[str | None, tuple[Claim, ...], tuple[Piece, ...]]:
    """The labelled number right after the title, and the text without it and its label."""
    values = _LABELS_FIRST.search(rest.text[:_SLOT])
    if values and alone_on_line(values["number"]):
        return values["number"], placed(rest.cut(*values.span("number"))), rest.without(values.span("number"))
    number = label_match(rest.text[:_SLOT])
    at = rest.text.find(number) if number else -1
    label = _CASE_LABEL.search(rest.text[:at]) if at >= 0 else None
    if number is None or label is None:
        return None, (), (rest,)
    ends = at + len(number)
    claims = (*dropped(rules.LABEL, rest.cut(label.start(), at)), *placed(rest.cut(at, ends)))
    return number, claims, rest.without((label.start(), ends))


def _parted(pieces: Sequence[Piece], number: str | None, own: Own) -> tuple[Block, ...]:
    """The sections and decisions in an item's text."""
    blocks: list[Block] = []
    lines: list[Piece] = []
    for line in (part for piece in pieces for part in split_lines(piece, sub_items_of=number)):
        if is_lost_date_head(line.text):
            word = line.cut(0, line.text.find(" "))
            claims = split_claims(line, (word,), rules.OWN_DECISION)
            blocks += [*read_blocks(lines, own), DecisionStart(heading=word.text.capitalize(), claims=claims)]
            lines = []
        else:
            lines.append(line)
    return (*blocks, *read_blocks(lines, own))
