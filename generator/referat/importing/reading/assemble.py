"""From blocks to items, sections and decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from referat.importing.reading.attachments import attachment_list
from referat.importing.reading.blocks import (
    AnnexStart,
    Aside,
    Block,
    Body,
    DecisionStart,
    ItemStart,
    SectionStart,
)
from referat.importing.reading.prose import Prose, Style, to_markdown
from referat.model import AgendaItem, Annex, Decision, Section
from referat.vocabulary.sections import SectionKind, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from referat.importing.ledger import Claim

Start = ItemStart | SectionStart | DecisionStart | AnnexStart


class Assembled(Struct, frozen=True, kw_only=True):
    """What the blocks of one meeting amount to."""

    preamble: str
    items: tuple[AgendaItem, ...]
    item_starts: tuple[int | None, ...]
    """Where each item begins (see `referat.importing.format.Parsed`)."""
    annexes: tuple[Annex, ...]
    claims: tuple[Claim, ...]
    joined: tuple[int, ...]
    """Where paragraphs were joined across a page break: offsets of their second halves."""


class Chapter(Struct, frozen=True):
    """A start (None before the first) and the text under it."""

    start: Start | None
    prose: Prose

    @property
    def begins(self) -> int | None:
        """The offset of the first character that it accounts for."""
        claims = (*(self.start.claims if self.start else ()), *self.prose.claims)
        return min((claim.start for claim in claims), default=None)


def assemble(blocks: Iterable[Block], style: Style) -> Assembled:
    """Put the text of `blocks` under the items, sections and decisions they begin. Nothing is left out."""
    chapters, claims = _chapters(blocks, style)
    items: list[AgendaItem] = []
    annexes: list[Annex] = []
    preamble: list[str] = []
    for chapter in chapters:
        match chapter.start:
            case ItemStart():
                items.append(_item(chapter.start, chapter.prose.text))
            case AnnexStart():
                annexes.append(Annex(title=chapter.start.title, text=chapter.prose.text))
            case SectionStart() | DecisionStart() if annexes:
                last = annexes[-1]
                annexes[-1] = replace(last, text=_stacked(last.text, _as_text(chapter.start, chapter.prose.text)))
            case SectionStart() | DecisionStart() if items:
                part = _part(chapter.start, chapter.prose.text)
                items[-1] = replace(items[-1], parts=(*items[-1].parts, part))
            case SectionStart() | DecisionStart():
                preamble.append(_as_text(chapter.start, chapter.prose.text))
            case None:
                preamble.append(chapter.prose.text)
    return Assembled(
        preamble=_stacked(*preamble),
        items=tuple(items),
        item_starts=_item_starts(chapters),
        annexes=tuple(annexes),
        claims=claims,
        joined=tuple(offset for chapter in chapters for offset in chapter.prose.joined),
    )


def _item_starts(chapters: Iterable[Chapter]) -> tuple[int | None, ...]:
    """An item without a line of its own begins with its first section."""
    begins: list[int | None] = []
    for chapter in chapters:
        if isinstance(chapter.start, ItemStart):
            begins.append(chapter.begins)
        elif begins and begins[-1] is None and not isinstance(chapter.start, AnnexStart):
            begins[-1] = chapter.begins
    return tuple(begins)


def _chapters(blocks: Iterable[Block], style: Style) -> tuple[list[Chapter], tuple[Claim, ...]]:
    starts: list[Start | None] = [None]
    bodies: list[list[Body]] = [[]]
    claims: list[Claim] = []
    for block in blocks:
        match block:
            case Body():
                bodies[-1].append(block)
            case Aside():
                claims.extend(block.claims)
            case _:
                claims.extend(block.claims)
                starts.append(block)
                bodies.append([])
    chapters = [Chapter(start, _prose(start, body, style)) for start, body in zip(starts, bodies, strict=True)]
    claims.extend(claim for chapter in chapters for claim in chapter.prose.claims)
    return chapters, tuple(sorted(claims))


def _prose(start: Start | None, bodies: list[Body], style: Style) -> Prose:
    pieces = tuple(piece for body in bodies for piece in body.pieces)
    kind = kind_of(start.heading) if isinstance(start, SectionStart) else None
    if kind is SectionKind.ATTACHMENTS:
        return attachment_list(pieces)
    return to_markdown(pieces, replace(style, clauses=kind is SectionKind.RECOMMENDATION))


def _item(start: ItemStart, text: str) -> AgendaItem:
    return AgendaItem(
        number=start.number,
        title=start.title,
        case_number=start.case_number,
        document_numbers=start.document_numbers,
        closed=start.closed,
        kle=start.kle,
        type=start.type,
        text=text,
    )


def _part(start: SectionStart | DecisionStart, text: str) -> Section | Decision:
    if isinstance(start, SectionStart):
        return Section(heading=start.heading, text=text)
    return Decision(heading=start.heading, body=start.body, date=start.date, item_number=start.item_number, text=text)


def _as_text(start: SectionStart | DecisionStart, text: str) -> str:
    """A section where the record has no room for one: its heading becomes one within the text."""
    told = [start.heading]
    if isinstance(start, DecisionStart):
        told += [start.body or "", start.date.isoformat() if start.date else ""]
    return _stacked(f"#### {' '.join(part for part in told if part)}", text)


def _stacked(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text)
