"""What an import tells of a document of which something was withdrawn: what it read, without that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.inspection import Inspection
    from referat.importing.understand import MeetingRead
    from referat.model import Minutes
    from referat.problems import Problem

_QUOTATION = re.compile(r":? *[(“”»\"'‘’]|: ")


def retold(inspection: Inspection, kept: Sequence[Minutes]) -> Inspection:
    """The inspection with the minutes that are left of each of its meetings.

    Reports, logs and the memory of imports must not hold what was withdrawn. So where something was, the problems with
    the document keep their place and lose their quotations: the source line, and what follows a colon, a bracket or a
    quotation mark.
    """
    if all(minutes == meeting.minutes for minutes, meeting in zip(kept, inspection.meetings, strict=True)):
        return inspection
    return replace(
        inspection,
        meetings=tuple(map(_with_minutes, inspection.meetings, kept)),
        problems=tuple(dict.fromkeys(map(_without_quotation, inspection.problems))),
    )


def _with_minutes(meeting: MeetingRead, minutes: Minutes) -> MeetingRead:
    return replace(
        meeting,
        minutes=minutes,
        problems=tuple(map(_without_quotation, meeting.problems)),
        item_lines=meeting.item_lines if minutes.items else (),
    )


def _without_quotation(problem: Problem) -> Problem:
    return replace(problem, source_line=None, message=_QUOTATION.split(problem.message, 1)[0])
