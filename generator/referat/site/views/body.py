"""A body: what it decided lately, what waits there, and its meetings by year."""

import datetime as dt
from collections.abc import Iterator, Sequence

from msgspec import Struct

from referat.site.coverage import latest_of, rhythm_of
from referat.site.nodes import BodyNode
from referat.site.urls import coverage_url, feed_url, year_url
from referat.site.views.decided import Decided, newest_decisions
from referat.site.views.head import Head, Link
from referat.site.views.meeting_line import MeetingLine, MeetingYear, coming_meetings, meetings_by_year
from referat.site.views.waiting import Waiting
from referat.site.words import phrase

DECISIONS = 5
POSTPONED = 5
IN_FULL = 150
"""Meetings that the page lists itself, whole years of them, so that it stays light. Earlier years have pages of their
own."""


class YearCount(Struct, frozen=True, kw_only=True):
    """A year that has a page of its own."""

    year: int
    url: str
    count: int


class BodyView(Struct, frozen=True, kw_only=True):
    """What ``body.html`` shows."""

    head: Head
    name: str
    municipality: Link
    coverage_url: str
    count: int
    first: dt.date
    latest: dt.date
    rhythm: int | None
    """Days between its meetings, as a rule."""
    now: dt.date
    """The municipality's newest day of which it is known what was decided: ages are counted to it."""
    newest: tuple[Decided, ...]
    coming: tuple[MeetingLine, ...]
    postponed: tuple[Waiting, ...]
    postponed_count: int
    years: tuple[MeetingYear, ...]
    """Newest first."""
    earlier: tuple[YearCount, ...]
    """The years before those."""


class BodyYearView(Struct, frozen=True, kw_only=True):
    """What ``body_year.html`` shows."""

    head: Head
    name: str
    municipality: Link
    year: int
    meetings: tuple[MeetingLine, ...]
    """Newest first."""


def body_view(node: BodyNode, now: dt.date, postponed: Sequence[Waiting] = ()) -> BodyView:
    """The page of one body.

    Args:
        node: The body.
        now: The municipality's newest day of which it is known what was decided.
        postponed: The municipality's postponed cases.
    """
    years = meetings_by_year(node)
    full = _in_full(years)
    waiting = tuple(one for one in postponed if one.case.body == node.name)
    return BodyView(
        head=Head(
            title=phrase("body.title", body=node.name, place=node.municipality),
            url=node.url,
            feed=feed_url(node.url),
            here=node.name,
            crumbs=(Link(node.municipality, node.municipality_url),),
            description=phrase("body.description", body=node.name, place=node.municipality),
        ),
        name=node.name,
        municipality=Link(node.municipality, node.municipality_url),
        coverage_url=f"{coverage_url(node.municipality)}#{coverage_anchor(node.url)}",
        count=len(node.meetings),
        first=node.meetings[-1].date,
        latest=latest_of(node, now),
        rhythm=rhythm_of(sorted({meeting.date for meeting in node.meetings})),
        now=now,
        newest=newest_decisions([node], DECISIONS),
        coming=coming_meetings([node], now),
        postponed=waiting[:POSTPONED],
        postponed_count=len(waiting),
        years=years[:full],
        earlier=tuple(
            YearCount(year=year.year, url=year_url(node.url, year.year), count=len(year.meetings))
            for year in years[full:]
        ),
    )


def coverage_anchor(url: str) -> str:
    """The body's place on the municipality's page of coverage: the last name of its address."""
    return url.rstrip("/").rpartition("/")[2]


def _in_full(years: Sequence[MeetingYear]) -> int:
    """How many years the page lists itself: at least the newest."""
    meetings = 0
    for place, year in enumerate(years):
        meetings += len(year.meetings)
        if meetings > IN_FULL and place:
            return place
    return len(years)


def years_apart(node: BodyNode) -> tuple[MeetingYear, ...]:
    """The years that the body's own page does not list."""
    years = meetings_by_year(node)
    return years[_in_full(years) :]


def year_views(node: BodyNode) -> Iterator[BodyYearView]:
    """The pages of those years."""
    for year in years_apart(node):
        name = phrase("body.year", body=node.name, year=year.year)
        yield BodyYearView(
            head=Head(
                title=phrase("body.title", body=name, place=node.municipality),
                url=year_url(node.url, year.year),
                here=str(year.year),
                crumbs=(Link(node.municipality, node.municipality_url), Link(node.name, node.url)),
                description=phrase("body.description", body=name, place=node.municipality),
            ),
            name=node.name,
            municipality=Link(node.municipality, node.municipality_url),
            year=year.year,
            meetings=year.meetings,
        )
