"""Calendars as iCalendar (RFC 5545).

Nothing in the file is of the build: the same content gives the same bytes.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator

from markupsafe import Markup

from referat.exports.calendar import Calendar, Event
from referat.site.words import Said

_LINE = 75
"""Octets of a line without its end (3.1)."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
"""What no text may have (3.1), and what some programs take for the end of a line."""
_ZONE = "Europe/Copenhagen"
_TIMEZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{_ZONE}",
    "BEGIN:DAYLIGHT",
    "TZNAME:CEST",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZNAME:CET",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""Danish time as it has been since 1996. Before, summer ended in September: a month of old meetings is an hour off."""


def ical(calendar: Calendar, site: str, authority: str, say: Callable[[Said], Markup]) -> str:
    """The text of the file.

    Args:
        calendar: The meetings.
        site: The site's address, without a last slash.
        authority: Who gives the ids: ``referat.example,2026``.
        say: Says what is to be said, as HTML, in the site's first language.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Referat//DA",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(say(calendar.name).unescape())}",
        f"X-WR-TIMEZONE:{_ZONE}",
        *_TIMEZONE,
    ]
    for event in calendar.events:
        lines += _event(event, site, authority, say)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(event: Event, site: str, authority: str, say: Callable[[Said], Markup]) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@{authority.partition(',')[0]}"
    yield f"DTSTAMP:{event.updated:%Y%m%d}T120000Z"
    yield f"SEQUENCE:{event.revision}"
    yield from _hours(event)
    yield f"SUMMARY:{_text(say(event.title).unescape())}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    yield f"URL:{site}{event.id}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    # Who follows a council is not at its meetings.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _hours(event: Event) -> Iterator[str]:
    if event.begins is None:
        yield f"DTSTART;VALUE=DATE:{event.date:%Y%m%d}"
        return
    yield f"DTSTART;TZID={_ZONE}:{event.date:%Y%m%d}T{event.begins:%H%M}00"
    if event.ends is not None and event.ends != event.begins:
        # A meeting that ends before it began went on past midnight.
        day = event.date + dt.timedelta(days=event.ends < event.begins)
        yield f"DTEND;TZID={_ZONE}:{day:%Y%m%d}T{event.ends:%H%M}00"


def _text(value: str) -> str:
    """A value of type TEXT (3.3.11)."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return _CONTROL.sub(" ", escaped)


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, none of which ends within a character."""
    if len(line) * 4 <= _LINE or len(line.encode()) <= _LINE:
        return line
    pieces = [""]
    room = _LINE
    for sign in line:
        size = len(sign.encode())
        if size > room:
            pieces.append("")
            room = _LINE - 1  # the blank that begins the line
        pieces[-1] += sign
        room -= size
    return "\r\n ".join(pieces)
