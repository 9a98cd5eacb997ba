"""How sure a reading is, from 0 to 1: what is missing and what does not agree is taken off 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referat.importing.format import UNKNOWN_DATE, UNKNOWN_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from referat.importing.format import Parsed
    from referat.model import Minutes
    from referat.problems import Problem

GENERIC = "fallback"
"""The format that reads what no other knows."""

FEW_UNDECIDED = 0.2
"""Minutes may leave this share of their open items without a decision."""


def score_meeting(parsed: Parsed, problems: Iterable[Problem], format_name: str, *, told: bool = False) -> float:
    """The score, in steps of 0.01.

    Args:
        parsed: the reading.
        problems: what was found wrong with it.
        format_name: what read it.
        told: whether the source itself tells what stands where. Then a decision that isn't there was not overlooked.
    """
    meeting = parsed.minutes.meeting
    codes = {problem.code for problem in problems}
    items = len(parsed.minutes.items)
    off = (
        0.3 * (meeting.municipality == UNKNOWN_NAME)
        + 0.3 * (meeting.date == UNKNOWN_DATE)
        + 0.2 * (meeting.body == UNKNOWN_NAME)
        + 0.2 * (parsed.contents_count not in (None, items))
        + 0.1 * ("weekday_mismatch" in codes)
        + 0.1 * ("date_ambiguous" in codes)
        + 0.1 * ("coverage_gap" in codes or "unplaced_text" in codes)
        + 0.1 * (not told and _many_undecided(parsed.minutes))
        + 0.2 * (format_name == GENERIC)
        + 0.2 * (items == 0)
    )
    return round(max(1.0 - off, 0.0), 2)


def _many_undecided(minutes: Minutes) -> bool:
    if minutes.meeting.kind.is_agenda:
        return False
    open_items = [item for item in minutes.items if not item.closed]
    return sum(not item.decisions for item in open_items) > len(open_items) * FEW_UNDECIDED
