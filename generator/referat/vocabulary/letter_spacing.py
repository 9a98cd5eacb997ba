"""Words set with a space between their letters: ``B E S L U T N I N G``."""

import re
from collections.abc import Sequence

from referat.vocabulary.meeting_fields import field_of
from referat.vocabulary.sections import heading_of

_SPACED = re.compile(r"[^\W\d_](?: {1,4}[^\W\d_]){3,}(?: ?[:.])?")
_SHORTEST = 4
"""Of several words one has at least so many letters: the letters of parties stand in rows, too."""
_KNOWN = frozenset(
    {"referat", "dagsorden", "beslutningsprotokol", "protokol", "udskrift", "tillæg", "lukket", "åben", "åbent"}
)
"""Words that stand alone on a line of minutes and are no headings."""


def join_letters(line: str) -> tuple[str, int]:
    """The line with its words whole, and 1 where that changed it.

    Certain only where two spaces part the words, or where all letters make one word that is known: the letters alone do
    not tell where a word ends.
    """
    text = line.strip()
    if not _SPACED.fullmatch(text):
        return line, 0
    words = ["".join(word.split()) for word in re.split(r" {2,}", text)]
    whole = " ".join(words)
    certain = _is_known(whole) if len(words) == 1 else _are_words(words)
    return (line.replace(text, whole), 1) if certain else (line, 0)


def _are_words(words: Sequence[str]) -> bool:
    letters = "".join(words)
    return max(map(len, words)) >= _SHORTEST and sum(map(str.islower, letters)) * 2 > len(letters)


def _is_known(word: str) -> bool:
    plain = word.rstrip(":.")
    return plain.casefold() in _KNOWN or heading_of(plain) is not None or field_of(plain) is not None
