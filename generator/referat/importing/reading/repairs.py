"""Repairs of damaged words that are certain. Everything else is left as the source has it."""

import re

_GLUED_AT = re.compile(r"(At)([a-zæøå]{4,})\b")
_WORD = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> frozenset[str]:
    """The words of a document in lower case: what a repair may appeal to."""
    return frozenset(word.lower() for word in _WORD.findall(text))


def part_glued_at(text: str, known_words: frozenset[str]) -> str:
    """``Atdirektionen drøfter`` -> ``At direktionen drøfter``, at the beginning of a clause.

    Certain, because the rest is a word of its own elsewhere in the document: ``Atletik`` stays.
    """
    match = _GLUED_AT.match(text)
    if match and match[2] in known_words:
        return f"At {text[2:]}"
    return text
