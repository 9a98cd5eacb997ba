"""Which meeting a publication is of. Ids change with every publication; the address of a record must not."""

from __future__ import annotations

from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING

from referat.fetching.index import Key, Known
from referat.vocabulary.bodies import body_key, tidy
from referat.vocabulary.slugs import slugify

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from referat.fetching.provider import Row


@lru_cache(maxsize=1024)
def _folded(name: str) -> str:
    """By which two names are of one body: that of its folder, so that two bodies never share a record."""
    return slugify(body_key(name)) or name


def key_for(row: Row, known: Iterable[Known], kept: frozenset[str]) -> Key:
    """The meeting that a newly listed publication is of.

    Another publication of the same body with the same start is of the same meeting. Where there is none, it is the
    nearest in time of that day's meetings that has no publication of this kind left: the minutes tell when a meeting
    really began, and a meeting may be moved. Otherwise it is a further meeting of that day.

    Args:
        row: the publication.
        known: all that are known, the gone ones, too: a meeting keeps its address when it is published again.
        kept: the ids that the portal still lists.
    """
    that_day = [one for one in known if one.date == row.date and _same_body(row, one)]
    if not that_day:
        return Key(row.date, _body_of(row, known))
    same_start = [one.key for one in that_day if one.start == row.start]
    if same_start:
        return min(same_start)
    meetings = sorted({one.key for one in that_day})
    free = [key for key in meetings if not _has_such(row, key, that_day, kept)]
    if free:
        return min(free, key=lambda key: (_distance(key, that_day, row.start), key))
    taken = {key.sequence for key in meetings}
    return Key(row.date, meetings[0].body, next(number for number in count(1) if number not in taken))


def _same_body(row: Row, one: Known) -> bool:
    same_id = row.committee_id is not None and row.committee_id == one.committee
    return same_id or _folded(row.committee) == _folded(one.body)


def _body_of(row: Row, known: Iterable[Known]) -> str:
    """The body's name as its other records have it, so that two spellings do not make two bodies."""
    name = tidy(row.committee) or row.committee
    return next((one.body for one in known if _folded(one.body) == _folded(name)), name)


def _has_such(row: Row, key: Key, that_day: Sequence[Known], kept: frozenset[str]) -> bool:
    """Whether the meeting has a publication of the row's kind that is still listed."""
    if row.is_minutes is None:
        return any(one.key == key and one.id in kept for one in that_day)
    kind = row.kind(is_minutes=row.is_minutes)
    return any(one.key == key and one.kind is kind and one.id in kept for one in that_day)


def _distance(key: Key, that_day: Sequence[Known], start: dt.datetime) -> float:
    return min(abs((one.start - start).total_seconds()) for one in that_day if one.key == key)
