"""Text as a reader sees it: one spelling for each dash, blank and digit, entities and percent codes decoded.

Detectors look at the folded text; offsets lead back to the source, so that exactly what stands there is masked.
"""

import html
import re
import unicodedata
from bisect import bisect_right
from enum import Enum, auto
from functools import lru_cache
from urllib.parse import unquote

from msgspec import Struct

from referat.privacy.markup import TAG, folded_tag

SOFT_HYPHEN = "\u00ad"


class Markup(Enum):
    """What becomes of what is not text to a reader. No way of looking sees all: a number may stand among it."""

    KEPT = auto()
    TAGS_GONE = auto()
    GONE = auto()
    """Of Markdown's links only the words are left."""


_TOKEN = re.compile(
    r"&(?:amp;)?(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31});"
    r"|(?:%(?:25)?[0-9A-Fa-f]{2})+"
    r"|[\\*~`]"
    r"|[^\x00-\x7fæøåÆØÅéüöä]"
)
_TOKENS = {
    Markup.KEPT: _TOKEN,
    Markup.TAGS_GONE: re.compile(rf"{TAG}|{_TOKEN.pattern}"),
    Markup.GONE: re.compile(rf"{TAG}|\]\([^()\n]*\)|[\[\]]|{_TOKEN.pattern}"),
}
_DASHES = frozenset("\u02d7\u2043\u2212")
"""Characters that look like a dash and are none to Unicode. A soft hyphen is one only where it shows (`fold`)."""
_LIKE_ASCII = {"\u00b7": ".", "\u2024": ".", "\u2044": "/", "\u2215": "/"}


class Folded(Struct, frozen=True):
    """A folded text, and the way back from each of its characters."""

    text: str
    starts: list[int]
    """Where each piece begins in the folded text."""
    sources: list[tuple[int, int, bool]]
    """Where each piece begins and ends in the source, and whether it is the same there."""

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source that became ``text[start:end]``. The span must not be empty."""
        return self._source(start)[0], self._source(end - 1)[1]

    def _source(self, index: int) -> tuple[int, int]:
        piece = bisect_right(self.starts, index) - 1
        source_start, source_end, same = self.sources[piece]
        if not same:
            return source_start, source_end
        at = source_start + index - self.starts[piece]
        return at, at + 1


def fold(text: str, *, soft_hyphen: str = "", markup: Markup = Markup.KEPT) -> Folded:
    """Fold `text`.

    Args:
        text: as it stands in a record, or as a reader of a file sees it.
        soft_hyphen: what it becomes. Whether it shows depends on the line's end: look at the text with ``-``, too.
        markup: what becomes of tags and links.
    """
    parts: list[str] = []
    starts: list[int] = []
    sources: list[tuple[int, int, bool]] = []
    length = position = 0

    def add(part: str, start: int, end: int, *, same: bool) -> None:
        nonlocal length
        if part:
            parts.append(part)
            starts.append(length)
            sources.append((start, end, same))
            length += len(part)

    for match in _TOKENS[markup].finditer(text):
        add(text[position : match.start()], position, match.start(), same=True)
        add(_folded(match.group()).replace(SOFT_HYPHEN, soft_hyphen), *match.span(), same=False)
        position = match.end()
    add(text[position:], position, len(text), same=True)
    return Folded("".join(parts), starts, sources)


def _folded(token: str) -> str:
    if token[0] in "\\*~`[]":  # what Markdown leaves out
        return ""
    if token[0] == "<":
        return folded_tag(token)
    if token[0] == "&":
        return "".join(map(_folded_char, html.unescape(html.unescape(token))))
    if token[0] == "%":
        return "".join(map(_folded_char, unquote(unquote(token, errors="replace"), errors="replace")))
    return _folded_char(token)


@lru_cache(maxsize=4096)
def _folded_char(char: str) -> str:
    if char == SOFT_HYPHEN or char.isascii():
        return char
    category = unicodedata.category(char)
    if category == "Pd" or char in _DASHES:
        return "-"
    if category == "Cf":  # zero-width characters
        return ""
    if char.isspace():
        return " "
    if (digit := unicodedata.digit(char, None)) is not None:
        return str(digit)
    return _LIKE_ASCII.get(char) or unicodedata.normalize("NFKC", char)
