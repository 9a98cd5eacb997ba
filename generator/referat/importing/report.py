"""What was understood of a document, as lines for a person to look through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referat.importing.format import UNKNOWN_DATE
from referat.vocabulary.dates import format_long, format_time
from referat.vocabulary.outcomes import Outcome, outcome_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat.importing.account import Account
    from referat.importing.inspection import Inspection
    from referat.importing.understand import MeetingRead
    from referat.model import AgendaItem, Decision, Minutes

MISSING = frozenset({"decision_missing", "item_number_gap", "no_decisions", "title_missing", "toc_mismatch"})
"""Diagnostics that tell of something that a reader would look for and not find."""


def describe(inspection: Inspection, *, verbose: bool = False) -> Iterator[str]:
    """What was found, what is missing and what was dropped; with `verbose` all lines that were dropped."""
    if inspection.format is None or inspection.account is None:
        yield f"{inspection.path}: not understood"
        return
    yield f"{inspection.path}: {inspection.format.title}"
    for meeting in inspection.meetings:
        yield from _describe_meeting(meeting)
    yield from _describe_account(inspection.account, verbose=verbose)


def own_outcome(item: AgendaItem) -> Outcome:
    """What the meeting itself decided; of several decisions the last."""
    own = [decision for decision in item.decisions if decision.is_own]
    return outcome_in(own[-1]) if own else Outcome.NONE


def outcome_in(decision: Decision) -> Outcome:
    """What a decision amounts to: what a person said it does, else what its words say."""
    return decision.outcome or outcome_of(decision.text)


def _describe_meeting(meeting: MeetingRead) -> Iterator[str]:
    told = meeting.minutes.meeting
    date = "date unknown" if told.date == UNKNOWN_DATE else format_long(told.date)
    time = f" {format_time(told.time)}" if told.time else ""
    place = f", {told.place}" if told.place else ""
    head = f"{told.municipality or 'municipality unknown'}, {told.body or 'body unknown'}, {date}{time}{place}"
    yield f"  {head} ({told.kind.value}, score {meeting.score:.2f})"
    if told.participants or told.absent:
        yield f"  present: {len(told.participants)}, absent: {len(told.absent)}"
    yield from (_describe_item(item) for item in meeting.minutes.items)
    yield f"  found: {_counts(meeting.minutes)}"
    if meeting.minutes.annexes:
        yield f"  annexes: {'; '.join(annex.title for annex in meeting.minutes.annexes)}"
    if meeting.minutes.unplaced:
        yield f"  unplaced: {len(meeting.minutes.unplaced)} characters"
    missing = dict.fromkeys((problem.line, problem.message) for problem in meeting.problems if problem.code in MISSING)
    yield from (f"  missing: {message}{f' (line {line})' if line else ''}" for line, message in missing)


def _describe_item(item: AgendaItem) -> str:
    title = item.title or ("closed" if item.closed else "without a title")
    closed = " (closed)" if item.closed and item.title else ""
    case = f" [{item.case_number}]" if item.case_number else ""
    outcome = "" if item.closed and not item.decisions else f": {own_outcome(item).value}"
    return f"  {item.number or '-':>3} {title}{closed}{case}{outcome}"


def _counts(minutes: Minutes) -> str:
    items = minutes.items
    counts = (
        (len(items), "items"),
        (sum(item.closed for item in items), "of them closed"),
        (sum(item.case_number is not None for item in items), "case numbers"),
        (sum(len(item.decisions) for item in items), "decisions"),
        (sum(len(item.sections) for item in items), "sections"),
    )
    return ", ".join(f"{count} {what}" for count, what in counts)


def _describe_account(account: Account, *, verbose: bool) -> Iterator[str]:
    dropped = ", ".join(f"{by.rule} {by.characters}" for by in account.dropped)
    yield f"  {account.characters} characters: {account.placed} placed, dropped: {dropped or 'none'}"
    for by in account.dropped if verbose else ():
        for stretch in by.stretches:
            lines = f"{stretch.first}" if stretch.first == stretch.last else f"{stretch.first}-{stretch.last}"
            yield f"    {by.rule}, line {lines}: {stretch.words}"
