"""At which line of the text something was hidden: who reads the text must know where somebody took something away."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from referat.importing.extract.pdf.content import Hidden, HiddenKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from referat.importing.extract.pdf.page import Page, Unseen

SAME_ROW = 0.4
"""By so many sizes a character may stand above the baseline of a row and belong to it."""
RECURRING = 3
"""On so many pages the same number of hidden characters at the same height belongs to the paper."""


def place_hidden(
    pages: Sequence[Page], furniture: Collection[tuple[int, int]], lines: Mapping[tuple[int, int], int]
) -> Iterator[Hidden]:
    """What is hidden, with the line of the text that it stood on or below.

    Args:
        pages: The pages.
        furniture: Which rows are no text: the page and the row, both from 0.
        lines: The line of each other row.
    """
    counted = Counter(unseen for page in pages for unseen in page.hidden)
    last = 0
    for index, page in enumerate(pages):
        for unseen in page.hidden:
            is_text = (
                unseen.kind is not HiddenKind.OUTSIDE
                and counted[unseen] < RECURRING
                and not any(_is_beside(page, row, unseen) for at, row in furniture if at == index)
            )
            line = _line_above(page, index, unseen, lines, last) if is_text else None
            yield Hidden(page.number, unseen.kind, unseen.count, line)
        last = max((lines[index, row] for row in range(len(page.rows)) if (index, row) in lines), default=last)


def _is_beside(page: Page, row: int, unseen: Unseen) -> bool:
    return abs(page.rows[row].line.baseline - unseen.baseline) <= unseen.size


def _line_above(page: Page, index: int, unseen: Unseen, lines: Mapping[tuple[int, int], int], last: int) -> int:
    """The line of the lowest row of text that is not below; what stands above all rows goes on from `last`."""
    reach = unseen.baseline + unseen.size * SAME_ROW
    above = [
        (row.line.baseline, lines[index, number])
        for number, row in enumerate(page.rows)
        if (index, number) in lines and row.line.baseline <= reach
    ]
    return max(above)[1] if above else last
