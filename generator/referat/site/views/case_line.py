"""A case as a line of a list."""

import datetime as dt

from msgspec import Struct

from referat.site.nodes import CaseNode
from referat.vocabulary.outcomes import Outcome


class OnAgenda(Struct, frozen=True, kw_only=True):
    """A meeting that is to deal with a case: only its agenda is known."""

    body: str
    date: dt.date


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
    """Those that are over."""
    only_closed: bool
    """It was only dealt with behind closed doors."""
    to_come: OnAgenda | None
    """Where it stands on an agenda after all that is known to be decided: the first such meeting."""


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
        treatments=sum(not treatment.upcoming for treatment in case.treatments),
        only_closed=all(treatment.closed for treatment in case.treatments),
        to_come=None if case.container else _to_come(case),
    )


def _to_come(case: CaseNode) -> OnAgenda | None:
    settled = case.latest.date
    agendas = (step for step in case.treatments if step.upcoming and (step.date > settled or step == case.latest))
    first = next(agendas, None)
    return None if first is None else OnAgenda(body=first.body, date=first.date)
