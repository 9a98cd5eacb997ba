"""From a document to minutes: recognise, read, settle the account, name the municipality, check, screen, score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from referat.importing.assess import assess
from referat.importing.attempt import Attempt, Failed, read_with
from referat.importing.blackened import hold_back_blackened
from referat.importing.checks import item_offsets
from referat.importing.diagnostics import diagnose
from referat.importing.format import UNKNOWN_DATE, UNKNOWN_NAME, Format, Parsed
from referat.importing.furniture import with_furniture
from referat.importing.municipality import name_municipality
from referat.importing.recognise import recognise
from referat.importing.registry import all_formats
from referat.importing.scoring import GENERIC
from referat.minutes_file import record_path
from referat.privacy.gate import screen
from referat.privacy.policy import STRICT, Policy
from referat.privacy.redact import redact
from referat.problems import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.document import Document
    from referat.importing.ledger import Ledger
    from referat.model import Minutes

CLEARLY = 0.05
"""By so much must a reading be worth more than that of the format that the cues speak for."""


class MeetingRead(Struct, frozen=True, kw_only=True):
    """One meeting as it was understood. What must not be published has been taken out of it."""

    minutes: Minutes
    """With its source. Where it is not `is_complete`, stand-ins of `referat.importing.format` are in it."""
    problems: tuple[Problem, ...]
    score: float
    """How sure the reading is, from 0 to 1."""
    item_lines: tuple[int | None, ...]
    """The line of the document that each item begins on, one value an item."""

    @property
    def missing(self) -> tuple[str, ...]:
        """What must be known before a record can be made of it: ``municipality``, ``body``, ``date``."""
        meeting = self.minutes.meeting
        known = {
            "municipality": meeting.municipality != UNKNOWN_NAME,
            "body": meeting.body != UNKNOWN_NAME,
            "date": meeting.date != UNKNOWN_DATE,
        }
        return tuple(what for what, is_known in known.items() if not is_known)

    @property
    def is_complete(self) -> bool:
        """Whether a record can be made of it."""
        return not self.missing


class Reading(Struct, frozen=True, kw_only=True):
    """A document as it was understood."""

    document: Document
    format: Format
    meetings: tuple[MeetingRead, ...]
    ledger: Ledger


def understand(document: Document, formats: Sequence[Format] | None = None, policy: Policy = STRICT) -> Reading:
    """Read a document. Where two formats are near each other, the one that explains more of it reads it.

    Args:
        document: what to read.
        formats: the formats to choose from; all there are where None.
        policy: what may be published although it looks private.

    Raises:
        ProblemError: it is no minutes, or no format could read it.
    """
    known = formats or all_formats()
    if document.own_format is None:
        document = with_furniture(document)
    else:
        known = (document.own_format,)
    attempt, about_file = _read_best(document, known)
    municipality, about_owner = name_municipality(document, attempt.meetings)
    about_file += about_owner
    if len(attempt.meetings) > 1:
        message = f"The file holds {len(attempt.meetings)} meetings"
        about_file = (*about_file, diagnose("multi_meeting_file", message, document))
    named = (_with_municipality(meeting, municipality) for meeting in attempt.meetings)
    return Reading(
        document=document,
        format=attempt.format,
        meetings=tuple(
            _read(document, attempt.format, _without_blackened(document, meeting, attempt.meetings), about_file, policy)
            for meeting in named
        ),
        ledger=attempt.ledger,
    )


def _read_best(document: Document, formats: Sequence[Format]) -> tuple[Attempt, tuple[Problem, ...]]:
    """The reading that explains most, and a diagnostic for each format that failed on the way to it.

    Where all that fit fail, the generic format reads what no other could.
    """
    tried = [read_with(found.format, document) for found in recognise(document, formats)]
    failed = [attempt for attempt in tried if isinstance(attempt, Failed)]
    if len(failed) == len(tried):
        names = [attempt.format.name for attempt in failed]
        tried += [read_with(found, document) for found in formats if found.name == GENERIC and GENERIC not in names]
    problems = tuple(_failure(document, attempt) for attempt in failed)
    readings = [attempt for attempt in tried if isinstance(attempt, Attempt)]
    if not readings:
        raise ProblemError(problems[0])
    return max(readings, key=lambda attempt: attempt.worth + CLEARLY * (attempt is readings[0])), problems


def _failure(document: Document, failed: Failed) -> Problem:
    return diagnose(
        "format_failed",
        redact(f"The format {failed.format.name} could not read the document ({failed.error})"),
        document,
        advice="It was read in another way. Please report the document's shape: the format has a fault.",
    )


def _with_municipality(meeting: Parsed, municipality: str) -> Parsed:
    told = replace(meeting.minutes.meeting, municipality=municipality)
    return replace(meeting, minutes=replace(meeting.minutes, meeting=told))


def _without_blackened(document: Document, meeting: Parsed, meetings: Sequence[Parsed]) -> Parsed:
    minutes, held_back = hold_back_blackened(document, meeting, meetings)
    return replace(meeting, minutes=minutes, diagnostics=(*meeting.diagnostics, *held_back))


def _read(
    document: Document, found: Format, meeting: Parsed, about_file: tuple[Problem, ...], policy: Policy
) -> MeetingRead:
    assessed = assess(document, found.name, meeting, about_file)
    here = policy.of_file(record_path(assessed.minutes.meeting))
    screened = screen(assessed.minutes, document.name, policy=here)
    return MeetingRead(
        minutes=screened.minutes,
        problems=(*assessed.problems, *screened.problems),
        score=assessed.score,
        item_lines=tuple(
            None if offset is None or document.own_format else document.line_at(offset).number
            for offset in item_offsets(meeting)
        ),
    )
