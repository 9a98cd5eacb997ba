"""A municipality: what was decided lately, what comes next, what waits, and who meets."""

import datetime as dt

from msgspec import Struct

from referat.site.coverage import body_coverage, latest_of, newest_day
from referat.site.nodes import BodyNode, MunicipalityNode
from referat.site.urls import cases_url, feed_url
from referat.site.views.case_line import CaseLine
from referat.site.views.coverage import Totals, totals_of
from referat.site.views.decided import Decided, newest_decisions
from referat.site.views.head import Head
from referat.site.views.meeting_line import MeetingLine, coming_meetings, meeting_line, newest_first
from referat.site.views.place import Place, place
from referat.site.views.waiting import Waiting, cases_under_way, postponed_cases
from referat.site.words import phrase

DECISIONS = 10
MEETINGS = 6
OPEN_CASES = 8
COMING = 6


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
    now: dt.date
    """The newest day of which it is known what was decided: ages are counted to it."""
    newest: tuple[Decided, ...]
    coming: tuple[MeetingLine, ...]
    """The next meetings with an agenda, the soonest first."""
    postponed: tuple[Waiting, ...]
    """Those that have waited longest."""
    postponed_count: int
    """How many there are of them in all."""
    under_way: tuple[CaseLine, ...]
    """Cases that were sent on or back, the newest first."""
    under_way_count: int
    bodies: tuple[BodyLine, ...]
    meetings: tuple[MeetingLine, ...]
    """The newest ones with minutes."""
    coverage: Totals


def municipality_view(node: MunicipalityNode) -> MunicipalityView:
    """The page of one municipality."""
    now = newest_day(node)
    lines = (meeting_line(meeting) for meeting in newest_first(m for body in node.bodies for m in body.meetings))
    postponed, under_way = postponed_cases(node, now), cases_under_way(node)
    return MunicipalityView(
        head=Head(
            title=phrase("municipality.title", place=node.name),
            url=node.url,
            feed=feed_url(node.url),
            here=node.name,
            description=phrase("municipality.description", place=node.name),
        ),
        place=place(node, now),
        cases_url=cases_url(node.name),
        now=now,
        newest=newest_decisions(node.bodies, DECISIONS),
        coming=coming_meetings(node.bodies, now)[:COMING],
        postponed=postponed[:OPEN_CASES],
        postponed_count=len(postponed),
        under_way=under_way[:OPEN_CASES],
        under_way_count=len(under_way),
        bodies=tuple(_body_line(body, now) for body in node.bodies),
        meetings=tuple(line for line in lines if not line.agenda_only)[:MEETINGS],
        coverage=totals_of(node, [body_coverage(body, now) for body in node.bodies], now),
    )


def _body_line(body: BodyNode, now: dt.date) -> BodyLine:
    return BodyLine(
        name=body.name,
        url=body.url,
        meetings=len(body.meetings),
        first=body.meetings[-1].date,
        latest=latest_of(body, now),
    )
