"""Where the items of a document of unknown shape begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from referat.importing.formats.fallback.recurring import find_recurring
from referat.importing.reading.contents import same_title
from referat.importing.reading.item_signs import list_lines, weigh_item
from referat.importing.reading.items import Boundary
from referat.importing.reading.series import find_series
from referat.importing.reading.single import find_single
from referat.importing.reading.starts import unmarked
from referat.importing.reading.title_lines import can_be_title, is_of_head, line_above, line_below
from referat.vocabulary.casenumber import alone_on_line
from referat.vocabulary.item_slot import read_slot_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.reading.pieces import Piece
    from referat.importing.reading.series import Numbered

SIGN = 0.5
"""What numbered lines weigh together that have anything but a number to say that they are items."""


def find_boundaries(lines: Sequence[Piece]) -> tuple[Boundary, ...]:
    """By the numbering; else where a label, a mark or a heading comes back; else the page's one item; else nowhere.

    Numbers that nothing but their order speaks for come last: they may be a list.
    """
    texts = [unmarked(line).text for line in lines]
    lists = list_lines(texts)
    outside_lists = [line.cut(0, 0) if index in lists else line for index, line in enumerate(lines)]
    series = find_series(outside_lists, lambda begin, end: weigh_item(texts, begin, end))
    numbered = _titled_above(texts, series) or tuple(_numbered_at(texts, row) for row in series)
    ends = [*(row.index for row in series[1:]), len(texts)]
    if sum(weigh_item(texts, row.index + 1, end) for row, end in zip(series, ends, strict=False)) >= SIGN:
        return numbered
    return find_recurring(texts) or numbered or find_single(lines)


def _titled_above(texts: Sequence[str], series: Sequence[Numbered]) -> tuple[Boundary, ...]:
    """The items, where every number stands below its title: on its own line, or with a remark in parentheses."""
    if any(row.title.text and not row.title.text.startswith("(") for row in series):
        return ()
    titles = [line_above(texts, row.index) for row in series]
    found = [i for i in titles if i is not None and can_be_title(texts[i]) and not is_of_head(texts[i])]
    below = [i for row in series if (i := line_below(texts, row.index)) is not None and can_be_title(texts[i])]
    if len(found) < len(series) or len(below) == len(series):
        return ()
    return tuple(Boundary(first=at, numbered=row, title=at) for at, row in zip(found, series, strict=True))


def _numbered_at(texts: Sequence[str], row: Numbered) -> Boundary:
    """The item, begun by the line above where that is its case number or the same line printed before."""
    boundary = Boundary(first=row.index, numbered=row)
    above = line_above(texts, row.index)
    if above is None:
        return boundary
    slot = read_slot_line(texts[above])
    begins = alone_on_line(texts[above]) or (slot and slot.case) or same_title(texts[above], texts[row.index])
    return replace(boundary, first=above) if begins else boundary
