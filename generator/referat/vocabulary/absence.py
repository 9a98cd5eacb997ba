"""How an absence is told beside a name: with an apology (afbud), without one, or for a part of the meeting."""

import re
from enum import StrEnum

from msgspec import Struct


class AbsenceKind(StrEnum):
    """What the minutes say of somebody's absence. `ABSENT`: that there was one, and no more."""

    APOLOGY = "apology"
    NO_APOLOGY = "no_apology"
    PARTLY = "partly"
    ABSENT = "absent"


class Absence(Struct, frozen=True, kw_only=True):
    """Somebody who was not there."""

    who: str
    """As printed, without the words that say how: ``Anna Holm (A)``."""
    kind: AbsenceKind
    told: str | None = None
    """What is told besides, as printed: ``i stedet mødte Bo Kjær (V)``, ``deltog ikke i punkt 4``."""


_HOW = (
    (AbsenceKind.NO_APOLOGY, r"(?:fraværende )?uden (?:afbud|lovligt forfald)|udeble\w{1,3}(?: uden afbud)?"),
    (
        AbsenceKind.APOLOGY,
        r"(?:fraværende )?(?:med )?(?:afbud|lovligt forfald)|(?:(?:har|havde) )?meldt (?:afbud|forfald)",
    ),
    (AbsenceKind.ABSENT, r"frav(?:ær|ærende)|ikke til stede|deltog ikke(?: i mødet)?"),
)
_ENTRY = re.compile(
    r"(?P<who>.+?)[ ,;:–(-]{1,4}(?:var |er )?(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _HOW)
    + r")(?!\w)[ .,;:–-]*(?P<told>.*?)[ .]*\)?[ .]*$",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"(?P<who>.+?)[ ,;:–(-]{1,4}(?P<partly>)"
    r"(?P<told>(?:deltog|var|ikke|fraværende|inhabil|forlod|gik|ankom|kom|mødte)(?!\w)[^()]{0,60}"
    r"(?<!\w)(?:punkt\w{0,4}|pkt|sag|kl|til|efter|under|før)(?!\w).*?)[ .]*\)?[ .]*$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"(?:(?P<apology>{_HOW[1][1]})|(?P<no_apology>{_HOW[0][1]}))(?: fra)? ?: ?(?P<who>.+)$", re.IGNORECASE
)
_LONGEST = 400


def read_absence(printed: str) -> Absence:
    """Who was absent, and how, as far as the entry of the list says so.

    ``Anna Holm (A) (afbud)``, ``Anna Holm (A), uden afbud``, ``Afbud: Anna Holm (A)``.
    """
    text = " ".join(printed[:_LONGEST].split())
    match = _LABEL.match(text) or _PARTLY.match(text) or _ENTRY.match(text)
    if match is None or len(printed) > _LONGEST:
        return Absence(who=printed, kind=AbsenceKind.ABSENT)
    found = match.groupdict()
    kind = next(kind for kind, words in found.items() if kind in set(AbsenceKind) and words is not None)
    return Absence(who=_closed(found["who"]), kind=AbsenceKind(kind), told=_closed(found.get("told") or "") or None)


def _closed(words: str) -> str:
    """The words with the parenthesis that the split took from them."""
    return f"{words})" if words.count("(") > words.count(")") else words
