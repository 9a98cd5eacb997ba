"""The course of a case: each time that a body dealt with it, told by that body's own minutes or by another's."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from referat.model import AgendaItem, Decision
from referat.site.meetings import Gathering, PlacedItem
from referat.site.nodes import Treatment
from referat.vocabulary.approved_refusals import approves_refusal
from referat.vocabulary.bodies import body_key, is_council
from referat.vocabulary.outcomes import Outcome, outcome_of
from referat.vocabulary.referrals import Referral, referral_in
from referat.vocabulary.sections import SectionKind, kind_of

Sitting: TypeAlias = tuple[str, dt.date]
"""A body, by its key, on a day."""
Calendar: TypeAlias = Mapping[Sitting, Sequence[Gathering]]
"""A municipality's meetings by body and day."""


class Handled(Struct, frozen=True):
    """An item and the meeting it was dealt with at."""

    meeting: Gathering
    placed: PlacedItem


class Dealt(Struct, frozen=True, kw_only=True):
    """What an item's words tell of its treatments: found once, for its meeting's page and for its case's."""

    own: tuple[Decision, ...]
    """What the meeting itself decided: also where the record names the meeting's own body or day."""
    outcome: Outcome
    """Of the own decisions."""
    referral: Referral | None
    """Of the own decisions."""
    told: tuple[Treatment, ...]
    """The treatments by others, or on other days, oldest first. A decision without a date has no place in a course: it
    stands on the meeting's page alone.
    """


def make_calendar(meetings: Iterable[Gathering]) -> Calendar:
    """The meetings of one municipality, to be found by who met when."""
    calendar: dict[Sitting, list[Gathering]] = defaultdict(list)
    for meeting in meetings:
        calendar[sitting(meeting.ref.body, meeting.ref.date)].append(meeting)
    return dict(calendar)


def sitting(body: str, date: dt.date) -> Sitting:
    """The key of what a body dealt with on a day."""
    return body_key(body), date


def read_dealt(handled: Handled, calendar: Calendar) -> Dealt:
    """Read an item's words. `calendar`: the municipality's meetings."""
    ref, item = handled.meeting.ref, handled.placed.item
    here = sitting(ref.body, ref.date)
    own: list[Decision] = []
    told: list[Treatment] = []
    for decision in item.decisions:
        if decision.is_own or sitting(decision.body or ref.body, decision.date or ref.date) == here:
            own.append(decision)
        elif decision.date is not None:
            told.append(_told(handled, decision, decision.date, calendar))
    return Dealt(
        own=tuple(own),
        outcome=own_outcome(item, own),
        referral=referral_of_all(own),
        told=tuple(sorted(told, key=lambda treatment: (treatment.date, is_council(treatment.body)))),
    )


def outcome_of_all(decisions: Sequence[Decision]) -> Outcome:
    """What the decisions amount to: the last that has an outcome. One that a person has set goes before the words."""
    outcomes = [decision.outcome or outcome_of(decision.text) for decision in decisions]
    return next((outcome for outcome in reversed(outcomes) if outcome is not Outcome.NONE), Outcome.NONE)


def own_outcome(item: AgendaItem, decisions: Sequence[Decision]) -> Outcome:
    """What came of an item by its own decisions. A bare approval of a recommendation to refuse is a refusal."""
    outcome = outcome_of_all(decisions)
    if outcome is not Outcome.APPROVED or any(decision.outcome is not None for decision in decisions):
        return outcome
    recommended = "\n".join(
        section.text for section in item.sections if kind_of(section.heading) is SectionKind.RECOMMENDATION
    )
    decided = "\n".join(decision.text for decision in decisions)
    return Outcome.REFUSAL if approves_refusal(decided, recommended) else outcome


def referral_of_all(decisions: Sequence[Decision]) -> Referral | None:
    """Who had the case brought before which other body: the first of the decisions that says so."""
    return next((found for decision in decisions if (found := referral_in(decision.text))), None)


