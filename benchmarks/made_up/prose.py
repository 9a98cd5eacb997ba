"""Sentences of the length and the vocabulary's growth of minutes, without a meaning."""

from collections.abc import Sequence
from itertools import accumulate
from random import Random

_STARTS = "vej sti skole plan budget lokal kloak børne ældre trafik havne natur bolig drift energi kultur vand".split()
_MIDDLES = (
    "anlægs bestyrelses center fornyelses forsynings gruppe kvalitets område projekt samarbejds udviklings".split()
)
_ENDS = "analyse aftale bidrag forslag gennemgang indsats kontor ordning ramme strategi støtte tilsyn udgift".split()
_INFLECTIONS = ("", "s", "erne", "ernes")
_SMALL = (
    "og i at er til af på for den det en med der som om vil ved fra kan har ikke efter blev være skal mellem under "
    "over også eller samt bliver denne dette hvor når mod inden samlet årligt fortsat"
).split()
_ZIPF = 1.1
"""How quickly words grow rarer, as in any natural text."""


def vocabulary() -> tuple[str, ...]:
    """Some 14,000 words, commonest first: small words, plain ones, and compounds as Danish makes them."""
    stems = [*_STARTS, *_ENDS, *(start + end for start in _STARTS for end in _ENDS)]
    compounds = [start + middle + end for start in _STARTS for middle in _MIDDLES for end in _ENDS]
    Random(1).shuffle(compounds)
    rare = [stem + ending for ending in _INFLECTIONS for stem in (*stems, *compounds)]
    return (*_SMALL, *dict.fromkeys((*stems, *rare)))


class Prose:
    """Writes text with a generator of random numbers of its own."""

    def __init__(self, random: Random, words: Sequence[str]) -> None:
        self._random = random
        self._words = words
        self._weights = tuple(accumulate(1 / rank**_ZIPF for rank in range(1, len(words) + 1)))

    def words(self, count: int) -> list[str]:
        """So many words, common ones more often."""
        return self._random.choices(self._words, cum_weights=self._weights, k=count)

    def sentence(self) -> str:
        """One sentence, with a figure in some."""
        words = self.words(self._random.randint(6, 24))
        if self._random.random() < 0.15:
            words.insert(len(words) // 2, f"{self._random.randint(1, 999)}.{self._random.randint(0, 999):03} kr.")
        return f"{' '.join(words).capitalize()}."

    def paragraph(self) -> str:
        """A few sentences on one line, as minutes have them."""
        return " ".join(self.sentence() for _ in range(self._random.randint(2, 6)))

    def title(self) -> str:
        """A subject in a few words."""
        return " ".join(self.words(self._random.randint(3, 9))).capitalize()

    def bullets(self) -> str:
        """A Markdown list."""
        return "\n".join(f"- {self.sentence()}" for _ in range(self._random.randint(2, 7)))

    def table(self) -> str:
        """A Markdown table of figures."""
        rows = [
            f"| {' '.join(self.words(2))} | {self._random.randint(0, 9999)} | {self._random.randint(0, 9999)} |"
            for _ in range(self._random.randint(3, 8))
        ]
        return "\n".join(["| Post | 2024 | 2025 |", "| --- | ---: | ---: |", *rows])
