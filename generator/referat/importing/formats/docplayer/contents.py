"""The list of contents of a transcript, which stands in one line and lost numbers, held against the pages.

Titles and texts are run together on both sides. Where a page begins with the words that come next in the list, an item
begins, and its title is as long as the two agree.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.formats.docplayer.lines import GROUP_HEAD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.reading.pieces import Piece

CONTENTS_HEAD = re.compile(
    # The last one: a list without a heading, known by the dots that lead to its page numbers.
    r"(?:INDHOLDSFORTEGNELSE|Indholdsfortegnelse|Sagsoversigt|Punkter til dagsorden|Følgende sager behandles"
    r"|Til behandling forelå)\b:?|(?<=\s)(?=0?1\. [A-ZÆØÅ][^.]{3,200}(?:\.[^.]{1,200}){0,40}\.{3} ?\d)"
)
_TOKEN = re.compile(r"\S+")
_LEADERS = re.compile(r"\.{2,}.*$|…+.*$")
_NUMBER = re.compile(r"\(?\d[\d./-]*[a-z]?[.:)]?")
_EDGES = ".,:;()\"'*"
LEAST_WORDS = 2
"""A title of fewer words than this is only taken where it comes next in the list."""
LEAST_AFTER_SKIP = 3
"""Items may be missing in the text: further on in the list, so many words must agree."""
MOST_WORDS = 60


class Token(Struct, frozen=True):
    """A word of the list or of a page."""

    word: str
    """Folded for comparing; empty for a number."""
    printed: str
    start: int
    end: int


class TitleFound(Struct, frozen=True, kw_only=True):
    """An item that begins on a page."""

    start: int
    """Of the title, within the page's text."""
    end: int
    number: str | None
    number_span: tuple[int, int] | None
    """Where the number stands in the page's text; None where only the list has it."""
    skipped: str
    """What stands in the list before this title and was not found on any page."""


def tokens_of(text: str) -> list[Token]:
    """The words of a text, numbers marked as such."""
    return [Token(_fold(match[0]), match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]


def _fold(printed: str) -> str:
    bare = _LEADERS.sub("", printed)
    return "" if not bare or _NUMBER.fullmatch(bare) else bare.strip(_EDGES).casefold()


class Contents:
    """The list, read from its beginning on as pages are held against it."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._text = re.sub(GROUP_HEAD, " ", " ".join(piece.text for piece in pieces))
        self._tokens = tokens_of(self._text)
        self._at = 0
        self._last = 0

    def begins_on(self, page: str) -> TitleFound | None:
        """The item whose title the page begins with. Then the list is read on after it."""
        words = tokens_of(page[:2000])
        first = next((i for i, token in enumerate(words) if token.word), None)
        if first is None or first > 2:
            return None
        for at in self._candidates():
            count, end = self._agreement(at, words, first)
            if self._is_title(at, count, words[first]):
                return self._take(at, count, words, first, end)
        return None

    def rest(self) -> str:
        """What the list has after the last title found."""
        return self._text[self._tokens[self._at].start :] if self._at < len(self._tokens) else ""

    def _candidates(self) -> range:
        return range(self._at, len(self._tokens))

    def _agreement(self, at: int, words: Sequence[Token], first: int) -> tuple[int, int]:
        """How many words agree from here on, and the index of the page's word after the last of them."""
        listed = (token for token in self._tokens[at:] if token.word)
        count, end = 0, first
        for index in range(first, min(len(words), first + MOST_WORDS)):
            if not words[index].word:
                continue
            if next(listed, Token("", "", 0, 0)).word != words[index].word:
                break
            count, end = count + 1, index + 1
        return count, end

    def _is_title(self, at: int, count: int, first: Token) -> bool:
        if not self._tokens[at].word or not count:
            return False
        if any(token.word for token in self._tokens[self._at : at]):
            return count >= LEAST_AFTER_SKIP
        return count >= LEAST_WORDS or len(first.word) >= 6

    def _take(self, at: int, count: int, words: Sequence[Token], first: int, end: int) -> TitleFound:
        skipped = " ".join(token.printed for token in self._tokens[self._at : at])
        after = self._after(at, count)
        end = self._with_numbers(after, words, end)
        number, span = self._number(at, words, first, end)
        self._at = after
        self._last = int(re.sub(r"\D", "", number)) if number else self._last + 1
        return TitleFound(
            start=words[first].start, end=words[end - 1].end, number=number, number_span=span, skipped=skipped
        )

    def _after(self, at: int, count: int) -> int:
        while count:
            count -= bool(self._tokens[at].word)
            at += 1
        return at

    def _with_numbers(self, after: int, words: Sequence[Token], end: int) -> int:
        """A title may end with a year: then the list has the same number in the same place."""
        while (
            end < len(words)
            and after < len(self._tokens)
            and not words[end].word
            and words[end].printed == self._tokens[after].printed
            and _value(words[end].printed) != self._last + 1
        ):
            end, after = end + 1, after + 1
        return end

    def _number(
        self, at: int, words: Sequence[Token], first: int, end: int
    ) -> tuple[str | None, tuple[int, int] | None]:
        """The item's number: printed before the title, right after it, or only in the list."""
        listed = self._tokens[at - 1].printed if at and not self._tokens[at - 1].word else ""
        before = words[first - 1] if first else None
        if before and _value(before.printed):
            return _bare(before.printed), (before.start, before.end)
        follows = words[end] if end < len(words) else None
        expected = {self._last + 1, _value(listed)}
        if follows and follows.printed.endswith(".") and _value(follows.printed) in expected:
            return _bare(follows.printed), (follows.start, follows.end)
        if listed and (_value(listed) == self._last + 1 or listed.startswith("0")):
            return _bare(listed), None
        return None, None


def _value(printed: str) -> int | None:
    bare = printed.strip(_EDGES)
    return int(bare) if bare.isdecimal() and len(bare) <= 4 else None


def _bare(printed: str) -> str:
    return printed.strip(_EDGES).lstrip("0") or "0"
