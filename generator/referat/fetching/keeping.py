"""Carrying out what is to be done for a meeting: its records are written, replaced by a notice, or removed.

Whoever is killed here loses nothing. The hash of a text is kept before the text is written, so that the next run knows
it for its own; and what is to be done is concluded anew each time from what is known, so that nothing is forgotten.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from referat.fetching.faults import UnavailableError
from referat.fetching.index import Gone, Index, Mark
from referat.fetching.making import Bars, Made, make_record, make_tombstone, read_record
from referat.fetching.settlement import REMOVED, Making, Settlement
from referat.problems import Problem, ProblemError, Severity
from referat.records import State, hash_of, text_of, write_record

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from referat.fetching.index import Known
    from referat.fetching.provider import Mapped, Portal, Provider
    from referat.fetching.raw_store import RawStore
    from referat.model import Minutes


class Outcome(StrEnum):
    """What became of a record."""

    WRITTEN = "written"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    EDITED = "edited"
    """A person has edited it: it was left as it is, and the new reading lies beside."""
    WITHDRAWN = "withdrawn"
    """The municipality took it back: a notice stands in its place."""
    REMOVED = "removed"
    """Another record has taken its place."""


class Kept(Struct, frozen=True, kw_only=True):
    """One record, and what became of it."""

    path: str
    outcome: Outcome
    problems: tuple[Problem, ...] = ()


class NotHereError(Exception):
    """The answer that a record is made of is not kept on this machine: it has to be asked for again."""

    def __init__(self, id_: str) -> None:
        super().__init__(id_)
        self.id = id_


class MappingError(ProblemError):
    """The program fails on a publication."""


class Keeper(Struct, frozen=True, kw_only=True):
    """Where one portal's records are written."""

    root: Path
    portal: Portal
    provider: Provider
    raw: RawStore
    bars: Bars
    today: dt.date
    save: Callable[[Index], None]

    def carry_out(self, index: Index, settlement: Settlement) -> tuple[Index, tuple[Kept, ...]]:
        """Do what is to be done for a meeting. Gives the index as it is then; it is saved.

        Raises:
            NotHereError: an answer is needed again. What was done until then is saved.
        """
        kept = []
        for making in settlement.make:
            index, one = self._make(index, making)
            kept.append(one)
        surely = any(making.withdrawn for making in settlement.make)
        for mark in settlement.remove:
            index, one = self._remove(index, mark, surely=surely)
            kept.append(one)
        return index, tuple(kept)

    def _make(self, index: Index, making: Making) -> tuple[Index, Kept]:
        before = text_of(self.root / making.path)
        mark = index.marks.get(making.path) or Mark(
            path=making.path,
            date=making.key.date,
            body=making.key.body,
            sequence=making.key.sequence,
            kind=making.kind,
            of=(),
        )
        if before is None and mark.written and not mark.pending:
            return self._leave(index, replace(mark, of=making.of), _removed_by_hand(mark.path))
        made = self._made(index, making, mark, read_record(before, making.path))
        index = self._saved(index.with_mark(replace(mark, pending=hash_of(made.text))))
        if making.withdrawn and before is not None and hash_of(before) not in mark.ours:
            self.raw.keep_taken_back(making.path, before)
        written = write_record(self.root, making.path, made.text, mark.ours, replace=making.withdrawn is not None)
        done = replace(mark, of=making.of)
        if written.state is State.EDITED:
            done = replace(done, offered=hash_of(made.text))
            beside = self.raw.keep_reading(making.path, made.text).relative_to(self.root).as_posix()
            return self._leave(index, done, _edited(making.path, beside), *made.problems)
        for one in _withdrawn(index, making):
            self.raw.quarantine(one.id)
        index = self._saved(
            index.with_mark(replace(done, written=hash_of(made.text), pending=None, offered=None, edited=False))
        )
        outcome = Outcome.WITHDRAWN if making.withdrawn else Outcome(written.state.value)
        problems = (_taken_back(making), *made.problems) if making.withdrawn else made.problems
        return index, Kept(path=making.path, outcome=outcome, problems=problems)

    def _made(self, index: Index, making: Making, mark: Mark, before: Minutes | None) -> Made:
        if making.withdrawn:
            return make_tombstone(making, index.municipality, before)
        mapped = [self._mapped(one) for one in making.sources]
        return make_record(making, mapped, before, self._day_of_change(making, mark), self.bars)

    def _day_of_change(self, making: Making, mark: Mark) -> dt.date | None:
        """When the municipality published its new text; None where it has none, and only our reading is another."""
        told = [of.split(" ") for of in mark.of if of.count(" ") == 2]  # Others are no publications.
        if told and [digest for _, digest, _ in told] == [one.digest for one in making.sources]:
            return None
        newest = making.sources[-1]
        is_released = newest.released is not None and all(row != newest.row for _, _, row in told)
        return newest.released.date() if newest.released and is_released else self.today

    def _mapped(self, known: Known) -> Mapped:
        kept = self.raw.load(known)
        if kept is None:
            raise NotHereError(known.id)
        try:
            publication = self.provider.check_publication(self.portal, *kept)
        except UnavailableError:
            raise NotHereError(known.id) from None
        try:
            return self.provider.to_minutes(publication)
        except Exception as error:
            # A fault of ours, and no reason for the other 1,399 meetings to wait for the day when somebody mends it.
            raise MappingError(_not_understood(known, publication.answer.url, error)) from error

    def _remove(self, index: Index, mark: Mark, *, surely: bool) -> tuple[Index, Kept]:
        """Remove a record, unless a person has edited it; `surely` with the text of a meeting that was taken back."""
        text = text_of(self.root / mark.path)
        is_edited = text is not None and hash_of(text) not in mark.ours
        if text is not None and is_edited:
            if not surely:
                return self._leave(index, replace(mark, of=REMOVED), _superseded(mark.path))
            self.raw.keep_taken_back(mark.path, text)
        (self.root / mark.path).unlink(missing_ok=True)
        return self._saved(index.without_mark(mark.path)), Kept(path=mark.path, outcome=Outcome.REMOVED)

    def _leave(self, index: Index, mark: Mark, *problems: Problem) -> tuple[Index, Kept]:
        """Leave a person's record as it is. It is told once for each new reading."""
        index = self._saved(index.with_mark(replace(mark, pending=None, edited=True)))
        return index, Kept(path=mark.path, outcome=Outcome.EDITED, problems=problems)

    def _saved(self, index: Index) -> Index:
        self.save(index)
        return index


