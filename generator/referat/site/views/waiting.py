"""Cases that are not at an end: those that were postponed, with how long they have waited, and those sent on."""

import datetime as dt

from msgspec import Struct

from referat.site.nodes import CaseNode, MunicipalityNode
from referat.site.views.case_line import CaseLine, case_line
from referat.vocabulary.outcomes import Outcome

UNDER_WAY = frozenset({Outcome.RECOMMENDED, Outcome.FORWARDED, Outcome.RETURNED})
"""Outcomes after which the case should come before another body."""


class Waiting(Struct, frozen=True, kw_only=True):
    """A case that was postponed and has not been dealt with since."""

    case: CaseLine
    days: int
    """From the postponement to the newest day of which it is known what was decided."""


def postponed_cases(municipality: MunicipalityNode, now: dt.date) -> tuple[Waiting, ...]:
    """The cases that were last postponed, those that have waited longest first."""
    lines = sorted(
        map(case_line, _ended_with(municipality, {Outcome.POSTPONED})), key=lambda line: (line.date, line.url)
    )
    return tuple(Waiting(case=line, days=(now - line.date).days) for line in lines)


def cases_under_way(municipality: MunicipalityNode) -> tuple[CaseLine, ...]:
    """The cases that were last recommended, sent on or sent back, the newest first."""
    lines = map(case_line, _ended_with(municipality, UNDER_WAY))
    return tuple(sorted(lines, key=lambda line: (-line.date.toordinal(), line.url)))


def _ended_with(municipality: MunicipalityNode, outcomes: frozenset[Outcome] | set[Outcome]) -> list[CaseNode]:
    return [case for case in municipality.cases if not case.container and case.latest.outcome in outcomes]
