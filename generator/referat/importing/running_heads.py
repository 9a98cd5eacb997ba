"""What is printed at the top or foot of every page, told by coming back wherever a page ends.

Where pages end is known from form feeds, which text from a PDF has, or else from marks such as ``Side 3 af 14``.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from referat.vocabulary.casenumber import label_match
from referat.vocabulary.decisions import decision_head
from referat.vocabulary.meeting_fields import LABEL
from referat.vocabulary.outcomes import Outcome, outcome_of
from referat.vocabulary.sections import heading_of
from referat.vocabulary.web_noise import page_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NEAR = 3
"""A running head is among so many lines that are not empty, before or after the end of a page."""
LEAST_BREAKS = 3
"""What comes back less often may be chance."""
MOST_PAGES = 0.6
"""A running head stands on at least this share of the pages; the first ones and blank ones often lack it."""
LONGEST = 160
"""A running head has at most so many characters."""

_PAGE = re.compile(
    r"(?:\b(?:side|s\.|page)\s*|(?<!\s)\s{2,}|\t|[|]\s*)\d{1,4}(?:\s*(?:af|of|/)\s*\d{1,4})?\s*$", re.IGNORECASE
)
"""A page's number after other words. A number without such a mark may count items: ``Punkt 3`` on the third page."""

_NUMBERED = re.compile(r"(?:punkt |pkt\.? ?|sag |nr\.? ?)?\d{1,4}[.:)]?\s", re.IGNORECASE)
"""How items and list items begin."""
_VOTE = re.compile(r"\bstem(?:te|mer)\b", re.IGNORECASE)


def find_running_heads(lines: Sequence[str], breaks: Sequence[int]) -> tuple[int, ...]:
    """The lines that repeat a running head. The first one at the top of the document is left there to be read.

    Args:
        lines: all lines of the document; blank where they are known to be no text.
        breaks: the lines at which one page ends and the next begins.
    """
    filled = [index for index, line in enumerate(lines) if line.strip()]
    if len(breaks) < LEAST_BREAKS or not filled:
        return ()
    around = {index for at in breaks for index in _near(filled, at)}
    near = sorted({*around, *filled[:NEAR], *filled[-NEAR:]})
    counted = Counter(_key(lines[index]) for index in near)
    heads = {key for key, count in counted.items() if count >= max(LEAST_BREAKS, MOST_PAGES * len(breaks))}
    found = [index for index in near if _key(lines[index]) in heads and _is_head(lines[index])]
    read = _first_of_each(lines, (index for index in found if index in filled[:NEAR]))
    return tuple(index for index in found if index not in read)


def find_page_numbers(lines: Sequence[str]) -> tuple[int, ...]:
    """The lines at the tops or feet of pages (parted by form feeds) that hold the page's number and nothing else."""
    pages = _pages(lines)
    ends = [(number, index) for number, page in enumerate(pages) for index in {*page[:1], *page[-1:]}]
    told = [(index, value - number) for number, index in ends if (value := page_number(lines[index])) is not None]
    shift, count = Counter(shift for _, shift in told).most_common(1)[0] if told else (0, 0)
    if count < max(LEAST_BREAKS, MOST_PAGES * len(pages)):
        return ()
    return tuple(index for index, own in told if own == shift)


def _near(filled: Sequence[int], at: int) -> tuple[int, ...]:
    before = [index for index in filled if index < at][-NEAR:]
    return (*before, *[index for index in filled if index >= at][:NEAR])


def _key(line: str) -> str:
    """What the line is whatever number it has: ``Økonomiudvalget s. 3`` on the third page."""
    return " ".join(_PAGE.sub("", line.strip()).casefold().split())


def _is_head(line: str) -> bool:
    """Whether a line that comes back may be a running head: headings, outcomes and case numbers come back, too."""
    text = line.strip(" \t\f*#")
    return (
        0 < len(text) <= LONGEST
        and not text.endswith((".", ":", ";", ","))
        and not any((heading_of(text), decision_head(text), label_match(text), LABEL.match(text), _VOTE.search(text)))
        and not _NUMBERED.match(text)
        and outcome_of(text) in (Outcome.OTHER, Outcome.NONE)
        and any(char.isalpha() for char in text)
    )


def _first_of_each(lines: Sequence[str], indexes: Iterable[int]) -> set[int]:
    first: dict[str, int] = {}
    for index in indexes:
        first.setdefault(_key(lines[index]), index)
    return set(first.values())


def _pages(lines: Sequence[str]) -> list[list[int]]:
    """The indexes of the lines that are not empty, page by page; nothing where no form feed parts pages."""
    if not any("\f" in line for line in lines):
        return []
    pages: list[list[int]] = [[]]
    for index, line in enumerate(lines):
        if "\f" in line:
            pages.append([])
        if line.strip():
            pages[-1].append(index)
    return [page for page in pages if page]