def _withdrawn(index: Index, making: Making) -> list[Known]:
    if making.withdrawn is None:
        return []
    return [one for one in index.publications.values() if one.key == making.key and one.gone is Gone.WITHDRAWN]


def _not_understood(known: Known, url: str, error: Exception) -> Problem:
    return Problem(
        code="fetch_not_understood",
        message=f"The program failed on the publication of {known.body}, {known.date}: {type(error).__name__}",
        path=url,
        advice="Report it with this address. The others are fetched, and this one is when the program is mended.",
    )


def _edited(path: str, beside: str) -> Problem:
    return Problem(
        code="fetch_record_edited",
        message="The record was edited, and the portal has another text now: the record was left as it is",
        severity=Severity.WARNING,
        path=path,
        advice=f"The new reading lies in {beside}. Compare the two, and copy over what counts.",
    )


def _removed_by_hand(path: str) -> Problem:
    return Problem(
        code="fetch_record_removed",
        message="The record was removed by hand, and the portal has a new text: no record was written",
        severity=Severity.WARNING,
        path=path,
        advice="Use `referat withdraw` for what must stay away. To have the record again, take it back from git.",
    )


def _superseded(path: str) -> Problem:
    return Problem(
        code="fetch_record_superseded",
        message="Another record has taken this one's place, but this one was edited: it was left where it is",
        severity=Severity.WARNING,
        path=path,
        advice="Delete it when what you wrote in it is not needed.",
    )


def _taken_back(making: Making) -> Problem:
    return Problem(
        code="fetch_withdrawn",
        message="The municipality took this publication back: its text is gone, and a notice stands in its place",
        severity=Severity.WARNING,
        path=making.path,
        advice="It may have been a leak. See whether the text stands anywhere else, and publish the site again.",
    )
