"""The items of a transcript: where each begins, and its text parted into lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.formats.docplayer.lines import is_lost_date_head, split_lines
from referat.importing.reading import rules
from referat.importing.reading.blocks import Block, DecisionStart, ItemStart
from referat.importing.reading.pieces import Piece, dropped, placed, split_claims
from referat.importing.reading.starts import Own, read_blocks
from referat.vocabulary.casenumber import label_match
from referat.vocabulary.closed import strip_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.formats.docplayer.contents import Contents, TitleFound
    from referat.importing.formats.docplayer.running_heads import Sheet
    from referat.importing.ledger import Claim

_STATUS = re.compile(
    r"^\s*(?:(?P<open>Åben sag|Åbent punkt|ÅBEN SAG)|(?P<closed>Lukket sag|Lukket punkt|LUKKET SAG))(?=\s|$)"
)
_CLOSED_HEAD = re.compile(r"^lukket\b", re.IGNORECASE)
_SLOT = 300
"""An item's case number stands in so many characters after its title."""


class Begun(Struct, frozen=True):
    """An item begins on a page."""

    sheet: int
    """The page's place among the pages."""
    title: TitleFound


class ItemText(Struct, frozen=True, kw_only=True):
    """An item's start, and its text page by page."""

    start: ItemStart
    number: str | None
    pages: tuple[tuple[Piece, ...], ...]


def find_starts(sheets: Sequence[Sheet], contents: Contents) -> list[Begun]:
    """The pages on which an item begins."""
    found = ((index, contents.begins_on(sheet.body[0].text)) for index, sheet in enumerate(sheets) if sheet.body)
    return [Begun(index, title) for index, title in found if title]


def count_item_sheets(sheets: Sequence[Sheet], begun: Sequence[Begun]) -> int:
    """How many pages belong to items: up to the last one with the running head of a page on which an item begins.

    Where such a page has no running head, there is nothing to tell an annex by.
    """
    groups = {sheets[start.sheet].group for start in begun}
    if not groups or None in groups:
        return len(sheets)
    return max(index for index, sheet in enumerate(sheets) if sheet.group in groups) + 1


def read_items(sheets: Sequence[Sheet], begun: Sequence[Begun]) -> list[ItemText]:
    """Each item with its pages."""
    ends = [*(start.sheet for start in begun[1:]), len(sheets)]
    return [_item(sheets[start.sheet : end], start.title) for start, end in zip(begun, ends, strict=False)]


def _item(sheets: Sequence[Sheet], found: TitleFound) -> ItemText:
    first = sheets[0].body[0]
    title = first.cut(found.start, found.end)
    after = max(found.end, found.number_span[1] if found.number_span else 0)
    rest = first.cut(after)
    claims = [*_number_claims(first, found), *dropped(rules.LABEL, *_before(first, found))]
    text, closed = strip_marks(title.text)
    kept = [title.cut(at, at + len(text))] if text and (at := title.text.find(text)) >= 0 else []
    claims += split_claims(title, kept, rules.STATUS_MARK)
    status = _STATUS.match(rest.text)
    if status:
        claims += dropped(rules.STATUS_MARK, rest.cut(0, status.end()))
        rest = rest.cut(status.end())
    case, case_claims, parts = _case_number(rest)
    head = sheets[0].head
    shut = bool(closed) or bool(status and status["closed"]) or bool(head and _CLOSED_HEAD.match(head.text))
    start = ItemStart(number=found.number, title=text, case_number=case, closed=shut, claims=(*claims, *case_claims))
    pages = ((*parts, *sheets[0].body[1:]), *(sheet.body for sheet in sheets[1:]))
    return ItemText(start=start, number=found.number, pages=pages)


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
    number = label_match(rest.text[:_SLOT])
    if number is None:
        return None, (), (rest,)
    at = rest.text.find(number)
    label = re.search(r"\S*\s*\S+\s*$", rest.text[:at])
    begins = max(rest.text.rfind(" Sag", 0, at), rest.text.rfind(" J.", 0, at)) + 1 if label else at
    claims = (*dropped(rules.LABEL, rest.cut(begins, at)), *placed(rest.cut(at, at + len(number))))
    parts = (rest.cut(0, begins), rest.cut(at + len(number)))
    return number, claims, tuple(part for part in parts if part.text)


def blocks_of(item: ItemText, own: Own) -> tuple[Block, ...]:
    """The item's start, then its sections and decisions with their text."""
    blocks: list[Block] = [item.start]
    lines: list[Piece] = []
    for page in item.pages:
        for line in (part for piece in page for part in split_lines(piece, sub_items_of=item.number)):
            if is_lost_date_head(line.text):
                blocks += read_blocks(lines, own)
                lines = []
                word = line.cut(0, line.text.find(" "))
                claims = split_claims(line, (word,), rules.OWN_DECISION)
                blocks.append(DecisionStart(heading=word.text.capitalize(), claims=claims))
            else:
                lines.append(line)
        if page:
            lines.append(Piece("", page[-1].end))
    return (*blocks, *read_blocks(lines, own))
