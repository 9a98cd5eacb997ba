"""What docplayer puts around a transcript: its own head, one line a page, a list of other authorities' documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.reading import rules
from referat.importing.reading.pieces import Piece, dropped, pieces_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.document import Document
    from referat.importing.ledger import Claim

TRANSCRIPT = re.compile(r"^Transkript$", re.MULTILINE)
_DOWNLOAD = re.compile(r'^Download "(?P<title>.*)"$')
_PAGE = re.compile(r"(?P<number>\d{1,4})(?:\s|$)")
_RELATED = re.compile(r"^(?:Læs mere|Relaterede dokumenter|Vis mere|Flere?\b.{0,12})$")
_PARAGRAPHS_OF_ENTRY = 2
"""A related document is shown by its title and its beginning, a paragraph each, before "Læs mere"."""
MOST_PAGES_MISSING = 3
"""Empty pages may be left out: so many numbers may be missing between two pages."""


class Page(Struct, frozen=True, kw_only=True):
    """One page of the transcript."""

    number: int
    number_piece: Piece
    pieces: tuple[Piece, ...]
    """Its text without the page's number: one line as a rule."""

    @property
    def text(self) -> str:
        """Its words, one line after the other."""
        return " ".join(piece.text for piece in self.pieces)


class Wrapped(Struct, frozen=True, kw_only=True):
    """A document taken apart."""

    title: Piece | None
    """The document's title, which keeps dates that the transcript lost."""
    pages: tuple[Page, ...]
    loose: tuple[Piece, ...]
    """Lines of the transcript before its first page."""
    related: tuple[Piece, ...]
    """The list of related documents."""
    claims: tuple[Claim, ...]


def unwrap(document: Document) -> Wrapped:
    """Part the transcript from what is around it."""
    lines = pieces_of(document)
    begins = next((i + 1 for i, line in enumerate(lines) if TRANSCRIPT.match(line.trimmed().text)), 0)
    ends = _related_begins(lines, begins)
    title = next((found for line in lines[:begins] if (found := _title(line))), None)
    around = [part for line in lines[:begins] for part in _around(line, title)]
    pages, loose = _pages(lines[begins:ends])
    claims = (
        *dropped(rules.FURNITURE, *around),
        *dropped(rules.RELATED, *lines[ends:]),
        *dropped(rules.RUNNING_HEAD, *(page.number_piece for page in pages)),
    )
    return Wrapped(title=title, pages=pages, loose=loose, related=tuple(lines[ends:]), claims=claims)


def count_related(wrapped: Wrapped) -> int:
    """How many other documents the list shows."""
    return sum(1 for line in wrapped.related if _RELATED.match(line.trimmed().text))


def _title(line: Piece) -> Piece | None:
    match = _DOWNLOAD.match(line.trimmed().text)
    return line.trimmed().cut(*match.span("title")) if match else None


def _around(line: Piece, title: Piece | None) -> tuple[Piece, ...]:
    """The line without the title, for which the reader of the head answers."""
    if title is None or not line.start <= title.start < line.end:
        return (line,)
    return line.without((title.start - line.start, title.end - line.start))


def _related_begins(lines: Sequence[Piece], begins: int) -> int:
    """The index of the first line of the related list: two paragraphs before its first "Læs mere"."""
    first = next((i for i in range(begins, len(lines)) if _RELATED.match(lines[i].trimmed().text)), None)
    if first is None:
        return len(lines)
    at, paragraphs = first, 0
    while at > begins and paragraphs < _PARAGRAPHS_OF_ENTRY and not _PAGE.match(lines[at - 1].text):
        at -= 1
        if lines[at].text.strip():
            paragraphs += 1
    return at


def _pages(lines: Sequence[Piece]) -> tuple[tuple[Page, ...], tuple[Piece, ...]]:
    pages: list[Page] = []
    loose: list[Piece] = []
    for line in lines:
        match = _PAGE.match(line.text)
        last = pages[-1].number if pages else 0
        if match and last < int(match["number"]) <= last + 1 + MOST_PAGES_MISSING:
            number = line.cut(*match.span("number"))
            text = line.cut(match.end())
            pages.append(Page(number=int(match["number"]), number_piece=number, pieces=(text,)))
        elif pages:
            grown = Page(number=pages[-1].number, number_piece=pages[-1].number_piece, pieces=(*pages[-1].pieces, line))
            pages[-1] = grown
        else:
            loose.append(line)
    return tuple(pages), tuple(loose)
