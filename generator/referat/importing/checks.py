"""What every reading is checked for, whatever its format: does it agree with itself?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from referat.importing.diagnostics import diagnose
from referat.importing.format import UNKNOWN_DATE, UNKNOWN_NAME
from referat.importing.reading.attachments import HASH_NAME, names_in
from referat.vocabulary.casenumber import parse
from referat.vocabulary.outcomes import Outcome, outcome_of
from referat.vocabulary.sections import SectionKind, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat.importing.document import Document
    from referat.importing.format import Parsed
    from referat.model import AgendaItem, Meeting
    from referat.problems import Problem

OWN_SERIES = 100
"""Above it some number their closed items, whatever the number of the open ones."""


def check_meeting(document: Document, parsed: Parsed) -> tuple[Problem, ...]:
    """All that the reading of one meeting leaves to say."""
    minutes = parsed.minutes
    told = [*_head(minutes.meeting), *_numbers(minutes.items), *_containers(minutes.items), *_whole(parsed)]
    problems = [diagnose(code, message, document) for code, message in told]
    for item, offset in zip(minutes.items, item_offsets(parsed), strict=True):
        problems += [diagnose(code, message, document, offset) for code, message in _item(minutes.meeting, item)]
    return tuple(problems)


def item_offsets(parsed: Parsed) -> tuple[int | None, ...]:
    """Where each item begins, one value an item."""
    unknown = (None,) * (len(parsed.minutes.items) - len(parsed.item_starts))
    return (*parsed.item_starts, *unknown)


def name_of(item: AgendaItem) -> str:
    """How a diagnostic names an item."""
    return f"Item {item.number or '?'} ({item.title or ('closed' if item.closed else 'without a title')})"


def _head(meeting: Meeting) -> Iterator[tuple[str, str]]:
    if meeting.date == UNKNOWN_DATE:
        yield "date_missing", "The document does not tell when the meeting was"
    if meeting.body == UNKNOWN_NAME:
        yield "body_missing", "The document does not tell who met"


def _whole(parsed: Parsed) -> Iterator[tuple[str, str]]:
    """Whether the items are all there, and the document is what it says it is."""
    minutes, found = parsed.minutes, len(parsed.minutes.items)
    listed = parsed.contents_count
    if listed is not None and listed != found and "toc_mismatch" not in {told.code for told in parsed.diagnostics}:
        yield "toc_mismatch", f"The list of contents has {listed} items, and {found} were found"
    if minutes.meeting.kind.is_agenda:
        yield "agenda_not_minutes", "It is an agenda: it holds no decisions yet"
    elif any(not item.closed for item in minutes.items) and not any(item.decisions for item in minutes.items):
        yield "no_decisions", "It calls itself minutes, and no item of it has a decision"


def _numbers(items: tuple[AgendaItem, ...]) -> Iterator[tuple[str, str]]:
    numbers = [item.number for item in items if item.number]
    for number, count in Counter(numbers).items():
        if count > 1:
            yield "duplicate_item_number", f"{count} items have the number {number}"
    whole = [int(item.number) for item in items if item.number and item.number.isdecimal() and not _apart(item, items)]
    missing = sorted(set(range(min(whole), max(whole))) - set(whole)) if whole and max(whole) < 10_000 else []
    if missing:
        yield "item_number_gap", f"No item has the number {', '.join(map(str, missing[:20]))}"


def _apart(item: AgendaItem, items: tuple[AgendaItem, ...]) -> bool:
    """Whether a closed item is numbered in a series of its own, from 101 on, where the open ones are below that."""
    numbers = [int(other.number) for other in items if not other.closed and other.number and other.number.isdecimal()]
    return item.closed and int(item.number or 0) > OWN_SERIES >= max(numbers, default=OWN_SERIES)


def _containers(items: tuple[AgendaItem, ...]) -> Iterator[tuple[str, str]]:
    """A number on several items of one meeting collects matters that are not one case."""
    cases = [number for item in items if item.case_number and (number := parse(item.case_number))]
    for canonical, count in Counter(case.canonical for case in cases).items():
        if count > 1:
            yield "case_container", f"{count} items have the case number {canonical}: it is a collecting case"


def _item(meeting: Meeting, item: AgendaItem) -> Iterator[tuple[str, str]]:
    name = name_of(item)
    if item.closed:
        yield "closed_item", f"{name} is closed"
    elif item.title is None:
        yield "title_missing", f"{name} has no title"
    if item.case_number is None:
        yield "case_missing", f"{name} has no case number"
    else:
        case = parse(item.case_number)
        if case and case.year and case.year > meeting.date.year > 1:
            yield "case_from_later_year", f"{name} has a case number of {case.year}"
    yield from _decisions(meeting, item, name)
    for section in item.sections:
        if kind_of(section.heading) is SectionKind.ATTACHMENTS:
            hashes = [attachment for attachment in names_in(section.text) if HASH_NAME.match(attachment)]
            yield from (("attachment_hash_name", f"{name}: the name of an attachment is a hash: {h}") for h in hashes)


def _decisions(meeting: Meeting, item: AgendaItem, name: str) -> Iterator[tuple[str, str]]:
    if not item.decisions and not item.closed and not meeting.kind.is_agenda:
        yield "decision_missing", f"{name} has no decision"
    for decision in item.decisions:
        if decision.is_own:
            if outcome_of(decision.text) is Outcome.OTHER:
                yield "outcome_unknown", f"{name}: the decision has none of the usual words for what came of it"
        elif decision.body and decision.body.casefold() != meeting.body.casefold():
            yield "decision_other_body", f"{name} tells a decision of {decision.body}"
        else:
            yield "decision_other_date", f"{name} tells a decision of {decision.date or 'another date'}"
