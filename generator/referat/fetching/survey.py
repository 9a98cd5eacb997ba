"""Comparing a whole list with what is known: what is new, what is missing, and what counts as gone.

An error here would take away what a municipality publishes, or go on publishing what it took back. So nothing is gone
that was not missing from two whole lists with most of a day between them, and nothing at all when too much is missing
at once.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from referat.fetching.identity import key_for
from referat.fetching.index import Gone, Index, Known
from referat.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from referat.fetching.provider import Listing, Portal, Row
    from referat.model import MinutesKind

SURE_AFTER = dt.timedelta(hours=20)
"""Between the first list without a publication and the one by which it is gone."""
MOST_AT_ONCE, MOST_PART = 5, 0.05
"""More than so many publications, and more than this part of them, never go at once."""
WHOLE_GROUP = 2
"""So many publications or more under one heading of the list do not go at once, either."""


class Survey(Struct, frozen=True, kw_only=True):
    """What a list tells."""

    index: Index
    new: int = 0
    missing: int = 0
    gone: tuple[Known, ...] = ()
    restored: int = 0
    problems: tuple[Problem, ...] = ()


def survey(index: Index, listing: Listing, now: dt.datetime, *, accept_loss: bool = False) -> Survey:
    """Bring the index up to date with a list.

    Args:
        index: as it was.
        listing: whole: see `provider.Listing`.
        now: the time of day.
        accept_loss: a person has looked, and the municipality did take away so much.
    """
    rows = {row.id: row for row in listing.rows}
    known = dict(index.publications)
    new = restored = 0
    for row in sorted(listing.rows, key=lambda row: (row.start, row.id)):
        before = known.get(row.id)
        new += before is None
        restored += before is not None and not before.is_live
        known[row.id] = _listed(row, before, known, frozenset(rows), now)
    absent = [one for one in known.values() if one.is_live and one.id not in rows and listing.covers.holds(one.date)]
    lost = None if accept_loss else _loss(absent, known)
    if lost:
        absent = []
    sure = [one for one in absent if accept_loss or (one.missing and now - one.missing >= SURE_AFTER)]
    known.update({one.id: replace(one, missing=one.missing or now) for one in absent})
    gone = tuple(_gone(one, known, {one.id for one in sure}, now.date()) for one in sure)
    return Survey(
        index=index.with_known([*known.values(), *gone]),
        new=new,
        missing=len(absent) - len(gone),
        gone=gone,
        restored=restored,
        problems=(lost,) if lost else (),
    )


def moved(index: Index, portal: Portal, today: dt.date) -> Index:
    """The index for a municipality's new portal: what was on the old one stays known, and is not missed."""
    if (index.provider, index.host) == (portal.provider, portal.host):
        return index
    left = [replace(one, gone=Gone.MOVED, gone_on=today) for one in index.publications.values() if one.is_live]
    return replace(index, provider=portal.provider, host=portal.host).with_known(left)


def _listed(
    row: Row, before: Known | None, known: Mapping[str, Known], kept: frozenset[str], now: dt.datetime
) -> Known:
    """What is known of a publication that the list has. On another day than before it is of another meeting."""
    if before is not None and before.date == row.date:
        key = before.key
    else:
        key = key_for(row, [one for one in known.values() if one.id != row.id], kept)
    listed = Known(
        id=row.id,
        date=key.date,
        body=key.body,
        sequence=key.sequence,
        committee=row.committee_id,
        group=row.group,
        start=row.start,
        released=row.released,
        kind=_kind(row, before),
        seen=now.date(),
    )
    if before is None:
        return listed
    return replace(
        listed,
        seen=before.seen,
        row=before.row,
        digest=before.digest,
        failing=before.failing,
        emptied=before.emptied,
    )


def _kind(row: Row, before: Known | None) -> MinutesKind | None:
    """As the list tells it. That it is a supplement may only be told by the publication itself."""
    told = before.kind if before else None
    if row.is_minutes is None:
        return told
    supplement = row.supplement or (told is not None and told.is_addendum)
    return replace(row, supplement=supplement).kind(is_minutes=row.is_minutes)


def _gone(one: Known, known: Mapping[str, Known], leaving: set[str], today: dt.date) -> Known:
    others = (other for other in known.values() if other.key == one.key and other.is_live)
    is_replaced = any(other.id not in leaving for other in others)
    return replace(one, missing=None, gone=Gone.REPLACED if is_replaced else Gone.WITHDRAWN, gone_on=today)


def _loss(absent: Sequence[Known], known: Mapping[str, Known]) -> Problem | None:
    """Why so much cannot be missing, if it is too much."""
    live = [one for one in known.values() if one.is_live]
    if len(absent) > max(MOST_AT_ONCE, MOST_PART * len(live)):
        return _lost(f"{len(absent)} of {len(live)} publications are missing from the list")
    away = {one.id for one in absent}
    for group in sorted({one.group for one in absent if one.group}):
        members = [one.id for one in live if one.group == group]
        if len(members) >= WHOLE_GROUP and away.issuperset(members):
            return _lost(f"All {len(members)} publications under “{group}” are missing from the list")
    return None


def _lost(message: str) -> Problem:
    return Problem(
        code="fetch_much_missing",
        message=f"{message}: nothing is taken away",
        severity=Severity.WARNING,
        advice="Look at the portal. If the municipality did take them away, run once with --accept-loss.",
    )
