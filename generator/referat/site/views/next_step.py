"""What is still to come of a case: who waits for it, and until when, where the minutes say so and nowhere else."""

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from referat.site.nodes import CaseNode
from referat.vocabulary.next_steps import sent_to, waits_until
from referat.vocabulary.outcomes import Outcome


class NextStepKind(StrEnum):
    """How a case goes on."""

    AGENDA = "agenda"
    SENT = "sent"
    RETURNED = "returned"
    POSTPONED = "postponed"


class NextStep(Struct, frozen=True, kw_only=True):
    """How a case goes on after all that is known to be decided."""

    kind: NextStepKind
    date: dt.date
    """Of the meeting whose agenda it is on; else of the decision that sends it on or postpones it."""
    body: str | None = None
    """Who is to deal with it, where that is told."""
    until: str | None = None
    """Until when it was postponed, in the decision's own words: ``til mødet den 4. juni 2024``."""
    url: str | None = None
    """The item on the agenda."""


def next_step(case: CaseNode) -> NextStep | None:
    """How the case goes on. None for a container case, and where no minutes tell."""
    if case.container:
        return None
    agenda = next((step for step in case.treatments if step.upcoming and step.date >= case.latest.date), None)
    if agenda is not None:
        return NextStep(kind=NextStepKind.AGENDA, date=agenda.date, body=agenda.body, url=agenda.url)
    latest = case.latest
    if latest.date < case.treatments[-1].date:
        # It was dealt with since, and what came of that is not told.
        return None
    if latest.outcome is Outcome.POSTPONED:
        return NextStep(kind=NextStepKind.POSTPONED, date=latest.date, until=waits_until(latest.text))
    if latest.outcome not in _GOING_ON:
        return None
    body = latest.referral.to if latest.referral else sent_to(latest.text)
    if body is None:
        return None
    return NextStep(kind=_GOING_ON[latest.outcome], date=latest.date, body=body)


_GOING_ON = {
    Outcome.RECOMMENDED: NextStepKind.SENT,
    Outcome.FORWARDED: NextStepKind.SENT,
    Outcome.RETURNED: NextStepKind.RETURNED,
}
