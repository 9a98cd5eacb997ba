"""Items of which something was blacked out: they are held back until a person has looked at them.

What is hidden was left out when the file was read. But whoever covers words with a box, or paints them white, often
does not cover all that belongs to them, and a reader of the text doesn't see that anything is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from referat.importing.checks import item_offsets
from referat.importing.diagnostics import diagnose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.document import Document
    from referat.importing.format import Parsed
    from referat.model import AgendaItem, Minutes
    from referat.problems import Problem


def hold_back_blackened(
    document: Document, meeting: Parsed, meetings: Sequence[Parsed]
) -> tuple[Minutes, tuple[Problem, ...]]:
    """The meeting's minutes with those items held back, and a diagnostic for each.

    Args:
        document: What it was read from.
        meeting: One of the meetings that were read.
        meetings: All of them: an item ends where the next one begins, whosever that is.
    """
    if not document.blackened:
        return meeting.minutes, ()
    starts = sorted({_line(document, start) for one in meetings for start in item_offsets(one) if start is not None})
    items: list[AgendaItem] = []
    problems: list[Problem] = []
    for item, start in zip(meeting.minutes.items, item_offsets(meeting), strict=True):
        first = None if start is None else _line(document, start)
        hidden = first is not None and _hides(document, first, starts)
        items.append(replace(item, held_back=True) if hidden else item)
        if hidden and not item.held_back:
            problems.append(_held_back(document, item, start))
    return replace(meeting.minutes, items=tuple(items)), tuple(problems)


def _line(document: Document, offset: int) -> int:
    return document.line_at(offset).number


def _hides(document: Document, first: int, starts: Sequence[int]) -> bool:
    after = next((start for start in starts if start > first), None)
    return any(first <= line and (after is None or line < after) for line in document.blackened)


def _held_back(document: Document, item: AgendaItem, start: int | None) -> Problem:
    message = f"Item {item.number or '?'} is held back: something in it was blacked out, painted over or set invisible"
    advice = "Compare it with the original. What may be public can be written into the record by hand."
    return diagnose("blackened_item", message, document, start, advice=advice)
