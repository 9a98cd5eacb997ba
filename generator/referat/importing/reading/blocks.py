"""What a format makes of a document's lines, in their order: starts of items, sections and decisions, and their text.

A format only says *what* stands where. `referat.importing.reading.assemble` makes the record of it.
"""

import datetime as dt

from msgspec import Struct

from referat.importing.ledger import Claim
from referat.importing.reading.pieces import Piece


class ItemStart(Struct, frozen=True, kw_only=True):
    """An agenda item begins."""

    number: str | None = None
    title: str | None = None
    case_number: str | None = None
    document_numbers: tuple[str, ...] = ()
    closed: bool = False
    kle: str | None = None
    type: str | None = None
    claims: tuple[Claim, ...] = ()


class SectionStart(Struct, frozen=True, kw_only=True):
    """A section begins, within the item or before the first one."""

    heading: str
    claims: tuple[Claim, ...] = ()


class DecisionStart(Struct, frozen=True, kw_only=True):
    """A decision begins. Without body and date it is the meeting's own."""

    heading: str = "Beslutning"
    body: str | None = None
    date: dt.date | None = None
    item_number: str | None = None
    claims: tuple[Claim, ...] = ()


class AnnexStart(Struct, frozen=True, kw_only=True):
    """A text of its own begins, after the last item."""

    title: str
    claims: tuple[Claim, ...] = ()


class Body(Struct, frozen=True):
    """Lines of text under whatever began last. Empty pieces separate paragraphs."""

    pieces: tuple[Piece, ...]


class Aside(Struct, frozen=True):
    """Characters that are accounted for and leave nothing in the text here."""

    claims: tuple[Claim, ...]


Block = ItemStart | SectionStart | DecisionStart | AnnexStart | Body | Aside
