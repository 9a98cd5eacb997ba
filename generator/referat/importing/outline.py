"""Sources that tell themselves what stands where: a portal's answer, with fields for what a PDF only shows.

Whoever reads one writes down its outline: lines, and what begins on them. The outline becomes a document and the blocks
of the formats' reading machinery, so that such a source is accounted for, audited and checked like any other.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from referat.importing.assess import Assessed, assess
from referat.importing.diagnostics import diagnose
from referat.importing.document import Document
from referat.importing.extract.lines import ExtractedLine, furniture_of
from referat.importing.format import Format, Parsed
from referat.importing.ledger import Claim, Ledger
from referat.importing.reading.assemble import assemble
from referat.importing.reading.blocks import Aside, Block, Body, DecisionStart, ItemStart, SectionStart
from referat.importing.reading.items import Boundary, read_item
from referat.importing.reading.pieces import piece_of
from referat.importing.reading.prose import Style
from referat.importing.reading.series import read_numbered
from referat.importing.settle import settle
from referat.model import Meeting, Minutes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.document import Line
    from referat.importing.reading.starts import Own


class Beginning(Struct, frozen=True, kw_only=True):
    """Lines on which something begins, or that hold values of the meeting."""

    text: str
    """One line or more; nothing in it is damaged any more."""
    block: ItemStart | SectionStart | DecisionStart | Aside
    """Its claims count from the beginning of `text`."""


class Text(Struct, frozen=True):
    """Lines of text under whatever began last. They are a paragraph of their own."""

    lines: tuple[ExtractedLine, ...]


class ItemLines(Struct, frozen=True):
    """The lines of a whole item, its title first, of a source that tells no more: the words tell what each line is."""

    lines: tuple[ExtractedLine, ...]
    own: Own


Entry = Beginning | Text | ItemLines


class Outline(Struct, frozen=True, kw_only=True):
    """All that one source holds."""

    entries: tuple[Entry, ...]
    """In the order of the source."""
    meeting: Meeting
    """What its fields tell of the meeting."""
    remarks: tuple[tuple[str, str], ...] = ()
    """What there is to say about it: the code and the message of a diagnostic."""
    format: str
    """What a record's source names as its format."""
    title: str
    """What people call it."""
    data: bytes
    """The source as it came."""
    name: str
    """By which problems call it."""
    url: str | None = None
    """Where it was published."""


class OutlineRead(Struct, frozen=True, kw_only=True):
    """What was understood of one source, and the account of it."""

    document: Document
    ledger: Ledger
    assessed: Assessed


def told(text: str) -> Beginning:
    """A value that the record has a field for."""
    return Beginning(text=text, block=Aside((Claim(0, len(text)),)))


def read_outline(outline: Outline) -> OutlineRead:
    """The record that the outline amounts to, audited: what did not arrive in it stands among the unplaced text."""
    document, parsed = _composed(outline)
    (settled,), ledger = settle(document, (parsed,))
    return OutlineRead(document=document, ledger=ledger, assessed=assess(document, outline.format, settled))


def to_document(outline: Outline) -> Document:
    """The outline as a document that an import reads like any other."""
    return _composed(outline)[0]


def _composed(outline: Outline) -> tuple[Document, Parsed]:
    document, blocks = _with_blocks(outline)
    assembled = assemble(blocks, Style())
    parsed = Parsed(
        minutes=Minutes(meeting=outline.meeting, preamble=assembled.preamble, items=assembled.items),
        claims=assembled.claims,
        item_starts=assembled.item_starts,
        diagnostics=tuple(diagnose(code, said, document) for code, said in outline.remarks),
    )
    read = Format(name=outline.format, title=outline.title, score=lambda _: 1.0, parse=lambda _: (parsed,))
    return replace(document, own_format=read), parsed


def _with_blocks(outline: Outline) -> tuple[Document, tuple[Block, ...]]:
    entries = [(entry, _lines(entry)) for entry in outline.entries]
    lines = [line for _, written in entries for line in written]
    texts = [line.text for line in lines]
    document = Document(
        name=outline.name,
        text="\n".join(texts),
        sha256=hashlib.sha256(outline.data).hexdigest(),
        furniture=furniture_of(lines, texts),
        url=outline.url,
    )
    blocks: list[Block] = []
    position = 0
    for entry, written in entries:
        blocks += _blocks(entry, document.lines[position : position + len(written)])
        position += len(written)
    return document, tuple(blocks)


def _lines(entry: Entry) -> Sequence[ExtractedLine]:
    if isinstance(entry, Beginning):
        return [ExtractedLine(line) for line in entry.text.split("\n")]
    return (*entry.lines, ExtractedLine(""))


def _blocks(entry: Entry, lines: Sequence[Line]) -> Sequence[Block]:
    pieces = tuple(map(piece_of, lines))
    match entry:
        case Beginning():
            start = lines[0].start
            claims = (Claim(claim.start + start, claim.end + start, claim.rule) for claim in entry.block.claims)
            return (replace(entry.block, claims=tuple(claims)),)
        case Text():
            return (Body(pieces),)
        case ItemLines():
            numbered = read_numbered(pieces[0], 0)
            return read_item(pieces, Boundary(first=0, numbered=numbered, title=None if numbered else 0), entry.own)
