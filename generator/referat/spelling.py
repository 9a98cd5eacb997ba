"""What someone who wrote an unknown word may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches

ALIKE, MISSPELT = 0.6, 0.8
"""How much two words have in common, from 0 to 1: enough to remind of each other, and only a letter or two apart."""


def nearest(word: str, known: Iterable[str], likeness: float = ALIKE) -> str | None:
    """The known word that looks most like `word`, or None where none does. Upper and lower case count as equal."""
    by_folded = {candidate.casefold(): candidate for candidate in known}
    close = get_close_matches(word[:80].casefold(), by_folded, n=1, cutoff=likeness)
    return by_folded[close[0]] if close else None


def known_words_advice(word: str, known: Iterable[str]) -> str:
    """What to do about an unknown word: the nearest one, else all of them."""
    words = list(known)
    meant = nearest(word, words)
    return f"Did you mean {meant}?" if meant else f"Known are: {', '.join(words)}."


def near(word: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The known words that look like `word`, the likest first, and at most so many."""
    by_folded = {candidate.casefold(): candidate for candidate in known}
    return tuple(by_folded[close] for close in get_close_matches(word[:80].casefold(), by_folded, n=most, cutoff=ALIKE))
