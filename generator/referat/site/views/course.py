"""The course of a case: who dealt with it when, and what came of it."""

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from referat.site.mentions import LinkedText
from referat.site.nodes import MeetingRef, Treatment
from referat.site.views.head import Linker
from referat.vocabulary.outcomes import Outcome
from referat.vocabulary.referrals import Referral


class Step(Struct, frozen=True, kw_only=True):
    """One treatment of a case, as a mark on the line."""

    body: str
    date: dt.date
    item_number: str | None
    title: str | None
    """The item's title at that meeting."""
    outcome: Outcome
    text: LinkedText
    """The decision's words. Empty where none are known or where the page leaves them out."""
    url: str | None
    told_by: MeetingRef | None
    referral: Referral | None
    """Who had the case brought before which other body."""
    upcoming: bool
    closed: bool
    withdrawn: bool
    """The item was taken back."""


def step(treatment: Treatment, link: Linker, *, with_words: bool = True) -> Step:
    """The mark of one treatment. Without words it only says that it was, and leads there."""
    return Step(
        body=treatment.body,
        date=treatment.date,
        item_number=treatment.item_number,
        title=treatment.title,
        outcome=treatment.outcome,
        text=link(treatment.text) if with_words else LinkedText(""),
        url=treatment.url,
        told_by=treatment.told_by,
        referral=treatment.referral,
        upcoming=treatment.upcoming,
        closed=treatment.closed,
        withdrawn=treatment.withdrawn,
    )


def steps_around(
    date: dt.date, told: Iterable[Step], elsewhere: Iterable[Treatment], link: Linker
) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """The treatments of an item's case before its meeting and after it, each oldest first.

    What the item itself tells is shown with its words, for they stand in its minutes. What is only known from other
    pages is shown without.
    """
    steps = [*told]
    steps.extend(step(treatment, link, with_words=False) for treatment in elsewhere)
    steps.sort(key=lambda mark: mark.date)
    return tuple(mark for mark in steps if mark.date <= date), tuple(mark for mark in steps if mark.date > date)
