"""Which records a meeting should have, concluded from what is known of its publications. Pure."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.fetching.index import Gone, Index, Key, Known, Mark
from referat.minutes_file import record_path
from referat.model import Meeting, MinutesKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

REMOVED = ("removed",)
"""What a record is made of that should not be there any more, and that a person has edited."""
_ADDENDA = (MinutesKind.MINUTES_ADDENDUM, MinutesKind.AGENDA_ADDENDUM)
_ORDER = (MinutesKind.MINUTES, MinutesKind.AGENDA, *_ADDENDA)


class Making(Struct, frozen=True, kw_only=True):
    """One record as it should be."""

    path: str
    key: Key
    kind: MinutesKind
    sources: tuple[Known, ...] = ()
    """The publications that it is made of, in this order."""
    withdrawn: dt.date | None = None
    """The municipality took it back on this day: it has no sources, and keeps its front matter."""

    @property
    def of(self) -> tuple[str, ...]:
        """What it is made of, as its mark tells it."""
        if self.withdrawn:
            return (f"withdrawn {self.withdrawn.isoformat()}",)
        return tuple(f"{one.id} {one.digest} {one.row}" for one in self.sources)


class Settlement(Struct, frozen=True, kw_only=True):
    """What is to be done for one meeting."""

    key: Key
    make: tuple[Making, ...] = ()
    remove: tuple[Mark, ...] = ()
    """Records that another one has taken the place of."""


def settle(index: Index, key: Key) -> Settlement:
    """What is to be done for the meeting, so that its records are as they should be."""
    known = [one for one in index.publications.values() if one.key == key]
    return _settle(index, key, known, [mark for mark in index.marks.values() if mark.key == key])


def unsettled(index: Index, *, anew: bool = False) -> tuple[Settlement, ...]:
    """The same for every meeting with something to do: what an earlier run could not finish, or what a list brought.

    Args:
        index: what is known.
        anew: every record is to be made again, also of the same publications.
    """
    known: dict[Key, list[Known]] = defaultdict(list)
    marks: dict[Key, list[Mark]] = defaultdict(list)
    for one in index.publications.values():
        known[one.key].append(one)
    for mark in index.marks.values():
        marks[mark.key].append(mark)
    settlements = (_settle(index, key, known[key], marks[key], anew=anew) for key in sorted(known | marks))
    return tuple(settlement for settlement in settlements if settlement.make or settlement.remove)


def _settle(index: Index, key: Key, known: Sequence[Known], marks: Sequence[Mark], *, anew: bool = False) -> Settlement:
    """Nothing is removed before all that takes its place is fetched."""
    live = [one for one in known if one.is_live]
    taken_back = [one.gone_on for one in known if one.gone is Gone.WITHDRAWN and one.gone_on]
    if live:
        wanted = _of_publications(index.municipality, key, [one for one in live if one.is_fetched])
    elif taken_back:
        wanted = _tombstones(key, marks, max(taken_back))
    elif known:
        return Settlement(key=key)  # All of it is on a portal that the municipality has left.
    else:
        return Settlement(key=key, remove=tuple(mark for mark in marks if mark.of != REMOVED and _is_left(mark, index)))
    there = {mark.path: mark for mark in marks}
    make = tuple(one for one in wanted if (anew and live) or one.path not in there or there[one.path].of != one.of)
    if any(not one.is_fetched and not _is_superseded(one, live) for one in live):
        return Settlement(key=key, make=make)
    paths = {one.path for one in wanted}
    return Settlement(
        key=key, make=make, remove=tuple(one for one in marks if one.path not in paths and one.of != REMOVED)
    )


def _is_left(mark: Mark, index: Index) -> bool:
    """Whether all that the record was made of has moved to another day, and is fetched again there."""
    made_of = [of.split(" ") for of in mark.of]
    return not any(id_ in index.publications and index.publications[id_].row == row for id_, *_, row in made_of)


def _is_superseded(one: Known, live: Sequence[Known]) -> bool:
    """Whether it is an agenda that nobody asks for, because the minutes are fetched."""
    minutes = (other for other in live if other.kind is MinutesKind.MINUTES and other.is_fetched)
    return one.kind is MinutesKind.AGENDA and any(minutes)


def _of_publications(municipality: str, key: Key, fetched: Iterable[Known]) -> tuple[Making, ...]:
    """Minutes take the place of the agenda, and the latest publication that of earlier ones of its kind; supplements
    are told one after the other.
    """
    by_kind: dict[MinutesKind | None, list[Known]] = defaultdict(list)
    for one in sorted(fetched, key=lambda one: one.age):
        by_kind[one.kind].append(one)
    main = MinutesKind.MINUTES if MinutesKind.MINUTES in by_kind else MinutesKind.AGENDA
    sources = {kind: by_kind[kind] if kind.is_addendum else by_kind[kind][-1:] for kind in (main, *_ADDENDA)}
    return tuple(
        Making(path=_path(municipality, key, kind), key=key, kind=kind, sources=tuple(told))
        for kind, told in sources.items()
        if told
    )


def _tombstones(key: Key, marks: Sequence[Mark], day: dt.date) -> tuple[Making, ...]:
    """A notice in place of the record that readers found at the meeting's address; its other records just go."""
    there = sorted(marks, key=lambda mark: _ORDER.index(mark.kind))
    return tuple(Making(path=mark.path, key=key, kind=mark.kind, withdrawn=day) for mark in there[:1])


def _path(municipality: str, key: Key, kind: MinutesKind) -> str:
    meeting = Meeting(municipality=municipality, body=key.body, date=key.date, sequence=key.sequence, kind=kind)
    return record_path(meeting)
