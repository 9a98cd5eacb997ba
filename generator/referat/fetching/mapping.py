"""From all that a publication holds to the record that it becomes, whatever system it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from referat.fetching.provider import Mapped
from referat.importing.outline import read_outline

if TYPE_CHECKING:
    from referat.importing.outline import Outline

TOLD = frozenset({"closed_text_left_out", "coverage_gap", "portal_field_unread", "score_low", "unplaced_text"})
"""What a publisher can act on. That an item has no decision is how the municipality wrote its minutes."""


def to_mapped(outline: Outline) -> Mapped:
    """The record, and what there is to say about it. Pure. The privacy gate has not seen it yet."""
    assessed = read_outline(outline).assessed
    meeting = assessed.minutes.meeting
    source = meeting.source and replace(meeting.source, name=None)  # Its address says it all.
    minutes = replace(assessed.minutes, meeting=replace(meeting, source=source))
    return Mapped(minutes=minutes, problems=tuple(problem for problem in assessed.problems if problem.code in TOLD))
