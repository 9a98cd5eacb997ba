"""A case as a line of a list."""

import datetime as dt

from msgspec import Struct

from referat.site.nodes import CaseNode, MunicipalityNode
from referat.vocabulary.outcomes import Outcome

UNSETTLED = frozenset({Outcome.RECOMMENDED, Outcome.POSTPONED, Outcome.FORWARDED, Outcome.RETURNED})
"""Outcomes after which the case should come back: to another body, or to the same one."""


class CaseLine(Struct, frozen=True, kw_only=True):
    """A case, and how it stands."""

    display: str
    url: str
    municipality: str
    title: str | None
    container: bool
    body: str
    """Where it was dealt with last."""
    date: dt.date
    outcome: Outcome
    treatments: int


def case_line(case: CaseNode) -> CaseLine:
    """The line of one case. A container case has no outcome: its items are different subjects."""
    return CaseLine(
        display=case.display,
        url=case.url,
        municipality=case.municipality,
        title=case.title,
        container=case.container,
        body=case.latest.body,
        date=case.latest.date,
        outcome=Outcome.NONE if case.container else case.latest.outcome,
        treatments=len(case.treatments),
    )


def unsettled_cases(municipality: MunicipalityNode) -> tuple[CaseLine, ...]:
    """The cases whose latest known outcome sends them on or back, the newest first."""
    open_cases = (case for case in municipality.cases if not case.container and case.latest.outcome in UNSETTLED)
    return tuple(sorted(map(case_line, open_cases), key=lambda line: (-line.date.toordinal(), line.url)))
