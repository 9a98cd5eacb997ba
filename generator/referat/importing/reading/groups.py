"""Lines that head groups of items: what they say goes to every item below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from referat.importing.reading import rules
from referat.importing.reading.blocks import Aside, Block, ItemStart
from referat.importing.reading.pieces import Piece, split_claims
from referat.importing.reading.starts import Own, read_start
from referat.vocabulary.item_groups import ItemGroup, item_group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.ledger import Claim
    from referat.importing.reading.items import Boundary

SLOT = 6
"""Among so many of an item's first lines its group may be printed once more."""


class GroupRead(Struct, frozen=True, kw_only=True):
    """The group that an item's lines name, and those lines without it."""

    group: ItemGroup | None
    claims: tuple[Claim, ...]
    lines: tuple[Piece, ...]


def lift_groups(lines: Sequence[Piece], boundaries: Sequence[Boundary]) -> tuple[Boundary, ...]:
    """The boundaries, each before the heading of a group that stands right above it: it is not the last item's text.

    Of two boundaries that share a line the first is kept.
    """
    apart: list[Boundary] = []
    last = -1
    for boundary in boundaries:
        if boundary.first <= last:
            continue
        apart.append(replace(boundary, first=_lifted(lines, boundary.first, last)))
        last = max(boundary.first, boundary.title or 0, boundary.numbered.index if boundary.numbered else 0)
    return tuple(apart)


def _lifted(lines: Sequence[Piece], first: int, last: int) -> int:
    above = next((index for index in range(first - 1, last, -1) if lines[index].text.strip()), None)
    if above is None or item_group(lines[above].text) is None:
        return first
    return _lifted(lines, above, last)


def take_group(lines: Sequence[Piece]) -> GroupRead:
    """Take the headings of groups out of an item's first lines."""
    group: ItemGroup | None = None
    claims: list[Claim] = []
    left = list(lines)
    filled = [index for index, line in enumerate(lines) if line.text.strip()]
    for index in filled[:SLOT]:
        line = lines[index].trimmed()
        found = item_group(line.text)
        if found and group and None not in (group.name, found.name) and group.name != found.name:
            break
        if found:
            at = line.text.find(found.name) if found.name else -1
            name = [line.cut(at, at + len(found.name))] if found.name and at >= 0 else []
            repeated = group is not None and group.name == found.name
            claims += split_claims(line, () if repeated else name, rules.CONTENTS)
            left[index] = Piece("", line.start)
            closed = group.closed if group and found.closed is None else found.closed
            group = ItemGroup(found.name or (group.name if group else None), closed)
        elif read_start(line, Own("", None)):
            break
    return GroupRead(group=group, claims=tuple(claims), lines=tuple(left))


def told_by_group(blocks: Sequence[Block], group: ItemGroup | None, claims: tuple[Claim, ...]) -> list[Block]:
    """The blocks of an item with what its group says of it."""
    start, *rest = blocks
    if not isinstance(start, ItemStart) or group is None:
        return [*blocks, Aside(claims)]
    told = replace(start, type=start.type or group.name, closed=start.closed or bool(group.closed))
    return [told, Aside(claims), *rest]
