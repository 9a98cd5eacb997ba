"""Calendars of a municipality's and a body's meetings, the coming ones of which an agenda is known among them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from msgspec import Struct

from referat.exports.calendar import Calendar, Event
from referat.model import Status
from referat.site.nodes import MeetingNode, MunicipalityNode
from referat.site.urls import calendar_url
from referat.site.views.meeting_line import newest_first
from referat.site.words import Said, phrase

MEETINGS = 200
"""The newest meetings that a calendar has: it is fetched anew again and again."""


class CalendarView(Struct, frozen=True):
    """What ``calendar.ics`` shows."""

    calendar: Calendar


def calendar_views(node: MunicipalityNode, days: Mapping[str, dt.date]) -> Iterator[CalendarView]:
    """The calendars of a municipality and of each of its bodies.

    Args:
        node: The municipality.
        days: By address, when its meetings were amended last (`amended_days`).
    """
    meetings = newest_first(meeting for body in node.bodies for meeting in body.meetings)
    yield _calendar(node.url, phrase("municipality.title", place=node.name), meetings, days)
    for body in node.bodies:
        yield _calendar(body.url, phrase("body.title", body=body.name, place=node.name), body.meetings, days)


def _calendar(page: str, name: Said, meetings: Iterable[MeetingNode], days: Mapping[str, dt.date]) -> CalendarView:
    events = [_event(meeting, days[meeting.url]) for meeting in islice(meetings, MEETINGS)]
    return CalendarView(Calendar(url=calendar_url(page), name=name, events=tuple(events)))


def _event(node: MeetingNode, updated: dt.date) -> Event:
    meeting = node.minutes.meeting
    withdrawn = meeting.status is Status.WITHDRAWN
    return Event(
        id=node.url,
        title=phrase("calendar.meeting", body=node.body, place=node.municipality),
        date=node.date,
        begins=meeting.time,
        ends=meeting.ends,
        place=None if withdrawn else meeting.place,
        updated=updated,
        revision=len(meeting.changes) + (meeting.corrected is not None) + withdrawn,
        cancelled=withdrawn,
    )
