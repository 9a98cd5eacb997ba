"""From the pages of a transcript to its meeting."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.diagnostics import diagnose
from referat.importing.format import UNKNOWN_DATE, UNKNOWN_NAME, Parsed
from referat.importing.formats.docplayer.annexes import annex_blocks
from referat.importing.formats.docplayer.contents import CONTENTS_HEAD, Contents
from referat.importing.formats.docplayer.head import Head, read_first_page
from referat.importing.formats.docplayer.items import count_item_sheets, find_starts, read_items
from referat.importing.formats.docplayer.lost_digits import count_lost_digits
from referat.importing.formats.docplayer.running_heads import Sheet, take_off
from referat.importing.formats.docplayer.wrapper import Wrapped, count_related, unwrap
from referat.importing.reading import rules
from referat.importing.reading.assemble import Assembled, assemble
from referat.importing.reading.blocks import Aside, Block, Body
from referat.importing.reading.pieces import Piece, dropped
from referat.importing.reading.prose import Style
from referat.importing.reading.repairs import words_of
from referat.importing.reading.starts import Own
from referat.model import Meeting, Minutes
from referat.vocabulary.dates import weekday_agrees

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat.importing.document import Document
    from referat.importing.ledger import Claim
    from referat.problems import Problem

_LEADERS = re.compile(r"(?<!\.)\.{2,}\s?\d{1,3}")
FIRST_PAGES = 4
"""The list of contents begins on one of so many pages."""


def parse_transcript(document: Document) -> Parsed:
    """Read the one meeting that a transcript holds."""
    wrapped = unwrap(document)
    parts = _parts(take_off(wrapped.pages))
    contents = Contents(parts.listed)
    begun = find_starts(parts.sheets, contents)
    pages = count_item_sheets(parts.sheets, begun)
    head = read_first_page([*wrapped.loose, *parts.front], wrapped.title)
    own = Own(head.body, head.date.date if head.date else None)
    blocks: list[Block] = [
        Aside((*wrapped.claims, *head.claims, *parts.claims)),
        Aside(_running_heads(parts.sheets[:pages])),
        Body(head.rest),
        *read_items(parts.sheets[:pages], begun, own),
        *annex_blocks(parts.sheets[pages:]),
    ]
    assembled = assemble(blocks, Style(known_words=words_of(document.text)))
    minutes = Minutes(
        meeting=_meeting(head), preamble=assembled.preamble, items=assembled.items, annexes=assembled.annexes
    )
    return Parsed(
        minutes=minutes,
        claims=assembled.claims,
        item_starts=assembled.item_starts,
        diagnostics=tuple(_problems(document, wrapped, head, assembled)),
        contents_count=None,
    )


class Parts(Struct, frozen=True, kw_only=True):
    """The pages sorted: what is before the list of contents, the list, and the pages after it."""

    front: tuple[Piece, ...]
    listed: tuple[Piece, ...]
    sheets: tuple[Sheet, ...]
    claims: tuple[Claim, ...]


def _parts(sheets: Sequence[Sheet]) -> Parts:
    for index, sheet in enumerate(sheets[:FIRST_PAGES]):
        for at, piece in enumerate(sheet.body):
            match = CONTENTS_HEAD.search(piece.text)
            if match:
                more = _more_contents(sheets[index + 1 :])
                listed = (piece.cut(match.end()), *sheet.body[at + 1 :], *(p for s in more for p in s.body))
                read = (*sheets[: index + 1], *more)
                fronts = (*(p for s in sheets[:index] for p in s.body), *sheet.body[:at], piece.cut(0, match.start()))
                claims = (
                    *dropped(rules.CONTENTS, piece.cut(match.start(), match.end()), *listed),
                    *_running_heads(read),
                )
                return Parts(front=fronts, listed=listed, sheets=tuple(sheets[len(read) :]), claims=claims)
    front = sheets[0].body if sheets else ()
    return Parts(front=front, listed=(), sheets=tuple(sheets[1:]), claims=_running_heads(sheets[:1]))


def _more_contents(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The pages on which a list with dot leaders goes on."""
    return tuple(takewhile(lambda sheet: any(len(_LEADERS.findall(p.text)) > 1 for p in sheet.body), sheets))


def _running_heads(sheets: Sequence[Sheet]) -> tuple[Claim, ...]:
    heads = dropped(rules.RUNNING_HEAD, *(sheet.head for sheet in sheets if sheet.head))
    return (*heads, *(claim for sheet in sheets for claim in sheet.claims))


def _meeting(head: Head) -> Meeting:
    return Meeting(
        municipality=head.municipality,
        body=head.body or UNKNOWN_NAME,
        date=head.date.date if head.date else UNKNOWN_DATE,
        time=head.time,
        ends=head.ends,
        place=head.place,
        kind=head.kind,
        participants=head.participants,
        absent=head.absent,
    )


def _problems(document: Document, wrapped: Wrapped, head: Head, assembled: Assembled) -> Iterator[Problem]:
    if head.date and not weekday_agrees(head.date):
        message = f"The weekday that the head names is not that of {head.date.date.isoformat()}"
        yield diagnose("weekday_mismatch", message, document)
    lost = sum(count_lost_digits(page.text) for page in wrapped.pages)
    if lost:
        message = f"The transcript lost numbers in {lost} places (dates, case numbers, amounts)"
        yield diagnose("digits_stripped", message, document, advice="Import the original PDF if you have it.")
    if wrapped.related:
        message = f"A list of {count_related(wrapped)} documents of other authorities was left out"
        yield diagnose("related_list_cut", message, document, wrapped.related[0].start)
    if assembled.annexes:
        message = f"{len(assembled.annexes)} texts after the last item were kept as annexes"
        yield diagnose("annex_split", message, document)
    if assembled.joined:
        message = f"{len(assembled.joined)} paragraphs were joined across a page break"
        yield diagnose("page_break_joined", message, document, assembled.joined[0])
