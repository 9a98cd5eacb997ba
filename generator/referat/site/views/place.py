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


def place(municipality: MunicipalityNode) -> Place:
    """A municipality with at least one meeting, in numbers."""
    dates = [meeting.date for body in municipality.bodies for meeting in body.meetings]
    return Place(
        name=municipality.name,
        url=municipality.url,
        bodies=len(municipality.bodies),
        meetings=len(dates),
        cases=len(municipality.cases),
        first=min(dates),
        latest=max(dates),
    )
