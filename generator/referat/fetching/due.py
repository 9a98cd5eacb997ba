"""What to ask for, and in which order: what is new, what the list says has changed, and some of what may have changed.

A portal changes texts without a word in its list. So what is recent is looked at again in every run, and of all the
rest a few in each, in turn. Whose turn it is follows from the date alone: nothing need be written down when nothing was
new, and a run that never happened delays nobody for long.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from referat.fetching.provider import Span
from referat.model import MinutesKind
from referat.problems import Problem, Severity
from referat.spelling import known_words_advice
from referat.vocabulary.bodies import is_same

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from referat.fetching.index import Index, Known
    from referat.fetching.provider import Row

RECENT = dt.timedelta(days=90)
"""Meetings of the last so many days, and those to come, are looked at again in each run."""
IN_TURN = 20
"""So many older ones are looked at again in each run."""
_GOLDEN = 0.6180339887498949
"""Steps of this part of a circle come near every place of it before long, whatever the number of places, and whether
they are taken every day or every seventh (Weyl; the gaps have at most three sizes)."""


class Wanted(Struct, frozen=True, kw_only=True):
    """What a person asked for."""

    span: Span = Span()
    bodies: tuple[str, ...] = ()
    """Only these. Empty: all."""
    limit: int | None = None
    """At most so many publications."""

    def holds(self, row: Row) -> bool:
        """Whether the publication is asked for."""
        return self.span.holds(row.date) and (not self.bodies or any(is_same(row.committee, b) for b in self.bodies))


def unknown_bodies(rows: Iterable[Row], wanted: Wanted) -> tuple[Problem, ...]:
    """The bodies that a person asked for and that the list does not have."""
    listed = sorted({row.committee for row in rows})
    return tuple(
        Problem(
            code="fetch_body_unknown",
            message=f"the portal has no body “{body}”",
            severity=Severity.WARNING,
            advice=known_words_advice(body, listed),
        )
        for body in wanted.bodies
        if not any(is_same(name, body) for name in listed)
    )


def row_hash(row: Row) -> str:
    """All that the list tells of a publication, as a hash: it is another one when it is published again."""
    told = (row.start, row.end, row.released, row.place, row.is_minutes, row.name, row.supplement)
    whose = (row.committee_id, row.committee)
    return hashlib.sha256(msgspec.json.encode((told, whose))).hexdigest()[:16]


def find_due(rows: Iterable[Row], index: Index, wanted: Wanted, today: dt.date) -> tuple[Row, ...]:
    """The publications to ask for in this run, whatever its limit.

    First those that were never fetched or have changed in the list, the newest first; then the recent ones; then those
    whose turn it is. What could not be had the last time comes last.
    """
    asked = [row for row in rows if wanted.holds(row) and not is_superseded(index.publications[row.id], index)]
    failing = [row for row in asked if index.publications[row.id].failing is not None]
    newest = sorted(
        (row for row in asked if row not in failing),
        key=lambda row: (row.start, row.is_minutes is not False, row.id),
        reverse=True,
    )
    new = [row for row in newest if _has_news(row, index.publications[row.id])]
    others = [row for row in newest if not _has_news(row, index.publications[row.id])]
    recent = [row for row in others if row.date >= today - RECENT]
    older = [row for row in others if row.date < today - RECENT]
    return (*new, *recent, *whose_turn(older, today), *failing)


def _has_news(row: Row, known: Known) -> bool:
    return known.row != row_hash(row) or known.emptied is not None


def is_superseded(one: Known, index: Index) -> bool:
    """Whether it is the agenda of a meeting whose minutes are fetched: nothing in it is shown any more."""
    return one.kind is MinutesKind.AGENDA and any(
        other.kind is MinutesKind.MINUTES and other.is_fetched and other.date == one.date and other.key == one.key
        for other in index.publications.values()
    )


def whose_turn(rows: Sequence[Row], today: dt.date, count: int = IN_TURN) -> tuple[Row, ...]:
    """`count` of the rows, others each day."""
    if len(rows) <= count:
        return tuple(rows)
    in_circle = sorted(rows, key=lambda row: hashlib.sha256(row.id.encode()).digest())
    first = int(today.toordinal() * _GOLDEN % 1 * len(in_circle))
    return tuple((in_circle * 2)[first : first + count])
