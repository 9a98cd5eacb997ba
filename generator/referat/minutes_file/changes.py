"""A change as one line of text: ``2026-03-02: punkt 3: Beslutning; punkt 5: bilag``."""

import datetime as dt
import re

from referat.minutes_file.escape import unescape
from referat.model import Change

_CHANGE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?::(?: (.*))?)?")
_PROTECTED = re.compile(r"[\\;]")
_BETWEEN_SEMICOLONS = re.compile(r"(?:[^\\;]|\\.?)+")


def write_change(change: Change) -> str:
    """The day, then the places with semicolons between; a semicolon within a place gets a backslash."""
    places = "; ".join(_PROTECTED.sub(r"\\\g<0>", place) for place in change.what)
    return f"{change.date.isoformat()}: {places}" if places else change.date.isoformat()


def read_change(text: str) -> Change | None:
    """What `write_change` was given. None where the text begins with no day of the calendar."""
    match = _CHANGE.fullmatch(text)
    if match is None:
        return None
    try:
        date = dt.date.fromisoformat(match.group(1))
    except ValueError:
        return None
    places = (unescape(part).strip() for part in _BETWEEN_SEMICOLONS.findall(match.group(2) or ""))
    return Change(date=date, what=tuple(place for place in places if place))
