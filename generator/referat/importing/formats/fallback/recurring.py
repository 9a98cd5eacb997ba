"""Items that have no numbers: they begin where a label, a mark or a heading comes back."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from referat.importing.reading.items import Boundary
from referat.importing.reading.title_lines import can_be_title, is_case_line, is_of_head, line_above
from referat.vocabulary.closed import strip_marks
from referat.vocabulary.decisions import decision_head
from referat.vocabulary.outcomes import Outcome, outcome_of
from referat.vocabulary.sections import SectionKind, heading_of, kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_NEVER_FIRST = (SectionKind.ATTACHMENTS, SectionKind.ATTENDANCE)


def find_recurring(texts: Sequence[str]) -> tuple[Boundary, ...]:
    """By the labels of case numbers; else by lone marks of open and closed; else by the first heading that comes back.

    Empty where nothing of this comes back, and where what comes back are treatments of one case at several meetings.
    """
    labelled = tuple(i for i, text in enumerate(texts) if is_case_line(text))
    if len(labelled) > 1:
        return tuple(_begun_at(texts, index) for index in labelled)
    marks = tuple(i for i, text in enumerate(texts) if text and strip_marks(text)[0] is None)
    if len(marks) > 1:
        return tuple(_begun_at(texts, index) for index in marks)
    begins = _headings_that_begin(texts)
    if len(begins) < 2 or _is_course_of_one_case(texts, begins):
        return ()
    return tuple(_begun_at(texts, index) for index in begins)


def _headings_that_begin(texts: Sequence[str]) -> tuple[int, ...]:
    """The lines of the heading that comes back most often, and of others that stand below a title after a decision."""
    headings = {i: heading for i, text in enumerate(texts) if (heading := _heading(text))}
    sections = [i for i, heading in headings.items() if kind_of(heading) is not SectionKind.DECISION]
    titled = [i for i in headings if _follows_decided_item(texts, i, headings)]
    counted = Counter(headings[i] for i in sections)
    often = max(counted, key=lambda heading: counted[heading], default=None)
    if often is None or counted[often] < 2:
        return tuple(sorted({*titled, *list(headings)[:1]})) if titled else ()
    recurring = [i for i in sections if headings[i] == often]
    return tuple(sorted({*recurring, *(i for i in titled if not _within_titled(texts, recurring, i))}))


def _heading(text: str) -> str | None:
    """The heading that the line is, spelled in one way; a decision's head, whatever it names, counts as one heading."""
    head = decision_head(text)
    if head is not None:
        return "Beslutning"
    heading = heading_of(text)
    return heading.casefold() if heading and kind_of(heading) not in _NEVER_FIRST else None


def _follows_decided_item(texts: Sequence[str], index: int, headings: dict[int, str]) -> bool:
    """Whether the line above can only be the title of a new item: a decision with words of its own stands above it."""
    above = line_above(texts, index)
    last = max((i for i in headings if above is not None and i < above), default=None)
    if above is None or last is None or not _is_titled(texts, index):
        return False
    if kind_of(headings[last]) is not SectionKind.DECISION:
        return False
    told = [text for text in texts[last + 1 : above] if text]
    head = decision_head(texts[last])
    return bool(told or (head and head.rest))


def _within_titled(texts: Sequence[str], recurring: Sequence[int], index: int) -> bool:
    """Whether the recurring heading that begins the same item has the very title above it."""
    return any(line_above(texts, other) == line_above(texts, index) for other in recurring if other != index)


def _is_course_of_one_case(texts: Sequence[str], begins: Sequence[int]) -> bool:
    """Whether each chapter tells of another meeting: decisions of one case, one after the other."""
    dates = []
    for begin, end in pairwise([*begins, len(texts)]):
        heads = [head for text in texts[begin:end] if (head := decision_head(text)) and head.date]
        dates.append({head.date for head in heads})
    told = [date for date in dates if date]
    return len(told) > 1 and not set.intersection(*told) and not any(_is_titled(texts, begin) for begin in begins[1:])


def _is_titled(texts: Sequence[str], index: int) -> bool:
    """Whether the line above can be the title of what begins at `index`; a decision's last words cannot."""
    above = line_above(texts, index)
    if above is None or not can_be_title(texts[above]) or is_of_head(texts[above]):
        return False
    return outcome_of(texts[above]) in (Outcome.OTHER, Outcome.NONE)


def _begun_at(texts: Sequence[str], index: int) -> Boundary:
    """The item whose first heading, label or mark stands at `index`: the line above is its title if it can be one."""
    above = line_above(texts, index)
    if above is None or not _is_titled(texts, index):
        return Boundary(first=index)
    return Boundary(first=above, title=above)
