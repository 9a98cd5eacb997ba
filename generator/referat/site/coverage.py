"""How far the minutes on the site reach: what is there, and where a body's own rhythm would let one expect more.

Nothing here says that anybody has failed: a committee need not publish its decisions, and what was published need not
have been fetched. It says what a reader finds here and what not.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median_low

from msgspec import Struct

from referat.site.nodes import BodyNode, MeetingNode, MeetingRef, MunicipalityNode

ENOUGH = 5
"""Meetings from which a rhythm can be read."""
SELDOM = 100
"""Days: what comes more seldom is no rhythm, but the few meetings that the site has."""
PATIENCE = 2.5
"""How many times its usual interval a body may take before the interval is told."""
AT_LEAST = 30
"""Days beyond the usual interval, so that a body that meets every week is not told of for two weeks."""
SUMMER = (7, 15)
"""Councils hold no meetings in July: an interval over this day may be longer."""
SUMMER_DAYS = 35


class Gap(Struct, frozen=True, kw_only=True):
    """A time without a meeting that is long for the body."""

    after: dt.date
    """The meeting before it."""
    before: dt.date | None
    """The meeting after it. None: it goes on to the newest day of which anything is known."""
    days: int


class ItemYear(Struct, frozen=True, kw_only=True):
    """A body's items of one year, and how many of them were closed."""

    year: int
    items: int
    closed: int
    with_subject: int
    """Of the closed ones: those whose subject is told."""


class BodyCoverage(Struct, frozen=True, kw_only=True):
    """What there is of one body."""

    name: str
    url: str
    meetings: int
    first: dt.date
    latest: dt.date
    """Of those that are over."""
    rhythm: int | None
    """Days between its meetings, as a rule. None: there are too few to tell."""
    gaps: tuple[Gap, ...]
    """The newest first."""
    without_minutes: tuple[MeetingRef, ...]
    """Held meetings of which there is only the agenda, the newest first."""
    without_text: tuple[MeetingRef, ...]
    """Meetings whose records have no items and no text."""
    unsure: tuple[MeetingRef, ...]
    """Meetings whose documents were read with little certainty."""
    unnumbered: int
    """Open items without a case number, so that they are on no case's page."""
    years: tuple[ItemYear, ...]
    """The newest first."""

    @property
    def items(self) -> int:
        """All its items."""
        return sum(year.items for year in self.years)

    @property
    def closed(self) -> int:
        """Those that were closed."""
        return sum(year.closed for year in self.years)

    @property
    def with_subject(self) -> int:
        """Of the closed ones: those whose subject is told."""
        return sum(year.with_subject for year in self.years)


def newest_day(municipality: MunicipalityNode) -> dt.date:
    """The newest day of which it is known what was decided: a page counts it as now, so that every build says the same.

    It may be told by another meeting's record. Where there are only agendas it is the day of the newest.
    """
    meetings = [meeting for body in municipality.bodies for meeting in body.meetings]
    held = [meeting.date for meeting in meetings if not meeting.minutes.meeting.kind.is_agenda]
    told = [case.latest.date for case in municipality.cases if not case.latest.upcoming]
    return max([*held, *told] or [meeting.date for meeting in meetings])


def latest_of(body: BodyNode, now: dt.date) -> dt.date:
    """The body's latest meeting until the day `now`; the first one where all of them are to come."""
    return next((meeting.date for meeting in body.meetings if meeting.date <= now), body.meetings[-1].date)


def body_coverage(body: BodyNode, now: dt.date) -> BodyCoverage:
    """What there is of one body until the day `now`."""
    held = [meeting for meeting in body.meetings if meeting.date <= now]
    days = sorted({meeting.date for meeting in held})
    return BodyCoverage(
        name=body.name,
        url=body.url,
        meetings=len(body.meetings),
        first=body.meetings[-1].date,
        latest=latest_of(body, now),
        rhythm=rhythm_of(days),
        gaps=gaps_in(days, now),
        without_minutes=_refs(meeting for meeting in held if meeting.minutes.meeting.kind.is_agenda),
        without_text=_refs(meeting for meeting in held if not _has_text(meeting)),
        unsure=_refs(meeting for meeting in held if _is_unsure(meeting)),
        unnumbered=sum(
            node.case is None and not node.item.closed for meeting in body.meetings for node in meeting.items
        ),
        years=_item_years(body.meetings),
    )


def rhythm_of(days: Sequence[dt.date]) -> int | None:
    """The usual number of days between meetings. None where there are too few to tell."""
    if len(days) < ENOUGH:
        return None
    usual = median_low([(later - earlier).days for earlier, later in pairwise(days)])
    return usual if usual <= SELDOM else None


def gaps_in(days: Sequence[dt.date], now: dt.date) -> tuple[Gap, ...]:
    """The intervals that are long for the rhythm of the meetings on these days, the newest first.

    Args:
        days: The days of all meetings, in order.
        now: The end of the time that is looked at.
    """
    usual = rhythm_of(days)
    if usual is None:
        return ()
    pairs = [*((earlier, later, True) for earlier, later in pairwise(days)), (days[-1], now, False)]
    return tuple(
        Gap(after=earlier, before=later if known else None, days=(later - earlier).days)
        for earlier, later, known in reversed(pairs)
        if _is_long(earlier, later, usual)
    )


def _is_long(earlier: dt.date, later: dt.date, usual: int) -> bool:
    summer = any(earlier < dt.date(year, *SUMMER) < later for year in range(earlier.year, later.year + 1))
    days = (later - earlier).days - (SUMMER_DAYS if summer else 0)
    return days > max(usual * PATIENCE, usual + AT_LEAST)


def _item_years(meetings: Iterable[MeetingNode]) -> tuple[ItemYear, ...]:
    items: dict[int, list[bool]] = defaultdict(list)
    closed: dict[int, list[bool]] = defaultdict(list)
    for meeting in meetings:
        for node in meeting.items:
            items[meeting.date.year].append(node.item.closed)
            if node.item.closed:
                closed[meeting.date.year].append(node.item.title is not None)
    return tuple(
        ItemYear(year=year, items=len(items[year]), closed=len(closed[year]), with_subject=sum(closed[year]))
        for year in sorted(items, reverse=True)
    )


def _refs(meetings: Iterable[MeetingNode]) -> tuple[MeetingRef, ...]:
    return tuple(
        MeetingRef(municipality=meeting.municipality, body=meeting.body, date=meeting.date, url=meeting.url)
        for meeting in meetings
    )


def _has_text(meeting: MeetingNode) -> bool:
    minutes = meeting.minutes
    return bool(meeting.items or minutes.preamble or minutes.annexes or minutes.unplaced)


def _is_unsure(meeting: MeetingNode) -> bool:
    records = (meeting.minutes, *(record.minutes for record in meeting.addenda))
    return any(one.meeting.source is not None and one.meeting.source.is_unsure for one in records)
