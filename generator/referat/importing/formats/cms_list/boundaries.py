"""Which shape a page has, and where its items begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.cues import score_cues
from referat.importing.formats.cms_list.shapes import SHAPES, Shape
from referat.importing.reading.item_signs import list_lines, weigh_item
from referat.importing.reading.items import Boundary
from referat.importing.reading.series import find_series
from referat.importing.reading.starts import unmarked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.reading.pieces import Piece
    from referat.importing.reading.series import Numbered

LOOKS = 0.5
"""What a line weighs that is an item by its look alone, beside what stands below it."""
ONE_ITEM, MORE_ITEMS = 0.3, 0.1
"""What items of a shape add to its score: the first one, and that there are more."""
PARTICULAR = 0.15

_ENDS_SENTENCE = (".", ":", ";", ",", "?")


class Fit(Struct, frozen=True, kw_only=True):
    """How well a shape fits a page."""

    shape: Shape
    score: float
    """From 0 to 1."""
    boundaries: tuple[Boundary, ...]


def best_fit(page: str, lines: Sequence[Piece]) -> Fit:
    """The shape that fits the page best; the first of those that fit equally well.

    Args:
        page: all of its text, menus and buttons too: they tell what made it.
        lines: what the items are looked for in.
    """
    texts = [unmarked(line).text for line in lines]
    lists = list_lines(texts)
    fits = (_fit(shape, page, lines, texts, lists) for shape in SHAPES)
    return max(fits, key=lambda fit: fit.score)


def _fit(shape: Shape, page: str, lines: Sequence[Piece], texts: Sequence[str], lists: frozenset[int]) -> Fit:
    def weigh(begin: int, end: int) -> float:
        looks = shape.particular and not texts[begin - 1].endswith(_ENDS_SENTENCE)
        return weigh_item(texts, begin, end) + LOOKS * looks

    outside = [line.cut(0, 0) if index in lists and not shape.particular else line for index, line in enumerate(lines)]
    row = find_series(outside, weigh, (shape.head,))
    ends = [*(numbered.index for numbered in row[1:]), len(lines)]
    proven = any(weigh_item(texts, item.index + 1, end) >= 1 for item, end in zip(row, ends, strict=bool(row)))
    cues = score_cues(page, shape.cues)
    found = ONE_ITEM * proven + MORE_ITEMS * (len(row) > 1) + PARTICULAR * (shape.particular and proven)
    return Fit(
        shape=shape,
        score=round(min(cues + found, 1.0), 2) if cues else 0.0,
        boundaries=tuple(_boundary(shape, numbered, texts) for numbered in row),
    )


def _boundary(shape: Shape, numbered: Numbered, texts: Sequence[str]) -> Boundary:
    above = next((i for i in range(numbered.index - 1, max(numbered.index - 4, -1), -1) if texts[i]), None)
    if shape.title_above and above is not None:
        return Boundary(first=above, numbered=numbered, title=above)
    return Boundary(first=numbered.index, numbered=numbered)
