"""How far the minutes reach: a page a municipality, and one that sets all municipalities beside each other."""

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec import Struct

from referat.site.coverage import BodyCoverage, ItemYear, body_coverage, newest_day
from referat.site.nodes import MunicipalityNode
from referat.site.urls import COVERAGE, coverage_url
from referat.site.views.head import Head, Link
from referat.site.views.place import place
from referat.site.words import phrase


class Totals(Struct, frozen=True, kw_only=True):
    """A municipality's coverage in one line."""

    name: str
    url: str
    """Of its page of coverage."""
    bodies: int
    meetings: int
    first: dt.date
    latest: dt.date
    """Of those that are over."""
    gaps: int
    """Times without a meeting that are long for the body."""
    without_minutes: int
    without_text: int
    unsure: int
    items: int
    unnumbered: int
    closed: int
    with_subject: int


class PlaceCoverageView(Struct, frozen=True, kw_only=True):
    """What ``place_coverage.html`` shows."""

    head: Head
    municipality: Link
    now: dt.date
    """The newest day of which it is known what was decided: everything is counted to it."""
    totals: Totals
    bodies: tuple[BodyCoverage, ...]
    years: tuple[ItemYear, ...]
    """The items of all bodies by year, the newest first."""


class CoverageView(Struct, frozen=True, kw_only=True):
    """What ``coverage.html`` shows."""

    head: Head
    places: tuple[Totals, ...]


def place_coverage_view(node: MunicipalityNode) -> PlaceCoverageView:
    """The page of one municipality's coverage."""
    now = newest_day(node)
    bodies = tuple(body_coverage(body, now) for body in node.bodies)
    return PlaceCoverageView(
        head=Head(
            title=phrase("coverage.title_place", place=node.name),
            url=coverage_url(node.name),
            here=phrase("coverage.crumb"),
            crumbs=(Link(node.name, node.url),),
            description=phrase("coverage.description_place", place=node.name),
        ),
        municipality=Link(node.name, node.url),
        now=now,
        totals=totals_of(node, bodies, now),
        bodies=bodies,
        years=_added_up(year for body in bodies for year in body.years),
    )


def coverage_view(places: Sequence[Totals]) -> CoverageView:
    """The page of the whole site's coverage."""
    return CoverageView(
        head=Head(
            title=phrase("coverage.title"),
            url=COVERAGE,
            here=phrase("coverage.crumb"),
            description=phrase("coverage.description"),
        ),
        places=tuple(places),
    )


def totals_of(node: MunicipalityNode, bodies: Sequence[BodyCoverage], now: dt.date) -> Totals:
    """The municipality in one line, its bodies covered until the day `now`."""
    known = place(node, now)
    return Totals(
        name=node.name,
        url=coverage_url(node.name),
        bodies=len(bodies),
        meetings=known.meetings,
        first=known.first,
        latest=known.latest,
        gaps=sum(len(body.gaps) for body in bodies),
        without_minutes=sum(len(body.without_minutes) for body in bodies),
        without_text=sum(len(body.without_text) for body in bodies),
        unsure=sum(len(body.unsure) for body in bodies),
        items=sum(body.items for body in bodies),
        unnumbered=sum(body.unnumbered for body in bodies),
        closed=sum(body.closed for body in bodies),
        with_subject=sum(body.with_subject for body in bodies),
    )


def _added_up(years: Iterable[ItemYear]) -> tuple[ItemYear, ...]:
    sums: dict[int, ItemYear] = {}
    for one in years:
        sofar = sums.get(one.year, ItemYear(year=one.year, items=0, closed=0, with_subject=0))
        sums[one.year] = ItemYear(
            year=one.year,
            items=sofar.items + one.items,
            closed=sofar.closed + one.closed,
            with_subject=sofar.with_subject + one.with_subject,
        )
    return tuple(sums[year] for year in sorted(sums, reverse=True))
