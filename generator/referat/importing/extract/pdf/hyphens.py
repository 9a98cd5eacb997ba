"""Putting lines of a paragraph together, with words that a hyphen parts at the end of a line."""

from __future__ import annotations

import re

_SOFT = "\N{SOFT HYPHEN}"
_LAST = re.compile(r"([^\W\d_]+)-$")
_FIRST = re.compile(r"[^\W\d_]+")
_SHARED_END = ("og", "eller", "samt", "som", "til", "men")
"""After these words' hyphen stands for an ending that comes later: ``børne- og ungeområdet``."""
SHORTEST_PART = 2


def join_lines(left: str, right: str, known_words: frozenset[str] = frozenset()) -> str:
    """The two lines as one.

    Args:
        left: a line.
        right: the line below it.
        known_words: the words of the document in lower case, those with a hyphen too. ``beret-`` and ``ningen`` are one
            word where it begins in lower case, unless the document has it with its hyphen and not without.
    """
    if left.endswith(_SOFT):
        return left.rstrip(_SOFT) + right
    last, first = _LAST.search(left), _FIRST.match(right)
    if last is None or first is None or not first[0][0].islower() or first[0] in _SHARED_END:
        # ``E-`` above ``Mail`` is one word, ``Børne-`` above ``og`` are two.
        glued = last is not None and first is not None and first[0][0].isupper()
        return f"{left}{right}" if glued else f"{left} {right}"
    whole, hyphened = (f"{last[1]}{first[0]}".lower(), f"{last[1]}-{first[0]}".lower())
    keeps = (hyphened in known_words and whole not in known_words) or len(last[1]) < SHORTEST_PART
    return f"{left}{right}" if keeps else f"{left[:-1]}{right}"


def words_with_hyphens(lines: list[str]) -> frozenset[str]:
    """The words of the lines in lower case, hyphens within them kept; not those that the end of a line may have cut."""
    return frozenset(word.lower() for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*(?!-$)\b", line))
