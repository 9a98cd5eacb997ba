"""A source document as text, line by line, each character with its place."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from referat.importing.ledger import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from referat.importing.format import Format


class Line(Struct, frozen=True):
    """One line of a document."""

    number: int
    """From 1."""
    start: int
    """Offset of its first character in the document's text."""
    end: int
    """Offset after its last character, the line break not counted."""
    text: str
    """Without furniture: blank where the whole line is furniture."""


class Document(Struct, frozen=True, kw_only=True, dict=True):
    """What an extractor makes of a file: its text as a reader sees it, and what is known of the file."""

    name: str
    """The file's name, without its folder."""
    text: str
    """Line breaks are ``\\n``, and damage that is certain is mended. The ledger accounts for each of its characters."""
    sha256: str
    """Of the file's bytes."""
    furniture: tuple[Claim, ...] = ()
    """What belongs to the paper or the web page and not to the minutes: running heads, page marks, menus. Whole lines,
    each with the rule that drops it. Formats do not see them; the ledger does."""
    blackened: frozenset[int] = frozenset()
    """The lines (from 1) at which the file hides words. They were left out, and what is around them isn't sure to be
    meant for everybody."""
    url: str | None = None
    municipality: str | None = None
    """Given from outside (the command line): it goes before everything found in the text."""
    own_format: Format | None = None
    """The only one that reads it, where the source itself tells what stands where (see `referat.importing.outline`).
    Then the text is not the file's, and nobody can look up its lines."""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines, empty ones and furniture too."""
        hidden = {claim.start for claim in self.furniture}
        lines, start = [], 0
        for number, text in enumerate(self.text.split("\n"), start=1):
            lines.append(Line(number, start, start + len(text), "" if start in hidden else text))
            start += len(text) + 1
        return tuple(lines)

    def hiding(self, indexes: Iterable[int]) -> Document:
        """The document with these lines (indexes) blank. Whoever hides a line has to account for it."""
        claims = (Claim(self.lines[index].start, self.lines[index].end) for index in indexes)
        return replace(self, furniture=(*self.furniture, *claims))

    def line_at(self, offset: int) -> Line:
        """The line that the character at `offset` stands on."""
        return self.lines[bisect_right(self._starts, offset) - 1]

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]
