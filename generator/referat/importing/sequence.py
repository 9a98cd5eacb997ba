"""Which of a body's meetings on one day a document tells of: minutes, agenda and addenda of one belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from referat.minutes_file import read, record_path
from referat.model import MinutesKind
from referat.records import text_of

if TYPE_CHECKING:
    from pathlib import Path

    from referat.model import Meeting, Minutes

MOST_ON_A_DAY = 9
"""A body meets at most so many times on one day."""


def in_sequence(root: Path, minutes: Minutes) -> Minutes:
    """The minutes with their meeting's number among those of the same body on the same day.

    A record of the same kind tells of another meeting where it began at another time. Where there is no such record
    yet, the meeting is the one that a record of another kind gives the same time; else the first without a record.
    """
    meetings = [replace(minutes.meeting, sequence=number) for number in range(1, MOST_ON_A_DAY + 1)]
    there = {meeting.sequence: _recorded(root, meeting) for meeting in meetings}
    known = (meeting for meeting in meetings if (record := there[meeting.sequence]) and _is_same(record, meeting))
    free = [meeting for meeting in meetings if there[meeting.sequence] is None]
    beside = (meeting for meeting in free if _is_beside(root, meeting))
    found = next(known, None) or next(beside, None) or next(iter(free), minutes.meeting)
    return replace(minutes, meeting=found)


def _recorded(root: Path, meeting: Meeting) -> Meeting | None:
    """The meeting as its record tells it; None where there is no record that can be read."""
    path = record_path(meeting)
    text = text_of(root / path)
    recorded = read(text, path)[0] if text is not None else None
    return recorded.meeting if recorded else None


def _is_same(there: Meeting, meeting: Meeting) -> bool:
    same_source = there.source is not None and meeting.source is not None and there.source.name == meeting.source.name
    return same_source or None in (there.time, meeting.time) or there.time == meeting.time


def _is_beside(root: Path, meeting: Meeting) -> bool:
    """Whether another kind of record tells of a meeting with that number at just that time."""
    others = (_recorded(root, replace(meeting, kind=kind)) for kind in MinutesKind if kind is not meeting.kind)
    return meeting.time is not None and any(other and other.time == meeting.time for other in others)
