"""Stretches of a document that know their place, so that whatever is done with them can be accounted for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.ledger import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from referat.importing.document import Document, Line


class Piece(Struct, frozen=True):
    """A stretch of a document. Always ``document.text[start:end] == text``."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.start + len(self.text)

    def cut(self, start: int, end: int | None = None) -> Piece:
        """The part from `start` to before `end`, counted within this piece and trimmed of white space."""
        return Piece(self.text[start:end], self.start + start).trimmed()

    def trimmed(self) -> Piece:
        """Without white space at either end."""
        left = len(self.text) - len(self.text.lstrip())
        return Piece(self.text.strip(), self.start + left)

    def without(self, *marks: tuple[int, int]) -> tuple[Piece, ...]:
        """What is left when the stretches `marks` (counted within this piece) are taken out, empty parts left out."""
        parts, position = [], 0
        for start, end in [*sorted(marks), (len(self.text), len(self.text))]:
            parts.append(self.cut(position, start))
            position = max(position, end)
        return tuple(part for part in parts if part.text)


def piece_of(line: Line) -> Piece:
    """A whole line."""
    return Piece(line.text, line.start)


def pieces_of(document: Document) -> tuple[Piece, ...]:
    """All lines of a document, empty ones too."""
    return tuple(piece_of(line) for line in document.lines)


def in_order(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces as they follow each other in the document."""
    return tuple(sorted(pieces, key=lambda piece: piece.start))


def placed(*pieces: Piece) -> tuple[Claim, ...]:
    """The claims for pieces whose text stands in the record."""
    return _claims(pieces, None)


def dropped(rule: str, *pieces: Piece) -> tuple[Claim, ...]:
    """The claims for pieces that `rule` leaves out (see `referat.importing.reading.rules`)."""
    return _claims(pieces, rule)


def split_claims(whole: Piece, kept: Iterable[Piece], rule: str) -> tuple[Claim, ...]:
    """Claims for all of `whole`: the pieces `kept` within it are placed, what is around them is dropped by `rule`."""
    parts = [part.trimmed() for part in kept]
    rest = whole.without(*((part.start - whole.start, part.end - whole.start) for part in parts))
    return (*placed(*parts), *dropped(rule, *rest))


def _claims(pieces: Iterable[Piece], rule: str | None) -> tuple[Claim, ...]:
    trimmed = (piece.trimmed() for piece in pieces)
    return tuple(Claim(piece.start, piece.end, rule) for piece in trimmed if piece.text)
