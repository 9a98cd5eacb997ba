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
    several = (diagnose("multi_meeting_file", f"The file holds {len(meetings)} meetings", document),)
    return Reading(
        document=document,
        format=found,
        meetings=tuple(_read(document, found, meeting, several if len(meetings) > 1 else ()) for meeting in meetings),
        ledger=ledger,
    )


def _read(document: Document, found: Format, meeting: Parsed, about_file: tuple[Problem, ...]) -> MeetingRead:
    named, about_name = name_municipality(document, meeting)
    problems = (*about_file, *meeting.diagnostics, *about_name, *check_meeting(document, named))
    score = score_meeting(named, problems, found.name)
    source = Source(url=document.url, name=document.name, sha256=document.sha256, format=found.name, score=score)
    minutes = replace(named.minutes, meeting=replace(named.minutes.meeting, source=source))
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
