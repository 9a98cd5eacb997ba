"""A page that holds one item only: archives publish minutes item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referat.importing.reading.contents import same_title
from referat.importing.reading.items import Boundary
from referat.importing.reading.series import read_numbered, strip_number
from referat.importing.reading.starts import unmarked
from referat.importing.reading.title_lines import can_be_title, is_case_line, is_of_head
from referat.vocabulary.containers import is_container_title
from referat.vocabulary.decisions import decision_head
from referat.vocabulary.sections import heading_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.reading.pieces import Piece

FARTHEST = 8
"""The title stands among so many lines above the first heading, empty ones not counted."""


def find_single(lines: Sequence[Piece]) -> tuple[Boundary, ...]:
    """The one item, where the line right above its first heading (or the very first line) can be its title, a line
    with its case between them or not. Without a title the line with the case begins it.

    A title that is printed several times, one line below the other, begins the item the first time.
    """
    texts = [unmarked(line).text for line in lines]
    told = [i for i, text in enumerate(texts) if text]
    heading = next((i for i in told if heading_of(texts[i]) or decision_head(texts[i])), None)
    if heading is None:
        alone = told[:1] if told and is_container_title(strip_number(texts[told[0]])) else []
        return tuple(_begun_at(lines, i, i) for i in alone)
    above = [i for i in told if i < heading][-FARTHEST:]
    case = above.pop() if above and is_case_line(texts[above[-1]]) else None
    if not above or not can_be_title(strip_number(texts[above[-1]])) or is_of_head(texts[above[-1]]):
        return () if case is None else (Boundary(first=case),)
    first = above[-1]
    for i in reversed(above[:-1]):
        if not same_title(texts[i], texts[first]):
            break
        first = i
    return (_begun_at(lines, first, above[-1]),)


def _begun_at(lines: Sequence[Piece], first: int, title: int) -> Boundary:
    numbered = read_numbered(lines[title], title)
    return Boundary(first=first, numbered=numbered) if numbered else Boundary(first=first, title=title)
