"""What differs between two versions of a record, in words for readers. Pure.

Only what a reader reads counts. Addresses are others each time a meeting is published, and tell of no change.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from referat.fetching.item_pairs import pair_items
from referat.model import Decision, Section
from referat.vocabulary import change_words as words
from referat.vocabulary.dates import format_long
from referat.vocabulary.sections import SectionKind, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat.model import AgendaItem, Meeting, Minutes

    Part = Section | Decision

MOST = 30
"""So many places are told of one change."""

_ADDRESS = re.compile(r"\]\([^()\s]*\)")


def find_changes(before: Minutes, after: Minutes) -> tuple[str, ...]:
    """The places that differ, as `referat.model.Change` holds them; empty where the two say the same.

    An item that was held back or withdrawn on this site is passed over: what differs there is not the municipality's.
    """
    found = list(
        dict.fromkeys([*_meeting(before.meeting, after.meeting), *_text(before, after), *_items(before, after)])
    )
    return tuple(found) if len(found) <= MOST else (*found[: MOST - 1], words.more(len(found) - MOST + 1))


def _meeting(before: Meeting, after: Meeting) -> Iterator[str]:
    if (before.time, before.ends) != (after.time, after.ends):
        yield words.TIME
    if before.place != after.place:
        yield words.PLACE
    if (before.participants, before.absent) != (after.participants, after.absent):
        yield words.PEOPLE


def _text(before: Minutes, after: Minutes) -> Iterator[str]:
    if _said(before.preamble) != _said(after.preamble):
        yield words.LEAD
    if (before.annexes, _said(before.unplaced)) != (after.annexes, _said(after.unplaced)):
        yield words.ANNEXES


def _items(before: Minutes, after: Minutes) -> Iterator[str]:
    pairs = pair_items(before.items, after.items)
    if [pairs[old] for old in sorted(pairs)] != sorted(pairs.values()):
        yield words.ORDER
    for old, item in enumerate(before.items):
        if old not in pairs:
            yield f"{_name(item)}: {words.GONE}"
    came_from = {new: old for old, new in pairs.items()}
    for new, item in enumerate(after.items):
        if new not in came_from:
            yield f"{_name(item)}: {words.NEW}"
        else:
            yield from (f"{_name(item)}: {what}" for what in _item(before.items[came_from[new]], item))


def _name(item: AgendaItem) -> str:
    return words.item_name(item.number, item.title)


def _item(before: AgendaItem, after: AgendaItem) -> Iterator[str]:
    if before.held_back or after.held_back or before.withdrawn or after.withdrawn:
        return
    if before.closed != after.closed:
        yield words.CLOSED if after.closed else words.OPENED
    if before.number != after.number:
        yield words.NUMBER
    if (before.title, before.type) != (after.title, after.type):
        yield words.TITLE
    if (before.case_number, before.document_numbers, before.kle) != (
        after.case_number,
        after.document_numbers,
        after.kle,
    ):
        yield words.CASE_NUMBER
    if _said(before.text) != _said(after.text):
        yield words.TEXT
    yield from _parts(before.parts, after.parts)


def _parts(before: tuple[Part, ...], after: tuple[Part, ...]) -> Iterator[str]:
    """The headings whose text differs. Of several with one heading the first is compared with the first."""
    old, new = _by_name(before), _by_name(after)
    for name in dict.fromkeys([*new, *old]):
        if any(one != other for one, other in zip_longest(old.get(name, ()), new.get(name, ()))):
            yield name


def _by_name(parts: tuple[Part, ...]) -> dict[str, list[str]]:
    named: dict[str, list[str]] = {}
    for part in parts:
        named.setdefault(_part_name(part), []).append(_said(part.text))
    return named


def _part_name(part: Part) -> str:
    if isinstance(part, Section):
        if kind_of(part.heading) is SectionKind.ATTACHMENTS:
            return words.ATTACHMENTS
        return words.shortened(part.heading) or words.TEXT
    return words.decision_name(words.shortened(part.heading), part.body, format_long(part.date) if part.date else None)


def _said(text: str) -> str:
    return " ".join(_ADDRESS.sub("]", text).split())
