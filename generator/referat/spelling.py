"""What someone who wrote an unknown word may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like `word`, or None where none does. Upper and lower case count as equal."""
    by_folded = {candidate.casefold(): candidate for candidate in known}
    close = get_close_matches(word[:80].casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def known_words_advice(word: str, known: Iterable[str]) -> str:
    """What to do about an unknown word: the nearest one, else all of them."""
    words = list(known)
    meant = nearest(word, words)
    return f"Did you mean {meant}?" if meant else f"Known are: {', '.join(words)}."
