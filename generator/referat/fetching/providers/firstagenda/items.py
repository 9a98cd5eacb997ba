"""An item of a publication as an outline: its number, title and case, its texts, its attachments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.fetching.providers.firstagenda.addresses import document_url
from referat.fetching.providers.firstagenda.shapes import NO_ID
from referat.fetching.providers.firstagenda.texts import (
    Surroundings,
    clean,
    is_own_decision,
    outline_texts,
    read_texts,
)
from referat.importing.extract.lines import ExtractedLine
from referat.importing.ledger import Claim
from referat.importing.outline import Beginning, Entry, Text
from referat.importing.reading import rules
from referat.importing.reading.attachments import ATTACHMENTS
from referat.importing.reading.blocks import ItemStart, SectionStart
from referat.importing.reading.pieces import Piece, split_claims
from referat.vocabulary.closed import strip_marks
from referat.vocabulary.item_types import split_type
from referat.vocabulary.portal_words import OPEN_PDF, PDF_ONLY

if TYPE_CHECKING:
    from referat.fetching.providers.firstagenda.shapes import Attached, Item

_EDGES = " ."
"""Around the names of attachments: what is left of the names of files."""
_BRACKET = re.compile(r"[\[\]\\]")


class ItemOutline(Struct, frozen=True):
    """An item, and how much of it must not be shown."""

    entries: tuple[Entry, ...]
    withheld: int = 0
    """Characters of a closed item that are no decision. They are in no entry."""


def outline_item(item: Item, around: Surroundings) -> ItemOutline:
    """Everything that the item holds. Of a closed one only what the municipality decided to publish: its decision."""
    head = _head(item)
    parts = read_texts(item, around)
    if not item.is_open:
        shown = tuple(part for part in parts if is_own_decision(part, around))
        hidden = sum(len(line.text) for part in parts if part not in shown for line in part.lines)
        names = sum(len(one.name or "") for one in item.attached or ())
        return ItemOutline((head, *outline_texts(shown, around)), withheld=hidden + names)
    texts = tuple(outline_texts(parts, around))
    if all(part.is_empty for part in parts):
        texts = (*texts, *_pdf_only(item, around.origin))
    return ItemOutline((head, *texts, *_attached(item, around.origin)))


def _head(item: Item) -> Beginning:
    number, title, case = (clean(str(value or "")) for value in (item.number, item.title, item.case_number))
    kind, text = _title(title, number, is_open=item.is_open)
    lines, claims, start = [], list[Claim](), 0
    for value, kept in ((number, (number,)), (title, (kind, text)), (case, (case,))):
        if value:
            printed = Piece(value, start)
            lines.append(value)
            claims += split_claims(printed, _found(printed, *kept), rules.STATUS_MARK)
            start += len(value) + 1
    begun = ItemStart(
        number=number.rstrip(".") or None,
        title=text,
        case_number=case or None,
        closed=not item.is_open,
        type=kind,
        claims=tuple(claims),
    )
    return Beginning(text="\n".join(lines), block=begun)


def _title(printed: str, number: str, *, is_open: bool) -> tuple[str | None, str | None]:
    """What the item is called (a decision to be made), and its title without its number and the mark of a closed item.

    An open item about something that is closed keeps that word: ``Lukket: Havnevej``.
    """
    numbered = re.match(rf"{re.escape(number.rstrip('.'))}\.\s+(?=\S)", printed) if number else None
    bare = printed[numbered.end() :] if numbered else printed
    text, closed = strip_marks(bare)
    if is_open and closed:
        text = bare
    kind, title = split_type(text or "")
    return kind, title or None


def _found(printed: Piece, *texts: str | None) -> tuple[Piece, ...]:
    """Where the texts stand, one after the other."""
    found, after = [], 0
    for text in texts:
        if text and (at := printed.text.find(text, after)) >= 0:
            after = at + len(text)
            found.append(printed.cut(at, after))
    return tuple(found)


def _pdf_only(item: Item, origin: str | None) -> tuple[Entry, ...]:
    """What readers are told where the portal has nothing but a PDF."""
    documents = [field.document for field in item.fields or () if field.document and field.document != NO_ID]
    url = document_url(origin, documents[0]) if documents else None
    if not documents:
        return ()
    link = f": [{OPEN_PDF}]({url})." if url else "."
    return (Text((ExtractedLine(f"{PDF_ONLY}{link}"),)),)


def _attached(item: Item, origin: str | None) -> tuple[Entry, ...]:
    lines = tuple(ExtractedLine(f"- {_link(one, origin)}") for one in item.attached or () if _name(one))
    return (Beginning(text="", block=SectionStart(heading=ATTACHMENTS)), Text(lines)) if lines else ()


def _name(one: Attached) -> str:
    return clean(one.name or "").strip(_EDGES)


def _link(one: Attached, origin: str | None) -> str:
    url = document_url(origin, one.id or "") if one.has_pdf else None
    name = _BRACKET.sub(r"\\\g<0>", _name(one))
    return f"[{name}]({url})" if url else name
