"""The names of those who meet: councils, committees, boards."""

import re
from functools import lru_cache

COLLEGE = r"(?:udvalget|udvalg|bestyrelsen|bestyrelse|rådet|byråd|magistraten|direktionen|repræsentationen)"
"""How a body's name ends, as a piece of a pattern without groups; to be used with ``re.IGNORECASE``."""

_PERIOD = re.compile(r"[ ,]{1,2}\(?((?:19|20)\d\d) ?[-–] ?((?:19|20)\d\d)\)?$")
_DEFINITE = re.compile(r"(udvalg|råd|bestyrelse|repræsentation|magistrat|direktion)(?:e?[nt])?s?$")
_COUNCILS = ("byråd", "kommunalbestyrelse", "borgerrepræsentation", "regionsråd", "sammenlægningsudvalg")
_SMALL_WORDS = frozenset({"af", "for", "i", "med", "og", "på", "til", "under", "vedr."})
_ABBREVIATIONS = frozenset({"IT", "PPR", "MED", "SSP", "EU", "FN"})


def tidy(name: str) -> str:
    """The name without an election period, spaces made single, and not in capitals: ``TEKNIK- OG MILJØUDVALGET``."""
    bare = split_period(" ".join(name.split()))[0]
    if not bare.isupper():
        return bare
    return " ".join(_tidy_word(word, first=position == 0) for position, word in enumerate(bare.split()))


def _tidy_word(word: str, *, first: bool) -> str:
    if word.strip(",-") in _ABBREVIATIONS:
        return word
    lowered = word.lower()
    if lowered in _SMALL_WORDS and not first:
        return lowered
    return lowered.capitalize()


def split_period(name: str) -> tuple[str, str | None]:
    """The name, and the election period printed after it: ``Byrådet 2022-2025`` gives ``("Byrådet", "2022-2025")``."""
    match = _PERIOD.search(name[-40:])
    if match is None:
        return name, None
    return name[: len(name) - len(match[0])].rstrip(" ,"), f"{match[1]}-{match[2]}"


def is_council(name: str) -> bool:
    """Whether the body is the elected council itself, which has the last word in the municipality."""
    return body_key(name).endswith(_COUNCILS)


def is_regional(name: str) -> bool:
    """Whether the body is a region's council, which no municipality has."""
    return body_key(name).endswith("regionsråd")


def is_same(one: str, other: str) -> bool:
    """Whether two spellings name one body: case, period, definite form (``Byråd``, ``Byrådet``) and genitive aside."""
    return body_key(one) == body_key(other)


@lru_cache(maxsize=4096)
def body_key(name: str) -> str:
    """A key that is equal for two spellings of one body. It is for comparing, never for showing."""
    folded = split_period(" ".join(name.casefold().replace("–", "-").replace("&", "og").split()))[0]
    return _DEFINITE.sub(r"\1", folded)
