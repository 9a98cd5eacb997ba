"""When a meeting began and ended, as a sentence of the minutes tells it: ``Mødet begyndte kl. 15.00 og sluttede …``."""

import datetime as dt
import re

from referat.vocabulary.dates import parse_time

_BEGINS = re.compile(
    r"\bmødet (?:startede|starter|begyndte|begynder|begyndt|påbegyndtes|indledtes|blev (?:åbnet|påbegyndt|indledt))"
    r"[^.]{0,30}?(?P<clock>kl\.? ?\d{1,2}(?:[.:]\d{2})?)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:(?:af)?slutte(?:de|t|r|des)|hæve(?:t|des))[^.]{0,20}?(?P<clock>kl\.? ?\d{1,2}(?:[.:]\d{2})?)",
    re.IGNORECASE,
)


def meeting_hours(sentence: str) -> tuple[dt.time | None, dt.time | None]:
    """When the meeting that the line speaks of began and ended; None for what it does not tell."""
    begins = _BEGINS.search(sentence)
    if begins is None:
        return None, None
    ends = _ENDS.search(sentence, begins.end())
    return parse_time(begins["clock"]), parse_time(ends["clock"]) if ends else None
