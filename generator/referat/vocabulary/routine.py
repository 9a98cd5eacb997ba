"""Routine items: what every meeting has on its agenda and hardly anybody looks for."""

import re
from functools import lru_cache

_OF_A_MEETING = (
    r"(?: (?:for|til|fra|af) (?:.{0,80}(?:møde|udvalg|råd|bestyrelse).{0,60}|.{0,60}\d.{0,40})| den \d.{0,40})?"
)
_FORMALITY = re.compile(
    rf"(?:(?:(?:godkendelse|vedtagelse|fastsættelse) af (?:(?:dagens|mødets) )?)?dagsorden(?:en)?{_OF_A_MEETING}"
    r"|dagsorden(?:en)? ?[-–:] ?godkendelse"
    r"|(?:godkendelse|underskrivelse|underskrift) af (?:(?:seneste|sidste) )?(?:beslutnings)?(?:referat|protokol)"
    rf"\w{{0,3}}{_OF_A_MEETING}"
    r"|(?:(?:digital|elektronisk) )?underskrift(?:er|sark|sside|sblad)?)",
    re.IGNORECASE,
)
_SPEAKERS = (
    r"(?:(?:næst)?formand|borgmester|udvalg|medlem|(?:kommunal)?direktør|forvaltning|administration|direktion).{0,80}"
)
_NEWS = r"(?:meddelelser|orientering(?:er)?|siden sidst|nyt)"
_ROUND = re.compile(
    rf"eventuelt|evt|bordet rundt|gensidige? orientering(?:er)?|{_NEWS}(?: (?:fra|ved|til) {_SPEAKERS})?|spørgetid"
    r"|næste møde|mødeplan",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:der (?:var|er) )?(?:intet|ingen(?:ting)?|ikke noget)"
    r"(?: (?:at|til|under|bemærkninger|punkter|meddelelser).{0,50})?",
    re.IGNORECASE,
)
_MARK = re.compile(r" ?\((?:b|o|d|lukket|åben|beslutning|orientering|drøftelse)\)$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def is_formality(title: str) -> bool:
    """Whether a title names a step of the meeting itself: ``Godkendelse af dagsorden``, ``Underskriftsark``."""
    return _FORMALITY.fullmatch(_bare(title)) is not None


@lru_cache(maxsize=4096)
def is_round(title: str) -> bool:
    """Whether a title names a round of words that is a matter only where something is told: ``Eventuelt``."""
    return _ROUND.fullmatch(_bare(title)) is not None


def says_nothing(text: str) -> bool:
    """Whether a text says only that there is nothing to say: ``Intet at bemærke.``"""
    return _NOTHING.fullmatch(_bare(text)) is not None


def _bare(title: str) -> str:
    return _MARK.sub("", " ".join(title.split()).strip(" .:-–")).strip(" .:-–")
