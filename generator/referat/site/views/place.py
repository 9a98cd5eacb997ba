"""A municipality in one line."""

import datetime as dt

from msgspec import Struct

from referat.site.nodes import MunicipalityNode


class Place(Struct, frozen=True, kw_only=True):
    """A municipality in one line."""

    name: str
    url: str
    bodies: int
    meetings: int
    cases: int
    first: dt.date
    """The earliest meeting."""
    latest: dt.date
    """The latest one that is over."""


def place(municipality: MunicipalityNode, now: dt.date) -> Place:
    """A municipality with at least one meeting, in numbers.

    Args:
        municipality: The municipality.
        now: Its newest day of which it is known what was decided.
    """
    dates = [meeting.date for body in municipality.bodies for meeting in body.meetings]
    return Place(
        name=municipality.name,
        url=municipality.url,
        bodies=len(municipality.bodies),
        meetings=len(dates),
        cases=len(municipality.cases),
        first=min(dates),
        latest=max((date for date in dates if date <= now), default=min(dates)),
    )
