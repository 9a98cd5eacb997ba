"""From a document to minutes: recognise, parse, settle the account, name the municipality, check, screen, score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from referat.importing.checks import check_meeting
from referat.importing.diagnostics import diagnose
from referat.importing.format import UNKNOWN_DATE, UNKNOWN_NAME, Format, Parsed
from referat.importing.municipality import name_municipality
from referat.importing.recognise import recognise
from referat.importing.scoring import score_meeting
from referat.importing.settle import settle
from referat.minutes_file import normalise_minutes
from referat.model import Minutes, Source
from referat.privacy.detectors import redact
from referat.privacy.gate import screen

if TYPE_CHECKING:
    from referat.importing.document import Document
    from referat.importing.ledger import Ledger
    from referat.problems import Problem


class MeetingRead(Struct, frozen=True, kw_only=True):
    """One meeting as it was understood. What must not be published has been taken out of it."""

    minutes: Minutes
    """With its source. Where it is not `is_complete`, stand-ins of `referat.importing.format` are in it."""
    problems: tuple[Problem, ...]
    score: float
    """How sure the reading is, from 0 to 1."""

    @property
    def is_complete(self) -> bool:
        """Whether a record can be made of it: the municipality, the body and the date are known."""
        meeting = self.minutes.meeting
        return UNKNOWN_NAME not in (meeting.municipality, meeting.body) and meeting.date != UNKNOWN_DATE


class Reading(Struct, frozen=True, kw_only=True):
    """A document as it was understood."""

    document: Document
    format: Format
    meetings: tuple[MeetingRead, ...]
    ledger: Ledger


def understand(document: Document) -> Reading:
    """Read a document.

    Raises:
        ProblemError: it is no minutes.
    """
    found = recognise(document).format
    meetings, ledger = settle(document, found.parse(document))
    municipality, about_file = name_municipality(document, meetings)
    if len(meetings) > 1:
        message = f"The file holds {len(meetings)} meetings"
        about_file = (*about_file, diagnose("multi_meeting_file", message, document))
    named = (_with_municipality(meeting, municipality) for meeting in meetings)
    return Reading(
        document=document,
        format=found,
        meetings=tuple(_read(document, found, meeting, about_file) for meeting in named),
        ledger=ledger,
    )


def _with_municipality(meeting: Parsed, municipality: str) -> Parsed:
    told = replace(meeting.minutes.meeting, municipality=municipality)
    return replace(meeting, minutes=replace(meeting.minutes, meeting=told))


def _read(document: Document, found: Format, meeting: Parsed, about_file: tuple[Problem, ...]) -> MeetingRead:
    problems = (*about_file, *meeting.diagnostics, *check_meeting(document, meeting))
    score = score_meeting(meeting, problems, found.name)
    source = Source(url=document.url, name=document.name, sha256=document.sha256, format=found.name, score=score)
    minutes = replace(meeting.minutes, meeting=replace(meeting.minutes.meeting, source=source))
    screened = screen(normalise_minutes(minutes), document.name)
    return MeetingRead(
        minutes=screened.minutes,
        problems=(*(_masked(problem) for problem in problems), *screened.problems),
        score=score,
    )


def _masked(problem: Problem) -> Problem:
    """A problem shows a line of the source, and what is shown must not hold what the gate takes out."""
    source_line = problem.source_line and redact(problem.source_line)
    return replace(problem, message=redact(problem.message), source_line=source_line)
