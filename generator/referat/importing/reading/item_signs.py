"""What tells the beginning of an item from the many other lines that begin with a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat.vocabulary.casenumber import alone_on_line, label_match
from referat.vocabulary.closed import strip_marks
from referat.vocabulary.decisions import decision_head
from referat.vocabulary.sections import SectionKind, heading_of, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FIRST_LINES = 15
"""What makes a chapter an item stands among its first lines."""
SLOT_LINES = 4
"""The case number stands among so many lines below the number."""
LONGEST_LABEL = 100

_LIST_NUMBER = re.compile(r"(\d{1,3})[.)]\s+\S")
_NUMBER_BEFORE = re.compile(r"^\W*(?:(?:punkt|pkt\.?|nr\.?|sag)\s)?\d{1,4}[a-z]?\W*", re.IGNORECASE)


def list_lines(texts: Sequence[str]) -> frozenset[int]:
    """The lines (indexes) of numbered lists: they are never items.

    In recommendations and decisions that is any row that begins with 1; elsewhere one that a colon announces and whose
    lines stand right below each other.
    """
    found: set[int] = set()
    inside, last = False, 0
    for index, text in enumerate(texts):
        heading = heading_of(text)
        if heading is not None or decision_head(text) is not None:
            kind = kind_of(heading) if heading else SectionKind.DECISION
            inside, last = kind in (SectionKind.RECOMMENDATION, SectionKind.DECISION), 0
        elif text.endswith(":"):
            found.update(_row_below(texts, index))
        number = _LIST_NUMBER.match(text)
        if inside and number and int(number[1]) == last + 1:
            found.add(index)
            last += 1
    return frozenset(found)


def _row_below(texts: Sequence[str], index: int) -> Iterator[int]:
    """The lines right below, as long as they count on from 1."""
    for count, text in enumerate(texts[index + 1 :], start=1):
        number = _LIST_NUMBER.match(text)
        if number is None or int(number[1]) != count:
            return
        yield index + count


def weigh_item(texts: Sequence[str], begin: int, end: int) -> float:
    """How much the lines from `begin` to before `end`, below a number, look like an item: 0 is not at all.

    A case number, a decision and a known heading speak for it, some text a little. A closed item needs no text.
    """
    first = [text for text in texts[begin:end] if text][:FIRST_LINES]
    if not first:
        return 0.5 if begin and strip_marks(_NUMBER_BEFORE.sub("", texts[begin - 1]))[1] else 0.0
    case = any(label_match(text) or alone_on_line(text) for text in first[:SLOT_LINES] if len(text) < LONGEST_LABEL)
    headed = any(heading_of(text) or decision_head(text) for text in first)
    return 0.05 + 1.0 * case + 1.0 * headed
