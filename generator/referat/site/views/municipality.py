"""A municipality: its bodies, and how things stand."""

import datetime as dt

from msgspec import Struct

from referat.site.nodes import BodyNode, MunicipalityNode
from referat.site.urls import cases_url
from referat.site.views.case_line import CaseLine, unsettled_cases
from referat.site.views.decided import Decided, newest_decisions
from referat.site.views.front import Place, place
from referat.site.views.head import Head
from referat.site.views.meeting_line import MeetingLine, meeting_line, newest_first
from referat.site.words import phrase

DECISIONS = 10
MEETINGS = 6
UNSETTLED = 8
UPCOMING = 4


class BodyLine(Struct, frozen=True, kw_only=True):
    """A body in one line."""

    name: str
    url: str
    meetings: int
    first: dt.date
    latest: dt.date


class MunicipalityView(Struct, frozen=True, kw_only=True):
    """What ``municipality.html`` shows."""

    head: Head
    place: Place
    cases_url: str
    bodies: tuple[BodyLine, ...]
    newest: tuple[Decided, ...]
    meetings: tuple[MeetingLine, ...]
    """The newest ones with minutes."""
    agendas: tuple[MeetingLine, ...]
    """The newest ones of which only the agenda is known."""
    unsettled: tuple[CaseLine, ...]
    """Cases that were postponed or sent on, the newest first."""
    unsettled_count: int
    """How many there are of them in all."""


def municipality_view(node: MunicipalityNode) -> MunicipalityView:
    """The page of one municipality."""
    lines = [meeting_line(meeting) for meeting in newest_first(m for body in node.bodies for m in body.meetings)]
    unsettled = unsettled_cases(node)
    return MunicipalityView(
        head=Head(
            title=phrase("municipality.title", place=node.name),
            url=node.url,
            here=node.name,
            description=phrase("municipality.description", place=node.name),
        ),
        place=place(node),
        cases_url=cases_url(node.name),
        bodies=tuple(map(_body_line, node.bodies)),
        newest=newest_decisions(node, DECISIONS),
        meetings=tuple(line for line in lines if not line.agenda_only)[:MEETINGS],
        agendas=tuple(line for line in lines if line.agenda_only)[:UPCOMING],
        unsettled=unsettled[:UNSETTLED],
        unsettled_count=len(unsettled),
    )


def _body_line(body: BodyNode) -> BodyLine:
    return BodyLine(
        name=body.name,
        url=body.url,
        meetings=len(body.meetings),
        first=body.meetings[-1].date,
        latest=body.meetings[0].date,
    )
