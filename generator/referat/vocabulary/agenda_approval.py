"""What the first item of a meeting tells of it: "Godkendelse af dagsorden for Byrådet den 14. maj 2024"."""

import re

from msgspec import Struct

from referat.vocabulary import dates
from referat.vocabulary.body_mentions import find_body

_AGENDA = re.compile(
    r"\bdagsorden(?:en)? (?:for|til) (?:(?:dagens |det )?mødet?(?: (?:i|for))? ?)?"
    rf"(?-i:(?P<body>[A-ZÆØÅ][^\d:.]{{1,90}}?) )?(?:den |d\. )?(?P<date>{dates.PATTERN})",
    re.IGNORECASE,
)
_TODAY = re.compile(r"\bdagens møde i (?P<body>[A-ZÆØÅ].{2,90}?)(?: den |\.|,|$)", re.IGNORECASE | re.MULTILINE)
LONGEST = 300
"""A longer line says more than that an agenda is approved."""


class Approval(Struct, frozen=True, kw_only=True):
    """Whose meeting it is, and which, as far as the line says so."""

    body: str | None = None
    date: dates.DateMention | None = None


def agenda_approval(line: str) -> Approval | None:
    """What a line says that approves the agenda of a meeting; None for any other line."""
    if len(line) > LONGEST:
        return None
    match = _AGENDA.search(line)
    if match:
        body = match["body"].strip(" ,-") if match["body"] else None
        return Approval(body=body, date=dates.find_date(match["date"]))
    today = _TODAY.search(line)
    mention = find_body(today["body"]) if today else None
    return Approval(body=mention.name) if mention else None
