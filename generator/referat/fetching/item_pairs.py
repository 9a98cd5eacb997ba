"""Which items of two versions of one meeting are the same item. Their ids are other ones each time."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypeAlias

from referat.importing.reading.contents import fold_title
from referat.vocabulary.casenumber import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from referat.model import AgendaItem

    Keyed = Callable[[AgendaItem], Hashable | None]

Pairs: TypeAlias = dict[int, int]
"""From the index in the old version to that in the new one."""

ALIKE = 0.9
"""Titles of the same number that have at least so much in common are one title, mended."""


def pair_items(before: Sequence[AgendaItem], after: Sequence[AgendaItem]) -> Pairs:
    """The items that are in both versions.

    The same case, number and title, several of them one after the other; then the same case and title, whatever the
    number; then the same number, and the same case or nearly the same title. Where two could be meant, neither is:
    they are told as what they look like, one gone and one new.
    """
    pairs: Pairs = {}
    for key in (_whole, _case_and_title):
        pairs |= _by_key(before, after, pairs, key, most=len(before) if key is _whole else 1)
    taken = set(pairs.values())
    for old, item in enumerate(before):
        alike = [new for new, other in enumerate(after) if new not in taken and _is_alike(item, other)]
        if old not in pairs and len(alike) == 1:
            pairs[old] = alike[0]
            taken.add(alike[0])
    return pairs


def _by_key(before: Sequence[AgendaItem], after: Sequence[AgendaItem], known: Pairs, key: Keyed, *, most: int) -> Pairs:
    """The pairs of those with equal keys, where both versions have as many of them, and at most `most`."""
    old = _places(before, set(known), key)
    new = _places(after, set(known.values()), key)
    pairs: Pairs = {}
    for name, places in old.items():
        if len(places) == len(new.get(name, ())) <= most:
            pairs.update(zip(places, new[name], strict=True))
    return pairs


def _places(items: Sequence[AgendaItem], taken: set[int], key: Keyed) -> dict[Hashable, list[int]]:
    places: dict[Hashable, list[int]] = {}
    for index, item in enumerate(items):
        name = key(item)
        if index not in taken and name is not None:
            places.setdefault(name, []).append(index)
    return places


def _whole(item: AgendaItem) -> Hashable:
    return (_case(item), item.number, fold_title(item.title or ""))


def _case_and_title(item: AgendaItem) -> Hashable | None:
    return (_case(item), fold_title(item.title)) if item.title else None


def _case(item: AgendaItem) -> str | None:
    number = parse(item.case_number) if item.case_number else None
    return number.canonical if number else item.case_number


def _is_alike(one: AgendaItem, other: AgendaItem) -> bool:
    if one.number is None or one.number != other.number:
        return False
    if any(item.held_back or item.withdrawn for item in (one, other)) or (_case(one) and _case(one) == _case(other)):
        return True
    a, b = fold_title(one.title or ""), fold_title(other.title or "")
    return a == b or SequenceMatcher(None, a, b, autojunk=False).ratio() >= ALIKE
