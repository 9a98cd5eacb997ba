"""The list of contents: a checksum for the items, and a second spelling of their titles. Never their only source."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.reading.pieces import Piece

SIMILAR = 0.8
"""Titles at least this alike are the same title; contents lists cut and mend them."""

SHORTEST_CUT = 40
"""A title that was cut has at least so many characters left."""

_DOTTED = re.compile(r"(?P<title>\S.*?)\s*\.{3,}\s*(?P<page>\d{1,4})?\s*$")
_INLINE = re.compile(
    r"(?P<title>\S.*?)(?:\s*\.{3,}\s*(?P<page>\d{1,4})?|\s(?P<bare>\d{1,3})(?=\s+[A-ZÆØÅ]))(?=\s|$)\s*"
)


class ContentsEntry(Struct, frozen=True):
    """One line of a list of contents."""

    title: str
    """As printed. Long titles may be cut at the end."""
    piece: Piece


def read_entry(line: Piece) -> ContentsEntry | None:
    """The entry that a line with dot leaders and a page number holds."""
    match = _DOTTED.fullmatch(line.text.strip())
    return ContentsEntry(match["title"], line) if match else None


def read_entries_in_line(line: Piece) -> tuple[ContentsEntry, ...]:
    """The entries of a whole list that stands on one line: dot leaders and page numbers part them.

    A title that was cut has no leaders: the page number, which must not be lower than the one before, ends it.
    """
    entries: list[ContentsEntry] = []
    start, page = 0, 0
    for match in _INLINE.finditer(line.text):
        number = match["page"] or match["bare"]
        if match["bare"] and int(match["bare"]) <= page:
            continue
        title = line.text[start : match.end("title")].strip()
        entries.append(ContentsEntry(title, line.cut(start, match.end())))
        start, page = match.end(), int(number) if number else page
    return tuple(entries)


def fold_title(title: str) -> str:
    """The title for comparing: its words in lower case without marks of emphasis and punctuation at the ends."""
    return " ".join(title.replace("*", " ").casefold().split()).strip(" .:;-–#")


def is_cut(listed: str, printed: str) -> bool:
    """Whether the title that a list of contents has is the cut beginning of the printed one, or all of it."""
    a, b = fold_title(listed), fold_title(printed)
    return a == b or (len(a) >= SHORTEST_CUT and b.startswith(a))


def same_title(one: str, other: str, least: float = SIMILAR) -> bool:
    """Whether the two are the same title: equal, one the cut beginning of the other, or as alike as `least`."""
    a, b = fold_title(one), fold_title(other)
    if not a or not b:
        return a == b
    if is_cut(one, other) or is_cut(other, one):
        return True
    return a == b or SequenceMatcher(None, a, b, autojunk=False).ratio() >= least


def entries_of_items(entries: Sequence[ContentsEntry], numbers: Sequence[str | None]) -> dict[int, int]:
    """Which entry stands for which item: indexes of `numbers` to indexes of `entries`.

    Where the items are numbered from 1 on, the number says it; otherwise the order does.
    """
    by_number = {
        index: int(number) - 1
        for index, number in enumerate(numbers)
        if number and number.isdecimal() and 0 < int(number) <= len(entries)
    }
    if len(set(by_number.values())) == len(numbers):
        return by_number
    return {index: index for index in range(min(len(numbers), len(entries)))}
