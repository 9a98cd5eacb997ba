"""Mending a title that lost letters, where the list of contents proves it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from msgspec import Struct

from referat.importing.reading.contents import fold_title

SHORTEST = 8
"""Shorter words are too alike to tell a lost letter from another word."""
MOST_LOST = 1 / 4
"""At most this share of the whole word may be missing."""
MOST_TOGETHER = 3
"""At most so many letters in a row: more may be a word of the compound."""
KEPT_ENDS = 3
"""So many letters at either end must be there: else it is another form of the word, not a damaged one."""

_WORD = re.compile(r"\S+")


class Mended(Struct, frozen=True):
    """A title with one word made whole."""

    title: str
    start: int
    """Where the damaged word stood in the printed title."""
    end: int
    whole: str


def mend_title(printed: str, contents: str, repeated: str | None) -> Mended | None:
    """The printed title with its one damaged word mended from the contents list, or None where nothing proves it.

    Certain only when the two titles differ in one word, the printed word is the other with letters left out inside,
    and the title printed once more above the text (where it is) agrees with the list of contents.
    """
    if repeated is not None and fold_title(repeated) != fold_title(contents):
        return None
    printed_words = list(_WORD.finditer(printed))
    whole_words = contents.split()
    if len(printed_words) != len(whole_words):
        return None
    differing = [(match, whole) for match, whole in zip(printed_words, whole_words, strict=True) if match[0] != whole]
    if len(differing) != 1 or not _lost_letters(differing[0][0][0], differing[0][1]):
        return None
    match, whole = differing[0]
    return Mended(printed[: match.start()] + whole + printed[match.end() :], match.start(), match.end(), whole)


def _lost_letters(damaged: str, whole: str) -> bool:
    a, b = damaged.casefold(), whole.casefold()
    if len(a) < SHORTEST or len(a) >= len(b) or len(b) - len(a) > len(b) * MOST_LOST:
        return False
    if a[:KEPT_ENDS] != b[:KEPT_ENDS] or a[-KEPT_ENDS:] != b[-KEPT_ENDS:]:
        return False
    operations = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return a.isalpha() and all(
        operation == "equal" or (operation == "insert" and end - start <= MOST_TOGETHER)
        for operation, _, _, start, end in operations
    )
