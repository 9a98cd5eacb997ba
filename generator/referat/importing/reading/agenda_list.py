"""The list of items that a page prints above the first one: numbers and titles, or titles alone.

It is left out of the record, for the items themselves say it all, but for one thing: closed items that have no text
stand nowhere else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.reading import rules
from referat.importing.reading.blocks import ItemStart
from referat.importing.reading.contents import same_title
from referat.importing.reading.pieces import split_claims
from referat.vocabulary.closed import strip_marks
from referat.vocabulary.item_groups import heads_agenda, item_group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.reading.pieces import Piece

_ENTRY = re.compile(
    r"[-•*\s]*(?:(?P<mark>(?i:åbent?|lukket))\s+)?(?:(?i:punkt|pkt\.?)\s*)?(?P<number>\d{1,4}[a-z]?)[.:)]?\s+"
    r"(?P<title>[^\sa-zæøå.,:;)-].*?)[*\s]*"
)
_BULLET = re.compile(r"[-•*\s]*(?P<title>\S.*?)[*\s]*")
LEAST = 2
"""One line alone is no list, unless a heading says so."""
SAME = 0.95


class AgendaEntry(Struct, frozen=True, kw_only=True):
    """One line of the list."""

    line: Piece
    number: str | None
    title: Piece
    """As printed, with the mark of a closed item."""
    closed: bool

    def is_for(self, item: ItemStart) -> bool:
        """Whether the item is the one that the entry announces."""
        subject = strip_marks(self.title.text)[0]
        if self.number and item.number:
            return self.number == item.number
        return subject is not None and item.title is not None and same_title(subject, item.title, SAME)


class AgendaList(Struct, frozen=True, kw_only=True):
    """The list, and the lines (indexes) that it is made of, headings of groups included."""

    entries: tuple[AgendaEntry, ...] = ()
    lines: frozenset[int] = frozenset()


def read_agenda_list(lines: Sequence[Piece], items: Sequence[ItemStart]) -> AgendaList:
    """The list in the lines above the first item: lines in a row that are numbered or are titles of items.

    A row is a list if an item is in it, or a heading such as ``Dagsordenspunkter`` above it.
    """
    entries: dict[int, AgendaEntry] = {}
    used: set[int] = set()
    for row in _rows(lines, items):
        found = {index: entry for index in row if (entry := _read_entry(lines[index], items))}
        known = any(entry.is_for(item) for entry in found.values() for item in items)
        headed = any(heads_agenda(lines[index].text) for index in row)
        if items and found and (headed or (known and len(found) >= LEAST)):
            entries |= found
            used.update(row)
    return AgendaList(
        entries=tuple(entries.values()),
        lines=frozenset(used),
    )


def _rows(lines: Sequence[Piece], items: Sequence[ItemStart]) -> list[list[int]]:
    """Entries and headings that only empty lines part."""
    rows: list[list[int]] = [[]]
    for index, line in enumerate(lines):
        if not line.text.strip():
            continue
        if _read_entry(line, items) or heads_agenda(line.text) or item_group(line.text):
            rows[-1].append(index)
        elif rows[-1]:
            rows.append([])
    return rows


def _read_entry(line: Piece, items: Sequence[ItemStart]) -> AgendaEntry | None:
    match = _ENTRY.fullmatch(line.text)
    if match:
        title = line.cut(*match.span("title"))
        closed = bool(strip_marks(title.text)[1]) or (match["mark"] or "").casefold() == "lukket"
        return AgendaEntry(line=line, number=match["number"], title=title, closed=closed)
    bullet = _BULLET.fullmatch(line.text)
    if bullet is None:
        return None
    entry = AgendaEntry(line=line, number=None, title=line.cut(*bullet.span("title")), closed=False)
    return entry if any(entry.is_for(item) for item in items) else None


def add_closed(
    entries: Sequence[AgendaEntry], items: Sequence[ItemStart]
) -> tuple[tuple[int | ItemStart, ...], tuple[Piece, ...]]:
    """The items (their indexes) in order, with the closed ones among `entries` that have no text put in their places,
    and the lines of those.

    An entry counts only if the document reaches it: an item comes after it, or the entry before it was reached. A
    document may be cut off, and then nobody knows what else would have come.
    """
    order: list[int | ItemStart] = list(range(len(items)))
    at, reached = 0, False
    lines: list[Piece] = []
    for entry in entries:
        index = next((i for i, item in enumerate(items) if entry.is_for(item)), None)
        if index is not None:
            at, reached = order.index(index) + 1, True
            continue
        later = next((i for i, item in enumerate(items) if _value(item.number) > _value(entry.number) > 0), None)
        reached = entry.closed and (reached or later is not None)
        if reached:
            if later is not None and not at:
                at = order.index(later)
            order.insert(at, _closed_item(entry))
            at += 1
            lines.append(entry.line)
    return tuple(order), tuple(lines)


def _value(number: str | None) -> int:
    return int(re.sub(r"\D", "", number) or 0) if number else 0


def _closed_item(entry: AgendaEntry) -> ItemStart:
    title = strip_marks(entry.title.text)[0]
    at = entry.title.text.find(title) if title else -1
    kept = [entry.title.cut(at, at + len(title))] if title and at >= 0 else []
    number = entry.line.text.find(entry.number) if entry.number else -1
    kept += [entry.line.cut(number, number + len(entry.number))] if entry.number and number >= 0 else []
    return ItemStart(
        number=entry.number, title=title, closed=True, claims=split_claims(entry.line, kept, rules.CONTENTS)
    )
