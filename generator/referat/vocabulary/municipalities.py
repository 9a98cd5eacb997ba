"""Denmark's 98 municipalities, their spellings, and where a text names one.

The table beside this module holds the official code and name of each (public facts).
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import resources

from msgspec import Struct

from referat.vocabulary.slugs import slugify


class Municipality(Struct, frozen=True, kw_only=True):
    """A municipality, of the table or not: minutes of one that was merged long ago are read all the same."""

    name: str
    """Without the word *Kommune*: ``Nørre Aa``."""
    code: str | None
    """The official three-digit code. None for one that is not in the table."""
    slug: str


class MunicipalityMention(Struct, frozen=True, kw_only=True):
    """Words that name a municipality: the characters from `start` to before `end`, with the word *Kommune*."""

    start: int
    end: int
    municipality: Municipality


_OTHER_NAMES = {
    "bornholms regions": "Bornholm",
    "broenderslev dronninglund": "Brønderslev",
    "frederiksvaerk hundested": "Halsnæs",
    "nordfyn": "Nordfyns",
    "vesthimmerland": "Vesthimmerlands",
}
"""Folded names that no rule of spelling leads to the table's; renamed municipalities are one with what they became."""
_WORD = r"[A-ZÆØÅ][\w'-]{1,30}"
_NAMED = re.compile(
    rf"(?<![\w-])(?P<name>{_WORD}(?: (?:[A-ZÆØÅ][\w'-]{{0,30}})){{0,2}})"
    r" (?P<kommune>(?:Regions)?[Kk]ommunes?|KOMMUNES?)(?!\w)"
)
_NO_NAMES = frozenset(
    [
        "Af",
        "At",
        "Både",
        "De",
        "Den",
        "Denne",
        "Din",
        "Dit",
        "Efter",
        "En",
        "Et",
        "For",
        "Fra",
        "Før",
        "Hele",
        "Hos",
        "Hver",
        "I",
        "Kan",
        "Med",
        "Mellem",
        "Mod",
        "Ny",
        "Nye",
        "Og",
        "Om",
        "Over",
        "På",
        "Samme",
        "Som",
        "Til",
        "Under",
        "Ved",
        "Vores",
    ]
)
"""Words that begin with a capital at the start of a sentence, and are no part of a name."""
MARGIN = 2
"""A municipality must be named this many times as often as the next one for the body of a text to tell whose it is."""


@cache
def table() -> tuple[Municipality, ...]:
    """The 98 municipalities, in the order of their codes."""
    lines = resources.files(__package__).joinpath("municipalities.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return tuple(Municipality(name=name, code=code, slug=slugify(name)) for code, name in rows)


def lookup(name: str) -> Municipality | None:
    """The municipality of the table that a name means, in any spelling, with *Kommune* or a genitive s.

    ``Århus``, ``aarhus-kommune``, ``ÅRHUS KOMMUNES`` are one.
    """
    folded = re.sub(r" (?:regions)?kommunes?$", _kept_region, slugify(name[:80]).replace("-", " "))
    found = _by_folded_name().get(folded)
    return found or _by_folded_name().get(folded.removesuffix("s"))


def _kept_region(match: re.Match[str]) -> str:
    return " regions" if "regions" in match[0] else ""


@cache
def _by_folded_name() -> dict[str, Municipality]:
    by_name = {municipality.slug.replace("-", " "): municipality for municipality in table()}
    named = {municipality.name: municipality for municipality in table()}
    return by_name | {folded: named[name] for folded, name in _OTHER_NAMES.items()}


def by_code(code: str) -> Municipality | None:
    """The municipality with this official code, as it begins some case numbers: ``"330"`` of 330-2018-3619."""
    return next((municipality for municipality in table() if municipality.code == code), None)


def named(name: str) -> Municipality:
    """The municipality of that name: the table's where it has it, else one without a code, the name as written."""
    bare = re.sub(r" (?:regions)?kommunes?$", "", " ".join(name.split()), flags=re.IGNORECASE)
    bare = bare.title() if bare.isupper() and len(bare) > 3 else bare
    return lookup(name) or Municipality(name=bare, code=None, slug=slugify(bare))


def find_mentions(text: str) -> tuple[MunicipalityMention, ...]:
    """Every ``X Kommune`` of the text, in order."""
    return tuple(_mentions(text))


def _mentions(text: str) -> Iterator[MunicipalityMention]:
    for match in _NAMED.finditer(text):
        words = match["name"].split(" ")
        while words and words[0].capitalize() in _NO_NAMES:
            words = words[1:]
        if words:
            start = match.start("kommune") - len(" ".join(words)) - 1
            yield MunicipalityMention(start=start, end=match.end(), municipality=_meant(words))


def _meant(words: list[str]) -> Municipality:
    """The longest ending of the words that the table has: in ``Rådhuset Strandby`` the town; else all of them."""
    for first in range(len(words)):
        found = lookup(" ".join(words[first:]))
        if found:
            return found
    return named(" ".join(words))


def most_named(text: str) -> Municipality | None:
    """The municipality that the text is of: named at least `MARGIN` times as often as any other. None where unclear."""
    counted = Counter(mention.municipality for mention in find_mentions(text)).most_common(2)
    if not counted or (len(counted) == 2 and counted[0][1] < MARGIN * counted[1][1]):
        return None
    return counted[0][0]
