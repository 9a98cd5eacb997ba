"""Institutions whose name says whose they are: ``Strandby Byråd``, ``Rådhuset i Strandby``, ``www.strandby.dk``.

Only a municipality of the table counts, or a region: a town hall may stand in any town.
"""

import re
from collections import Counter
from collections.abc import Iterator

from referat.vocabulary.municipalities import MARGIN, Municipality, find_mentions, lookup
from referat.vocabulary.slugs import slugify

_WORD = r"[A-ZÆØÅ][\w-]{1,30}"
_NAME = rf"(?P<name>{_WORD}(?: {_WORD})?)"
_OF_MUNICIPALITY = (
    re.compile(
        rf"(?<![\w-]){_NAME} (?i:byråd(?:et)?s?|kommunalbestyrelsen?s?|rådhus(?:et)?s?|magistraten?s?"
        r"|(?:ældre|senior|handicap|udsatte|ungdoms)råd(?:et)?s?)(?![\w-])"
    ),
    re.compile(rf"(?<![\w-])(?i:rådhuset|byrådet|kommunalbestyrelsen) i {_NAME}(?![\w-])"),
    re.compile(r"(?<![\w.@-])(?:https?://)?www\.(?P<name>[\w-]{2,40})\.dk(?![\w-])", re.IGNORECASE),
)
_REGION = re.compile(r"(?<![\w-])Region (?P<name>Hovedstaden|Sjælland|Syddanmark|Midtjylland|Nordjylland)s?(?![\w-])")


def municipality_of_institutions(text: str) -> Municipality | None:
    """The municipality that the text's institutions belong to: the only one, or one named far more often."""
    return _most(_owners(text))


def region_named(text: str) -> Municipality | None:
    """The region that the text is of, as an authority of its own. Ask only of a text that a regional council wrote."""
    names = (f"Region {match['name']}" for match in _REGION.finditer(text))
    return _most(Municipality(name=name, code=None, slug=slugify(name)) for name in names)


def _owners(text: str) -> Iterator[Municipality]:
    yield from (mention.municipality for mention in find_mentions(text) if mention.municipality.code)
    for pattern in _OF_MUNICIPALITY:
        for match in pattern.finditer(text):
            known = lookup(match["name"]) or lookup(match["name"].rpartition(" ")[2])
            if known:
                yield known


def _most(found: Iterator[Municipality]) -> Municipality | None:
    counted = Counter(found).most_common(2)
    if not counted or (len(counted) == 2 and counted[0][1] < MARGIN * counted[1][1]):
        return None
    return counted[0][0]
