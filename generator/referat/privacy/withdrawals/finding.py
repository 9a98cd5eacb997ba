"""What an entry of the list means in a record: the record it speaks of, and the item.

The address comes first, where what stands there is what was withdrawn. Where it is something else, the item is looked
for by its case and the check of its title: numbers change when minutes are read or published anew.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from referat.model import AgendaItem, Meeting, Minutes
from referat.privacy.withdrawals.entry import (
    Scope,
    Withdrawal,
    check_of,
    check_of_titles,
    same_case,
)
from referat.site import urls
from referat.site.anchors import ADDENDUM, anchors_of


class Found(Struct, frozen=True):
    """Which item of a record an entry means."""

    index: int
    sure: bool
    """False: something stands at the address, and nothing says that it is what was withdrawn."""


def address_of(meeting: Meeting) -> str:
    """The address of the meeting's page."""
    return urls.meeting_url(meeting.municipality, meeting.body, meeting.date, meeting.sequence)


def speaks_of(entry: Withdrawal, address: str, origin: str | None) -> bool:
    """Whether an entry can mean something in a record: it has the address, or was made from the same document."""
    return entry.meeting == address or (entry.origin is not None and entry.origin == origin)


def is_meeting(entry: Withdrawal, minutes: Minutes, address: str) -> bool:
    """Whether an entry that speaks of a record withdraws all of it: by its address, or by the same agenda."""
    return entry.meeting == address or (entry.title is not None and entry.title == check_of_titles(minutes.items))


def find_item(entry: Withdrawal, minutes: Minutes, address: str) -> Found | None:
    """The item that the entry means. None where nothing in the record is it, or may be it."""
    items = minutes.items
    anchors = [anchor.removeprefix(ADDENDUM) for anchor in anchors_of(items)]
    meant = entry.anchor.removeprefix(ADDENDUM)
    there = anchors.index(meant) if meant in anchors else None
    if entry.meeting != address:
        return _first(i for i, item in enumerate(items) if _is_same(entry, item, at_place=anchors[i] == meant))
    if there is not None and _fits(entry, items[there]):
        return Found(there, sure=True)
    elsewhere = _first(i for i, item in enumerate(items) if _is_same(entry, item, at_place=False))
    if elsewhere is None:
        elsewhere = _only([i for i, item in enumerate(items) if _may_be_same(entry, item)])
    if elsewhere is not None or there is None:
        return elsewhere
    return Found(there, sure=_has_nothing_else(entry, items[there]))


def _first(indexes: Iterator[int]) -> Found | None:
    index = next(indexes, None)
    return None if index is None else Found(index, sure=True)


def _only(indexes: Sequence[int]) -> Found | None:
    return Found(indexes[0], sure=True) if len(indexes) == 1 else None


def _fits(entry: Withdrawal, item: AgendaItem) -> bool:
    """Whether the item at the address is what was withdrawn, as far as the entry tells what that was."""
    if (entry.case is None and entry.title is None) or _is_withdrawn_by(entry, item):
        return True
    return _has_case(entry, item) or _has_title(entry, item)


def _has_nothing_else(entry: Withdrawal, item: AgendaItem) -> bool:
    """Whether the item at the address has nothing that could be another matter."""
    if not is_bare(item) or item.held_back:
        return False
    return entry.case is None or item.case_number is None or same_case(entry.case, item.case_number)


def _is_same(entry: Withdrawal, item: AgendaItem, *, at_place: bool) -> bool:
    """Whether an item is what was withdrawn, wherever it stands: all that is known of it agrees.

    A title alone is too little in a document with hundreds of items, unless the number is the same.
    """
    if _is_withdrawn_by(entry, item):
        return entry.case is None or same_case(entry.case, item.case_number)
    if entry.case is not None:
        return _has_case(entry, item) and (entry.title is None or _has_title(entry, item))
    return at_place and _has_title(entry, item)


def _may_be_same(entry: Withdrawal, item: AgendaItem) -> bool:
    """Within one meeting: one sign of the two is enough where only one item has it."""
    return _has_case(entry, item) or _has_title(entry, item)


def _has_case(entry: Withdrawal, item: AgendaItem) -> bool:
    return entry.case is not None and same_case(entry.case, item.case_number)


def _has_title(entry: Withdrawal, item: AgendaItem) -> bool:
    return entry.title is not None and item.title is not None and entry.title == check_of(item.title)


def _is_withdrawn_by(entry: Withdrawal, item: AgendaItem) -> bool:
    """Whether the item bears the entry's mark: it was withdrawn on that day for that reason."""
    return entry.scope is Scope.ITEM and (item.withdrawn, item.withdrawal) == (entry.date, entry.reason)


def is_bare(item: AgendaItem) -> bool:
    """Whether there is nothing to take out of the item: no title and no text."""
    return item.title is None and not item.text and not item.parts
