"""What was understood of documents, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from referat.importing.sources import find_sources, read_source
from referat.importing.understand import MeetingRead, Reading, understand
from referat.problems import Problem, ProblemError
from referat.vocabulary.dates import format_long, format_time
from referat.vocabulary.outcomes import Outcome, outcome_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from referat.model import AgendaItem, Decision


class Inspection(Struct, frozen=True, kw_only=True):
    """A file and what was understood of it."""

    path: str
    reading: Reading | None
    """None where the file could not be read or is no minutes: the problems say why."""
    problems: tuple[Problem, ...]
    """Everything there is to say, the diagnostics of its meetings included."""


def inspect(paths: Iterable[Path], municipality: str | None = None) -> tuple[Inspection, ...]:
    """What an import would understand, one value a file. A file that cannot be read never stops the others."""
    return tuple(inspect_file(path, municipality) for path in find_sources(paths))


def inspect_file(path: Path, municipality: str | None = None) -> Inspection:
    """What an import would understand of one file."""
    try:
        document, problems = read_source(path, municipality)
        reading = understand(document)
    except ProblemError as error:
        return Inspection(path=path.as_posix(), reading=None, problems=(replace(error.problem, path=path.as_posix()),))
    told = (problem for meeting in reading.meetings for problem in meeting.problems)
    located = (replace(problem, path=path.as_posix()) for problem in (*problems, *told))
    return Inspection(path=path.as_posix(), reading=reading, problems=tuple(dict.fromkeys(located)))


def describe(inspection: Inspection) -> tuple[str, ...]:
    """The reading of a file as lines for a person to look through."""
    reading = inspection.reading
    if reading is None:
        return (f"{inspection.path}: not understood",)
    lines = [f"{inspection.path}: {reading.format.title}"]
    for meeting in reading.meetings:
        lines += _describe_meeting(meeting)
    return (*lines, *_describe_ledger(reading))


def own_outcome(item: AgendaItem) -> Outcome:
    """What the meeting itself decided; of several decisions the last."""
    own = [decision for decision in item.decisions if decision.is_own]
    return outcome_in(own[-1]) if own else Outcome.NONE


def outcome_in(decision: Decision) -> Outcome:
    """What a decision amounts to: what a person said it does, else what its words say."""
    return decision.outcome or outcome_of(decision.text)


def _describe_meeting(meeting: MeetingRead) -> list[str]:
    told = meeting.minutes.meeting
    date = format_long(told.date) if told.date.year > 1 else "date unknown"
    time = f" {format_time(told.time)}" if told.time else ""
    head = f"  {told.municipality or 'municipality unknown'}, {told.body or 'body unknown'}, {date}{time}"
    place = f", {told.place}" if told.place else ""
    lines = [f"{head}{place} ({told.kind.value}, score {meeting.score:.2f})"]
    if told.participants or told.absent:
        lines.append(f"  present: {len(told.participants)}, absent: {len(told.absent)}")
    lines += [_describe_item(item) for item in meeting.minutes.items]
    if meeting.minutes.annexes:
        lines.append(f"  annexes: {'; '.join(annex.title for annex in meeting.minutes.annexes)}")
    if meeting.minutes.unplaced:
        lines.append(f"  unplaced: {len(meeting.minutes.unplaced)} characters")
    return lines


def _describe_item(item: AgendaItem) -> str:
    title = item.title or ("closed" if item.closed else "without a title")
    closed = " (closed)" if item.closed and item.title else ""
    case = f" [{item.case_number}]" if item.case_number else ""
    outcome = "" if item.closed and not item.decisions else f": {own_outcome(item).value}"
    return f"  {item.number or '-':>3} {title}{closed}{case}{outcome}"


def _describe_ledger(reading: Reading) -> list[str]:
    ledger = reading.ledger
    dropped = ", ".join(f"{rule.rule} {rule.characters}" for rule in ledger.dropped)
    return [f"  {ledger.characters} characters: {ledger.placed} placed, dropped: {dropped or 'none'}"]
