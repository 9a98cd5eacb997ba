"""All items of a page, in their order: what groups say of them, and the closed ones that only the list above has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from referat.importing.reading.agenda_list import AgendaEntry, add_closed
from referat.importing.reading.blocks import Block, ItemStart
from referat.importing.reading.groups import take_group, told_by_group
from referat.importing.reading.items import Boundary, read_item
from referat.importing.reading.starts import unmarked
from referat.importing.reading.unheaded import head_decision
from referat.vocabulary.closed import strip_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.reading.pieces import Piece
    from referat.importing.reading.starts import Own
    from referat.vocabulary.item_groups import ItemGroup


def announced(lines: Sequence[Piece], boundaries: Sequence[Boundary]) -> tuple[ItemStart, ...]:
    """The items by number and title alone: what a list above them can be compared with before they are read."""
    return tuple(_announced(lines, boundary) for boundary in boundaries)


def _announced(lines: Sequence[Piece], boundary: Boundary) -> ItemStart:
    number = boundary.numbered.number if boundary.numbered else None
    if boundary.title is not None:
        title = unmarked(lines[boundary.title]).text
    else:
        title = boundary.numbered.title.text if boundary.numbered else ""
    return ItemStart(number=number, title=strip_marks(title)[0])


def read_items(
    lines: Sequence[Piece], boundaries: Sequence[Boundary], own: Own, entries: Sequence[AgendaEntry]
) -> tuple[list[Block], tuple[Piece, ...]]:
    """The blocks of all items, and the lines of the list above them that became items."""
    ends = [*(boundary.first for boundary in boundaries[1:]), *([len(lines)] if boundaries else [])]
    items: list[list[Block]] = []
    group: ItemGroup | None = None
    for boundary, end in zip(boundaries, ends, strict=True):
        taken = take_group(lines[boundary.first : end])
        group = taken.group or group
        items.append(told_by_group(head_decision(read_item(taken.lines, boundary, own)), group, taken.claims))
    starts = [start for item in items for start in item[:1] if isinstance(start, ItemStart)]
    marked = [_marked(item, start, entries) for item, start in zip(items, starts, strict=True)]
    order, lines_used = add_closed(entries, starts)
    return [block for one in order for block in (marked[one] if isinstance(one, int) else [one])], lines_used


def _marked(item: list[Block], start: ItemStart, entries: Sequence[AgendaEntry]) -> list[Block]:
    """The item, closed where the list says so."""
    closed = any(entry.closed and entry.is_for(start) for entry in entries)
    return [replace(start, closed=True), *item[1:]] if closed else item
