"""What there is to say of one meeting that was read, however it was read: checks, a score, a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from referat.importing.checks import check_meeting
from referat.importing.diagnostics import diagnose
from referat.importing.scoring import score_meeting
from referat.minutes_file import normalise_minutes
from referat.model import Source
from referat.privacy.redact import redact

if TYPE_CHECKING:
    from referat.importing.document import Document
    from referat.importing.format import Parsed
    from referat.model import Minutes
    from referat.problems import Problem


class Assessed(Struct, frozen=True, kw_only=True):
    """A meeting with its source. What must not be published is still in its minutes, but not in the problems."""

    minutes: Minutes
    problems: tuple[Problem, ...]
    score: float
    """How sure the reading is, from 0 to 1."""


def assess(document: Document, format_name: str, meeting: Parsed, about_file: tuple[Problem, ...] = ()) -> Assessed:
    """Check the meeting against itself, and name its source.

    Args:
        document: what it was read from.
        format_name: what read it.
        meeting: as it was read and settled.
        about_file: what is already known to be wrong with the document.
    """
    problems = (*about_file, *meeting.diagnostics, *check_meeting(document, meeting))
    score = score_meeting(meeting, problems, format_name, told=document.own_format is not None)
    source = Source(url=document.url, name=document.name, sha256=document.sha256, format=format_name, score=score)
    if source.is_unsure:
        problems = (*problems, diagnose("score_low", f"The reading is unsure: its score is {score:.2f}", document))
    told = replace(meeting.minutes.meeting, source=source)
    minutes = normalise_minutes(replace(meeting.minutes, meeting=told))
    return Assessed(minutes=minutes, problems=tuple(map(_masked, problems)), score=score)


def _masked(problem: Problem) -> Problem:
    """A problem shows a line of the source, and what is shown must not hold what the gate takes out."""
    source_line = problem.source_line and redact(problem.source_line)
    return replace(problem, message=redact(problem.message), source_line=source_line)
