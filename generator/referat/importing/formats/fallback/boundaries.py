"""Where the items of a document of unknown shape begin."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from referat.importing.reading.item_signs import list_lines, weigh_item
from referat.importing.reading.items import Boundary
from referat.importing.reading.series import find_series
from referat.importing.reading.starts import unmarked
from referat.vocabulary.casenumber import alone_on_line, label_match
from referat.vocabulary.decisions import decision_head
from referat.vocabulary.sections import SectionKind, heading_of, kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.reading.pieces import Piece

LONGEST_TITLE = 200

_ENDS_SENTENCE = (".", ":", ";", ",")


def find_boundaries(lines: Sequence[Piece]) -> tuple[Boundary, ...]:
    """By the numbering; else where the label of a case number, else where a heading, comes back; else nowhere."""
    texts = [unmarked(line).text for line in lines]
    lists = list_lines(texts)
    outside_lists = [line.cut(0, 0) if index in lists else line for index, line in enumerate(lines)]
    series = find_series(outside_lists, lambda begin, end: weigh_item(texts, begin, end))
    if series:
        return tuple(Boundary(first=_with_case_above(texts, row.index), numbered=row) for row in series)
    recurring = _recurring(texts)
    return tuple(_boundary_above(texts, index) for index in recurring)


def _recurring(texts: Sequence[str]) -> tuple[int, ...]:
    """The lines at which items begin that have no numbers."""
    labelled = tuple(i for i, text in enumerate(texts) if len(text) < 100 and label_match(text))
    if len(labelled) > 1:
        return labelled
    headings = [(i, kind_of(heading)) for i, text in enumerate(texts) if (heading := heading_of(text))]
    begins = [(i, kind) for i, kind in headings if kind not in (SectionKind.ATTACHMENTS, SectionKind.ATTENDANCE)]
    counted = Counter(kind for _, kind in begins if kind is not SectionKind.DECISION)
    if not counted or max(counted.values()) < 2:
        return ()
    often = [kind for kind, count in counted.items() if count == max(counted.values())]
    return tuple(i for i, kind in begins if kind is often[0])


def _with_case_above(texts: Sequence[str], index: int) -> int:
    """The line's index, or that of the case number that stands alone right above it."""
    above = next((i for i in range(index - 1, max(index - 4, -1), -1) if texts[i]), None)
    return above if above is not None and alone_on_line(texts[above]) else index


def _boundary_above(texts: Sequence[str], index: int) -> Boundary:
    """The item whose first heading or label stands at `index`: the line above it is its title if it can be one."""
    above = next((i for i in range(index - 1, max(index - 4, -1), -1) if texts[i]), None)
    if above is None or not _can_be_title(texts[above]):
        return Boundary(first=index)
    return Boundary(first=above, title=above)


def _can_be_title(text: str) -> bool:
    known = heading_of(text) or decision_head(text) or label_match(text)
    return len(text) <= LONGEST_TITLE and not known and text[0].isupper() and not text.endswith(_ENDS_SENTENCE)