def own_treatment(handled: Handled, dealt: Dealt) -> Treatment:
    """The treatment that the meeting's own record tells of."""
    meeting, item = handled.meeting, handled.placed.item
    return Treatment(
        body=meeting.ref.body,
        date=meeting.ref.date,
        item_number=item.number,
        outcome=dealt.outcome,
        text="\n\n".join(decision.text for decision in dealt.own if decision.text),
        title=item.title,
        url=handled.placed.url,
        told_by=None,
        referral=dealt.referral,
        upcoming=meeting.is_upcoming,
        closed=item.closed,
        withdrawn=item.withdrawn is not None,
    )


def _told(handled: Handled, decision: Decision, date: dt.date, calendar: Calendar) -> Treatment:
    body = decision.body or handled.meeting.ref.body
    meetings = calendar.get(sitting(body, date), ())
    there = _find_item(meetings, handled.placed, decision.item_number)
    page = there.url if there else next((meeting.ref.url for meeting in meetings), None)
    return Treatment(
        body=meetings[0].ref.body if meetings else body,
        date=date,
        item_number=there.item.number if there else decision.item_number,
        outcome=outcome_of_all([decision]),
        text=decision.text,
        title=there.item.title if there else None,
        url=page,
        told_by=None if page else handled.meeting.ref,
        referral=referral_in(decision.text),
    )


def _find_item(meetings: Sequence[Gathering], teller: PlacedItem, number: str | None) -> PlacedItem | None:
    """The item that a told decision was made on: of the same case, or told with its number, or of the same title."""
    items = [placed for meeting in meetings for placed in meeting.items]
    canonical = teller.number.canonical if teller.number else None
    same_case = [placed for placed in items if placed.number and placed.number.canonical == canonical]
    if len(same_case) == 1:
        return same_case[0]
    candidates = same_case or items
    by_number = [placed for placed in candidates if number is not None and placed.item.number == number]
    title = teller.item.title
    by_title = [placed for placed in candidates if title is not None and placed.item.title == title]
    return next(iter([*by_number, *by_title]), None)


def course_of(items: Sequence[Handled], dealt: Mapping[str, Dealt], *, container: bool) -> tuple[Treatment, ...]:
    """All treatments of a case, oldest first, each once.

    Args:
        items: The case's items on this site.
        dealt: By their addresses, what the municipality's items tell.
        container: The items are different subjects, so that what is told of one says nothing about another.
    """
    own = [own_treatment(handled, dealt[handled.placed.url]) for handled in items]
    held = {sitting(treatment.body, treatment.date) for treatment in own}
    told: dict[tuple[object, ...], Treatment] = {}
    for handled in items:
        for treatment in dealt[handled.placed.url].told:
            subject = (*sitting(treatment.body, treatment.date), handled.placed.item.title if container else None)
            if subject not in told or not told[subject].text:
                told[subject] = treatment
    if not container:
        own = [_completed(treatment, told.get((*sitting(treatment.body, treatment.date), None))) for treatment in own]
    further = [treatment for treatment in told.values() if sitting(treatment.body, treatment.date) not in held]
    places = [_place(handled, number) for number, handled in enumerate(items)]
    in_order = sorted(
        [*zip(places, own, strict=True), *((_place_told(treatment), treatment) for treatment in further)],
        key=lambda pair: pair[0],
    )
    return tuple(treatment for _, treatment in in_order)


def _completed(own: Treatment, told: Treatment | None) -> Treatment:
    """What later minutes tell of a meeting whose own minutes are not here, or are silent about it."""
    if told is None or own.text or own.withdrawn or not told.text:
        return own
    return replace(own, outcome=told.outcome, text=told.text, referral=told.referral, upcoming=False)


def latest_of(treatments: Sequence[Treatment]) -> Treatment:
    """The last treatment with an outcome; else the last."""
    with_outcome = [treatment for treatment in treatments if treatment.outcome is not Outcome.NONE]
    return (with_outcome or treatments)[-1]


def _place(handled: Handled, number: int) -> tuple[dt.date, dt.time, bool, int, int]:
    meeting = handled.meeting
    council = is_council(meeting.ref.body)
    # Where no time is known: committees before the council, which gets what they recommend.
    time = meeting.time or (dt.time.max if council else dt.time.min)
    return meeting.ref.date, time, council, meeting.sequence, number


def _place_told(treatment: Treatment) -> tuple[dt.date, dt.time, bool, int, int]:
    council = is_council(treatment.body)
    return treatment.date, dt.time.max if council else dt.time.min, council, 0, 0
