"""One run: list, compare, take away what is gone, ask for what is due, and keep each answer before the next question.

Nothing is held in memory that the next run would miss. Whoever stops a run, in whatever way, has what was told of.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from referat.atomic import remove_broken_off
from referat.disk import telling_of_disk
from referat.fetching.client import Client
from referat.fetching.clock import Clock, SystemClock
from referat.fetching.due import Wanted, find_due, is_superseded, row_hash, unknown_bodies
from referat.fetching.events import Answered, Ended, Listed, Looked, Stopped, Told
from referat.fetching.faults import HostStoppedError, UnavailableError
from referat.fetching.index_file import read_index, write_index
from referat.fetching.keeping import Keeper, MappingError, NotHereError, Outcome
from referat.fetching.making import load_bars
from referat.fetching.manners import Manners
from referat.fetching.raw_store import FOLDER as RAW
from referat.fetching.raw_store import RawStore
from referat.fetching.settlement import settle, unsettled
from referat.fetching.survey import SURE_AFTER, moved, survey
from referat.importing.memory import FILE as IMPORTS
from referat.lock import locked
from referat.problems import Problem, Severity

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Generator
    from pathlib import Path

    from referat.fetching.index import Index, Key, Known
    from referat.fetching.keeping import Kept
    from referat.fetching.provider import Listing, Portal, Provider, Publication, Row
    from referat.fetching.settlement import Settlement

MOST_FAILURES = 5
"""After so many failures in a row the portal is left in peace."""


class Errand(Struct, frozen=True, kw_only=True):
    """What is to be fetched, and how."""

    portal: Portal
    provider: Provider
    agent: str
    """Who asks: see `agent.user_agent`."""
    wanted: Wanted = Wanted()
    accept_loss: bool = False
    remake: bool = False
    """Make every record again of the answers that are kept: the program or what may be published has changed."""
    dry: bool = False
    """Only read the list and tell what would be asked for. Nothing is written."""
    manners: Manners = Manners()
    clock: Clock = SystemClock()


def run_fetch(root: Path, errand: Errand) -> Generator[Told]:
    """Fetch what is new from one portal.

    Args:
        root: the site's folder.
        errand: from where, and how.

    Raises:
        ProblemError: the disk refuses, another command is at work on the site, or what is known of earlier runs or was
            withdrawn cannot be read.
    """
    with (
        telling_of_disk(root),
        locked((root / IMPORTS).parent),  # They all write records, and clear away what a killed one left.
        Client(errand.portal, errand.agent, errand.provider.log_on, errand.manners, errand.clock) as client,
    ):
        remove_broken_off(root / "content")
        remove_broken_off(root / RAW)
        yield from _Run(root, errand, client).steps()
        yield Ended(requests=client.requests)


class _Run:
    """One portal's run: what is known by now, and what is still to be asked."""

    def __init__(self, root: Path, errand: Errand, client: Client) -> None:
        self._root = root
        self._errand = errand
        self._client = client
        self._index = moved(read_index(root, errand.portal), errand.portal, errand.clock.now().date())
        self._raw = RawStore(root, errand.portal)
        self._keeper = Keeper(
            root=root,
            portal=errand.portal,
            provider=errand.provider,
            raw=self._raw,
            bars=load_bars(root, errand.clock.now().date()),
            today=errand.clock.now().date(),
            save=self._save,
        )
        self._rows: dict[str, Row] = {}
        self._queue: deque[Row] = deque()
        self._asked: set[str] = set()
        self._failed: set[Key] = set()

    def steps(self) -> Generator[Told]:
        """Everything that is done, as it is done."""
        try:
            listing = self._list()
        except (UnavailableError, HostStoppedError) as error:
            yield Stopped(problem=error.problem, left=0)
            return
        found = survey(self._index, listing, self._errand.clock.now(), accept_loss=self._errand.accept_loss)
        wanted = self._errand.wanted
        every = find_due(listing.rows, found.index, wanted, self._errand.clock.now().date())
        due = every[: wanted.limit]
        yield Listed(
            publications=len(listing.rows),
            survey=found,
            due=due,
            more=len(every) - len(due),
            problems=(*listing.problems, *unknown_bodies(listing.rows, wanted)),
        )
        if self._errand.dry:
            return
        self._raw.keep_list(listing.answer, self._errand.clock.now())
        self._save(found.index)
        self._rows = {row.id: row for row in listing.rows}
        yield from self._put_right(anew=self._errand.remake)
        self._queue.extend(due)
        yield from self._work_off()
        yield from self._put_right()

    def _list(self) -> Listing:
        last = self._raw.last_list()
        if last is not None:
            self._client.remember(last)
        return self._errand.provider.list_publications(self._client, self._errand.portal, self._errand.wanted.span)

    def _work_off(self) -> Generator[Told]:
        failures = 0
        while self._queue:
            row = self._queue.popleft()
            if not self._is_wanted(row):
                continue
            self._asked.add(row.id)
            try:
                looked = self._look(row)
            except HostStoppedError as error:
                yield Stopped(problem=error.problem, left=self._left + 1)
                return
            yield looked
            failures = failures + 1 if looked.answered is Answered.FAILED else 0
            if failures == MOST_FAILURES:
                yield Stopped(problem=_failing(self._errand.portal), left=self._left)
                return

    @property
    def _left(self) -> int:
        return sum(map(self._is_wanted, self._queue))

    def _is_wanted(self, row: Row) -> bool:
        """Whether it is still to be asked for: the minutes may have come meanwhile."""
        return row.id not in self._asked and not is_superseded(self._index.publications[row.id], self._index)

    def _look(self, row: Row) -> Looked:
        """Ask for one publication, keep the answer, and put its meeting right."""
        known, now = self._index.publications[row.id], self._errand.clock.now()
        kept = self._raw.load(row)
        if kept is not None:
            self._client.remember(kept[1])
        try:
            publication = self._errand.provider.fetch_publication(self._client, self._errand.portal, row)
        except UnavailableError as error:
            if known.failing is None:
                self._save(self._index.with_known([replace(known, failing=now.date())]))
            problem = replace(error.problem, severity=Severity.WARNING)
            return Looked(key=known.key, answered=Answered.FAILED, problems=(problem,))
        if _is_doubtful(publication, known, now):
            self._save(self._index.with_known([replace(known, emptied=known.emptied or now)]))
            return Looked(key=known.key, answered=Answered.EMPTIED)
        self._raw.keep(publication, now)
        fetched = replace(
            known, row=row_hash(row), digest=publication.digest, kind=publication.kind, failing=None, emptied=None
        )
        self._index = self._index.with_known([fetched])
        records, problems = self._carried_out(settle(self._index, fetched.key))
        if fetched != known:
            self._save(self._index)
        return Looked(key=fetched.key, answered=_answered(known, fetched), kept=records, problems=problems)

    def _put_right(self, *, anew: bool = False) -> Generator[Told]:
        """Do what can be done without asking: what an earlier run was stopped at, and what the list brought."""
        for settlement in unsettled(self._index, anew=anew):
            if settlement.key in self._failed:
                continue
            kept, problems = self._carried_out(settlement)
            if problems or any(one.outcome is not Outcome.UNCHANGED for one in kept):
                yield Looked(key=settlement.key, kept=kept, problems=problems)

    def _carried_out(self, settlement: Settlement) -> tuple[tuple[Kept, ...], tuple[Problem, ...]]:
        try:
            self._index, kept = self._keeper.carry_out(self._index, settlement)
        except NotHereError as error:
            # What was fetched on another machine is asked for again, at the end of this run.
            self._queue.extend(row for row in (self._rows.get(error.id),) if row is not None)
            return (), ()
        except MappingError as error:
            self._failed.add(settlement.key)
            return (), (error.problem,)
        return kept, ()

    def _save(self, index: Index) -> None:
        self._index = index
        write_index(self._root, index)


def _is_doubtful(publication: Publication, known: Known, now: dt.datetime) -> bool:
    """Whether all that it said is gone, and that is seen for the first time in a day."""
    if not publication.is_empty or known.digest in (None, publication.digest):
        return False
    return known.emptied is None or now - known.emptied < SURE_AFTER


def _answered(before: Known, after: Known) -> Answered:
    if before.digest is None:
        return Answered.NEW
    return Answered.SAME if before.digest == after.digest else Answered.CHANGED


def _failing(portal: Portal) -> Problem:
    return Problem(
        code="fetch_failing",
        message=f"{MOST_FAILURES} questions in a row had no answer: the portal is left in peace",
        path=portal.host,
        advice="The next run goes on from here.",
    )
