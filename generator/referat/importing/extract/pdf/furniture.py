"""What is printed on every page and belongs to the paper: found by coming back at the same place."""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from referat.importing.extract.pdf.words import text_of
from referat.vocabulary.body_mentions import find_body
from referat.vocabulary.casenumber import alone_on_line, label_match
from referat.vocabulary.dates import find_dates
from referat.vocabulary.decisions import decision_head
from referat.vocabulary.sections import heading_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat.importing.extract.pdf.page import Page, Row

BAND = 0.14
"""The share of the page's height, at its top and foot, that running heads stand in."""
SHARE = 0.6
FEWEST = 3
"""So many pages, and this share of them, have a line at the same place before it is a running head."""
FEWEST_NUMBERED = 2
"""So many pages suffice where the line counts them."""
PLACE = 4.0
"""Points: lines whose baselines differ by less stand at the same place."""
SIMILAR = 0.75
"""A line at the place of running heads that is so much like one is one: the heads of closed items differ a little."""
SHORTEST_SIMILAR = 8
SAME_COLUMN = 3.0
"""Points."""
_OFFSETS = range(-12, 13)
"""How far the printed number of a page may be from its place in the file."""
_NUMBER = re.compile(r"\d{1,9}")
_PAGE_MARK = re.compile(r"\b(?:side|page)\s+\d{1,4}(?:\s*(?:ud af|af|of|/)\s*\d{1,4})?\s*[-–.]?$", re.IGNORECASE)
_ITEM = re.compile(r"\W*(?:punkt|pkt|sag|nr|bilag)\b", re.IGNORECASE)


def find_furniture(pages: Sequence[Page]) -> frozenset[tuple[int, int]]:
    """Which rows (page and row, from 0) are running heads, page marks, or heads of tables that are printed again."""
    groups = (pages, pages[::2], pages[1::2])  # left and right pages may have heads of their own
    found = {place for offset in (None, *_OFFSETS) for group in groups for place in _repeated(pages, group, offset)}
    found |= {place for place in _outermost(pages) if _PAGE_MARK.search(row_text(_row(pages, place)))}
    found |= set(_like_them(pages, found))
    return frozenset(found - set(_told_only_there(pages, found))) | frozenset(_table_heads(pages))


def row_text(row: Row) -> str:
    """The row as it stands in the document: cells parted by tabs."""
    return "\t".join(row.cells) if row.cells else text_of(row.line)


def _row(pages: Sequence[Page], place: tuple[int, int]) -> Row:
    return pages[place[0]].rows[place[1]]


def _in_bands(pages: Sequence[Page]) -> Iterator[tuple[tuple[int, int], Row]]:
    for index, page in enumerate(pages):
        for number, row in enumerate(page.rows):
            share = row.line.baseline / page.height
            if (share < BAND or share > 1 - BAND) and not _is_matter(row_text(row)):
                yield (index, number), row


def _outermost(pages: Sequence[Page]) -> Iterator[tuple[int, int]]:
    """The first and the last row of each page, where they stand in its bands."""
    ends = {(index, number) for index, page in enumerate(pages) for number in (0, len(page.rows) - 1)}
    return (place for place, _ in _in_bands(pages) if place in ends)


def _is_matter(text: str) -> bool:
    """Whether a line belongs to the minutes although every page may begin with its like: where items begin a page."""
    known = _ITEM.match(text) or label_match(text) or alone_on_line(text) or decision_head(text) or heading_of(text)
    return bool(known) and not _PAGE_MARK.search(text)


def _repeated(pages: Sequence[Page], group: Sequence[Page], offset: int | None) -> list[tuple[int, int]]:
    """The rows that come back in the group at the same place with the same text.

    Args:
        pages: all pages.
        group: those that are compared.
        offset: what the printed number of a page is more than its place in the file; None: no number is looked for.
    """
    of_group = {page.number for page in group if page.rows}
    fewest = FEWEST if offset is None or group is not pages else FEWEST_NUMBERED
    if len(of_group) < fewest:
        return []
    places: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for (index, number), row in _in_bands(pages):
        page = pages[index].number
        key = _without_page(row_text(row), None if offset is None else page + offset)
        if page in of_group and (offset is None or "#" in key):
            place = round(row.line.baseline / PLACE)
            for near in (place, place + 1):
                places[key, near].append((index, number))
    enough = max(fewest, SHARE * len(of_group))
    return [place for found in places.values() if len({page for page, _ in found}) >= enough for place in found]


def _without_page(text: str, number: int | None) -> str:
    folded = " ".join(text.casefold().split()).replace("#", " ")
    return _NUMBER.sub(lambda match: "#" if int(match[0]) == number else match[0], folded)


def _like_them(pages: Sequence[Page], found: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Rows at the place of a running head that are much like it."""
    known: dict[int, set[str]] = defaultdict(set)
    for place in found:
        row = _row(pages, place)
        if len(row_text(row)) >= SHORTEST_SIMILAR:
            known[round(row.line.baseline / PLACE)].add(_NUMBER.sub("#", row_text(row)))
    for place, row in _in_bands(pages):
        text = _NUMBER.sub("#", row_text(row))
        like = known.get(round(row.line.baseline / PLACE), ())
        if place not in found and any(SequenceMatcher(None, text, other).ratio() >= SIMILAR for other in like):
            yield place


def _told_only_there(pages: Sequence[Page], found: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The heads of the first page that tell a body or a date which stands nowhere else: they stay text."""
    heads = [place for place in found if place[0] == 0 and _row(pages, place).line.baseline < pages[0].height / 2]
    others = [
        row_text(row)
        for index, page in enumerate(pages)
        for number, row in enumerate(page.rows)
        if (index, number) not in found
    ]
    told = "\n".join(others).casefold() if heads else ""
    dates = {mention.date for text in others if heads for mention in find_dates(text)}
    for place in heads:
        text = row_text(_row(pages, place))
        body = find_body(text)
        if (body and body.name.casefold() not in told) or {mention.date for mention in find_dates(text)} - dates:
            yield place


def _table_heads(pages: Sequence[Page]) -> Iterator[tuple[int, int]]:
    """The first row of a table where it repeats that of the table which the page before ended with."""
    for index in range(1, len(pages)):
        above = [row for row in pages[index - 1].rows if row.top_of_grid]
        number, below = next(((i, row) for i, row in enumerate(pages[index].rows) if row.cells), (0, None))
        if above and below and below.top_of_grid and below.cells == above[-1].cells and _same_columns(above[-1], below):
            yield index, number


def _same_columns(above: Row, below: Row) -> bool:
    pairs = zip(above.columns, below.columns, strict=False)
    return len(above.columns) == len(below.columns) and all(abs(a - b) <= SAME_COLUMN for a, b in pairs)
