"""The front page: what was decided lately, and where."""

import datetime as dt

from msgspec import Struct

from referat.settings import Settings
from referat.site.nodes import Corpus, MunicipalityNode
from referat.site.views.decided import Decided, newest_decisions, newest_of_all
from referat.site.views.head import Head

DECISIONS = 8
"""Decisions on the front page: what one looks through without looking for something."""


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


class FrontView(Struct, frozen=True, kw_only=True):
    """What ``front.html`` shows."""

    head: Head
    about: str
    """What the site is, in a sentence or two."""
    places: tuple[Place, ...]
    newest: tuple[Decided, ...]


def front_view(corpus: Corpus, settings: Settings) -> FrontView:
    """The front page of the site. A site without minutes has one too."""
    lines = [line for municipality in corpus.municipalities for line in newest_decisions(municipality, DECISIONS)]
    return FrontView(
        head=Head(title=settings.name, url="/", description=settings.about or settings.tagline or ""),
        about=settings.about or "",
        places=tuple(place(municipality) for municipality in corpus.municipalities if municipality.bodies),
        newest=newest_of_all(lines, DECISIONS),
    )


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
