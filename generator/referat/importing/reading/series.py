"""Finding the numbering of the items among all numbers that begin a line."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from referat.importing.reading.pieces import Piece

_LABELLED = re.compile(
    r"[#*•\s]*(?:Punkt|Pkt\.?|Nr\.?|Sag nr\.?|Sag)\s{0,3}(?P<number>\d{1,4}[a-z]?)(?:[.:)]|\s?-|\b)"
    r"\s*(?P<title>.*?)[*\s]*",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"[#*•\s]*(?P<number>\d{1,4}[a-z]?)(?:[.)]|\s?:)\s*(?P<title>[^\d\s.,:;].*?)[*\s]*")
_BARE = re.compile(r"[#*\s]*(?P<number>\d{1,4})\s{1,3}(?P<title>\(?[A-ZÆØÅ].*?)[*\s]*")
_GLUED = re.compile(r"[#*\s]*(?P<number>\d{1,4})(?P<title>[A-ZÆØÅ][a-zæøå]{2,}.*?)[*\s]*")
_ALONE = re.compile(r"(?:[#*\s]*•\s*(?P<number>\d{1,4})[.:]?(?P<title>))[*\s]*")
STYLES = (_LABELLED, _DOTTED, _BARE, _GLUED, _ALONE)
"""The ways to number items that are found anywhere: ``number`` and ``title`` of a whole line."""

LONGEST_TITLE = 300
WIDEST_GAP = 40
"""Between two items of one meeting at most so many numbers are missing."""
MOST_CANDIDATES = 600
"""More numbered lines are not looked at: the search takes time in proportion to the square of their number."""


class Numbered(Struct, frozen=True, kw_only=True):
    """A line that may begin an item."""

    index: int
    """Of the line."""
    number: str
    title: Piece
    """Empty where the title is not on the line."""
    number_piece: Piece

    @property
    def value(self) -> int:
        """The number without the letter after it."""
        return int(re.sub(r"\D", "", self.number))


def find_series(
    lines: Sequence[Piece], weigh: Callable[[int, int], float], styles: Sequence[re.Pattern[str]] = STYLES
) -> tuple[Numbered, ...]:
    """The items' numbering: among the lines numbered in one style, the increasing row with the greatest weight.

    Args:
        lines: all lines of the document.
        weigh: how much the lines from one index to before another look like an item (0: not at all).
        styles: how the items may be numbered; of two that are equally good the first is taken.

    Returns:
        The lines that begin the items, in order; empty where nothing that is numbered looks like an item.
    """
    best: tuple[float, tuple[Numbered, ...]] = (0.0, ())
    for style in styles:
        found = _candidates(lines, style)
        if found:
            best = max(best, _heaviest_row(found, len(lines), weigh), key=lambda row: row[0])
    return best[1]


def strip_number(text: str) -> str:
    """The title that follows the number on a line; the whole line where it has none."""
    return next((match["title"] for style in STYLES if (match := style.fullmatch(text))), text)


def read_numbered(line: Piece, index: int, styles: Sequence[re.Pattern[str]] = STYLES) -> Numbered | None:
    """The number and title on the line at `index`, in the first of the styles that it has; None in none of them."""
    text = line.trimmed()
    match = next((match for style in styles if (match := style.fullmatch(text.text))), None)
    if match is None or len(text.text) > LONGEST_TITLE or "..." in text.text or "\t" in text.text:
        return None
    if match["title"][:1].islower() or _lists_more(match["title"], match["number"]):
        return None
    title, number = text.cut(*match.span("title")), text.cut(*match.span("number"))
    return Numbered(index=index, number=match["number"], title=title, number_piece=number)


def _candidates(lines: Sequence[Piece], style: re.Pattern[str]) -> list[Numbered]:
    found = (read_numbered(line, index, (style,)) for index, line in enumerate(lines) if line.text)
    return list(islice(filter(None, found), MOST_CANDIDATES))


def _lists_more(title: str, number: str) -> bool:
    """Whether the line goes on with the next number: then it is a whole list of contents."""
    following = int(re.sub(r"\D", "", number)) + 1
    return re.search(rf"\s{following}[.:)]\s+[A-ZÆØÅ]", title) is not None


def _heaviest_row(
    found: Sequence[Numbered], end: int, weigh: Callable[[int, int], float]
) -> tuple[float, tuple[Numbered, ...]]:
    """The strictly increasing row of greatest weight, by dynamic programming over the candidates."""
    ends = [*(candidate.index for candidate in found[1:]), end]
    weights = [weigh(candidate.index + 1, until) for candidate, until in zip(found, ends, strict=True)]
    totals = list(weights)
    before: list[int | None] = [None] * len(found)
    for i, candidate in enumerate(found):
        for j in range(i):
            step = candidate.value - found[j].value
            if 0 < step <= WIDEST_GAP and totals[j] + weights[i] > totals[i]:
                totals[i], before[i] = totals[j] + weights[i], j
    last: int | None = max(range(len(found)), key=lambda i: totals[i])
    total = totals[last] if last is not None else 0.0
    row: list[Numbered] = []
    while last is not None:
        row.append(found[last])
        last = before[last]
    return total, _filled(row[::-1], found)


def _filled(row: Sequence[Numbered], found: Sequence[Numbered]) -> tuple[Numbered, ...]:
    """The row with the numbers between two of its items, if all that are missing stand between them, in order: items
    without text weigh nothing.
    """
    whole = list(row[:1])
    for before, after in pairwise(row):
        between = [candidate for candidate in found if before.index < candidate.index < after.index]
        missing: list[Numbered] = []
        for candidate in between:
            if candidate.value == before.value + len(missing) + 1:
                missing.append(candidate)
        whole += missing if len(missing) == after.value - before.value - 1 else []
        whole.append(after)
    return tuple(whole)
