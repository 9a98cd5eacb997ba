"""A meeting as a line of a list."""

import datetime as dt
from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct

from referat.site.nodes import BodyNode, MeetingNode
from referat.vocabulary.outcomes import Outcome


class MeetingLine(Struct, frozen=True, kw_only=True):
    """A meeting, and how much was dealt with."""

    municipality: str
    body: str
    date: dt.date
    url: str
    sequence: int
    agenda_only: bool
    """No minutes are known, so nothing is known to be decided."""
    items: int
    decided: int
    closed: int


class MeetingYear(Struct, frozen=True):
    """The meetings of one year, newest first."""

    year: int
    meetings: tuple[MeetingLine, ...]


def meeting_line(node: MeetingNode) -> MeetingLine:
    """The line of one meeting."""
    return MeetingLine(
        municipality=node.municipality,
        body=node.body,
        date=node.date,
        url=node.url,
        sequence=node.minutes.meeting.sequence,
        agenda_only=node.minutes.meeting.kind.is_agenda,
        items=len(node.items),
        decided=sum(item.outcome is not Outcome.NONE for item in node.items),
        closed=sum(item.item.closed for item in node.items),
    )


def meetings_by_year(body: BodyNode) -> tuple[MeetingYear, ...]:
    """The body's meetings, newest first, under their years."""
    by_year = groupby((meeting_line(meeting) for meeting in body.meetings), key=lambda line: line.date.year)
    return tuple(MeetingYear(year, tuple(lines)) for year, lines in by_year)


def coming_meetings(bodies: Iterable[BodyNode], now: dt.date) -> tuple[MeetingLine, ...]:
    """The bodies' meetings after the day `now` of which an agenda is known, the soonest first."""
    meetings = (meeting for body in bodies for meeting in body.meetings if meeting.date > now)
    agendas = (meeting for meeting in meetings if meeting.minutes.meeting.kind.is_agenda)
    return tuple(meeting_line(meeting) for meeting in sorted(agendas, key=lambda one: (one.date, one.url)))


def newest_first(meetings: Iterable[MeetingNode]) -> list[MeetingNode]:
    """Meetings of several bodies in one order: the newest first, and by body on one day."""
    return sorted(meetings, key=lambda meeting: (-meeting.date.toordinal(), meeting.url))
