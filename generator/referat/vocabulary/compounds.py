"""Danish compounds, taken apart by the words of the texts that they stand in.

Danish writes a compound as one word, so that a search by the beginnings of words finds *skolebestyrelse* for *skole*
but not for *bestyrelse*. There is no list of words here: a word is taken for a compound where its last part is a word
of the same texts by itself, and its first part is one too or begins several such words.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Set
from itertools import chain, filterfalse

from referat.vocabulary.inflections import base

SHORTEST_HEAD, SHORTEST_TAIL = 3, 3
"""Letters: *hav|bro*, *cykel|sti*. Shorter parts are chance more often than words."""
TELLING_TAIL = 4
"""Letters of a word whose occurrence behind a beginning says that the beginning is a word."""
HEADS_BEGIN = 2
"""So many different words must a beginning stand before that is never a word by itself: *kommunal-*."""
SURE_LENGTH = 5
"""Letters from which a last part is known by another form of it: *bestyrelsernes* by *bestyrelse*."""
SURE_BASE = 4
"""Letters of a base that is a first part: *skol-e* by *skolen*."""
_LINKS = "se"
"""What may stand between two parts: *bestyrelse-s-møde*, *havn-e-bad*."""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NO_PARTS = _listed(
    "alle andre bag bort den denne der deres det disse efter eller ende ens fem for fra før gen gerne har have haven"
    " haver her hos ikke ind inden ingen jer lige man med men mens mere mest mod mis ned nej nogle når nær ofte også op"
    " opp over per pro sam selv sen ser sin sit ske som sted still tag ten ter til tre ude uden under ved vil være vær"
)
"""Small words and prefixes: what they begin or end is another word, and no compound (*efter-retning*,
*over-skud*, *børne-haven*)."""
_ENDINGS = _listed("alt ede else elsen elser ene ens ere erne ernes gere inger ingen ninger ole ret ring sen set")
"""What looks like a word and ends other words: *børn-ene*, *projekte-ring*."""


class Compounds:
    """The compounds among some texts' words.

    Args:
        words: All words of the texts, lower-case.
    """

    def __init__(self, words: Collection[str]) -> None:
        self._known = _Tails(frozenset(word for word in words if len(word) >= SHORTEST_TAIL and word not in _NO_PARTS))

    def tails(self, word: str) -> tuple[str, ...]:
        """What ends the word and could stand alone, longest first: ``bestyrelsesmøde`` and ``møde``."""
        return self._known[word]

    def tails_of(self, words: Iterable[str]) -> Iterator[str]:
        """`tails` of each of the words, one after the other."""
        return chain.from_iterable(map(self._known.__getitem__, words))


class _Tails(dict[str, tuple[str, ...]]):
    """What each word ends in, found when it is first asked for: every record asks for most of the words anew."""

    def __init__(self, words: Set[str]) -> None:
        super().__init__()
        self._bases = frozenset(map(base, filterfalse(_is_short, words)))
        forms = frozenset(shared for shared in self._bases if len(shared) >= SURE_BASE)
        self._heads = words | forms | _productive_heads(words)
        self._ends = words - _ENDINGS
        self._begins_with = {word: heads[-1] for word, heads in _nested(self._heads) if heads}
        """Of each head the longest other one, which has its own in turn."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        tails = tuple(word[border:] for border in self._borders(word) if self._can_end(word[border:]))
        self[word] = tails
        return tails

    def _borders(self, word: str) -> list[int]:
        """Behind the beginnings that are words, and behind what links to the next part."""
        last = len(word) - SHORTEST_TAIL
        borders = [at for at in self._heads_of(word) if at <= last]
        linked = [at + 1 for at in borders if at < last and word[at] in _LINKS]
        return sorted({*borders, *linked}) if linked else borders

    def _heads_of(self, word: str) -> list[int]:
        heads, begins_with = self._heads, self._begins_with
        if word not in heads:
            return [at for at in range(SHORTEST_HEAD, len(word)) if word[:at] in heads]
        lengths = []
        while (shorter := begins_with.get(word)) is not None:
            lengths.append(len(shorter))
            word = shorter
        return lengths[::-1]

    def _can_end(self, tail: str) -> bool:
        if tail in self._ends:
            return True
        return len(tail) >= SURE_LENGTH and base(tail) in self._bases and tail not in _ENDINGS


def _is_short(word: str) -> bool:
    return len(word) <= SHORTEST_TAIL


def _nested(words: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Each word with those of the others that it begins with, the shortest first; the list is good until the next.

    In alphabetical order they stand before it, and nothing between that does not begin with them, too: so the words
    are looked through once, and not each of them at each of its letters.
    """
    inner: list[str] = []
    for word in sorted(words):
        while inner and not word.startswith(inner[-1]):
            inner.pop()
        yield word, inner
        inner.append(word)


def _productive_heads(words: Set[str]) -> frozenset[str]:
    """What is no word, but stands before several: ``cykel`` in *cykelpulje* and *cykelparkering*."""
    tails: dict[str, set[str]] = defaultdict(set)
    for backwards, ends in _nested(word[::-1] for word in words):
        for end in ends:
            if len(end) >= TELLING_TAIL and len(backwards) - len(end) >= SHORTEST_HEAD:
                tails[backwards[: len(end) - 1 : -1]].add(base(end[::-1]))
    return frozenset(head for head, after in tails.items() if len(after) >= HEADS_BEGIN and head not in _NO_PARTS)
