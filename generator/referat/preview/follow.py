"""Follows the sources: what changed is taken in at once, and everything is built beside it when changes have come to
rest.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from referat.preview.aside import Aside, DiedError, FailedError
from referat.preview.board import Board
from referat.preview.learning import Learned, Lesson, learn
from referat.preview.live import LiveSite
from referat.preview.whole_build import Built, build_whole, searched_at
from referat.problems import Problem, ProblemError, Severity, format_problem
from referat.site.build import OUTPUT
from referat.site.discover import find_records
from referat.site.parts.crew import WORTH

QUIET = 0.03
"""Seconds without a further change before it is taken in: a save is often several changes."""
REST = 0.4
"""Seconds without a further change before everything is built."""

Order = TypeVar("Order")
Result = TypeVar("Result")


class Follower:
    """Turns changes into the site as it is now.

    Args:
        root: The site's folder.
        board: Where the result is shown.
        say: Prints a line for the person at the terminal.
    """

    def __init__(self, root: Path, board: Board, say: Callable[[str], None]) -> None:
        self._root = root
        self._board = board
        self._say = say
        self._site = LiveSite(root)
        # All that touches the site in memory happens in one thread, one thing after another.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="site")
        self._names: frozenset[str] | None = None
        self._changes = asyncio.Event()
        self._unlearned = asyncio.Event()
        self._unbuilt = asyncio.Event()
        self._changed_at = 0.0
        self._changed_since_build: frozenset[str] | None = frozenset()
        self._built: Built | None = None
        self._fault: Problem | None = None
        self._said: frozenset[Problem] = frozenset()
        self._learning: Aside[Lesson, Learned] = Aside(learn, niceness=0)
        self._building: Aside[Path, Built] = Aside(build_whole)

    def note_change(self, names: Collection[str] | None, *, surely: bool = True) -> None:
        """Sources have changed. Must be called in the event loop.

        Args:
            names: The files and folders, relative to the site's. None: any of them may have.
            surely: Whether they are sources. Else something was done beside them that is often a part of a save.
        """
        if surely:
            self._board.want()
        self._names = _together(self._names if self._changes.is_set() else frozenset(), names)
        self._changed_at = time.monotonic()
        self._changes.set()

    async def ask(self, question: Callable[[LiveSite], Result]) -> Result:
        """Ask the site something, when all that was asked before is answered."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, question, self._site)

    async def run(self) -> None:
        """Take everything in, and then every change, until cancelled."""
        self._board.searched_at = searched_at(self._root / OUTPUT)
        self.note_change(None)
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._keep_up())
                tasks.create_task(self._keep_learned())
                tasks.create_task(self._keep_built())
        finally:
            self._thread.shutdown(wait=False, cancel_futures=True)

    async def _keep_up(self) -> None:
        while True:
            await self._changes.wait()
            names = await self._settle()
            changed = await self._refreshed(names)
            self._changed_since_build = _together(self._changed_since_build, names)
            if changed:
                self._board.search_is_old = True
                self._unbuilt.set()
            if changed or not self._board.is_whole:
                await self._board.show()
            if self._changes.is_set():
                # It changed while it was taken in: what is shown now is whole, but more is on its way.
                self._board.want()

    async def _settle(self) -> frozenset[str] | None:
        names: frozenset[str] | None = frozenset()
        while self._changes.is_set():
            self._changes.clear()
            names = _together(names, self._names)
            await asyncio.sleep(QUIET)
        return names

    async def _refreshed(self, names: Collection[str] | None) -> bool:
        try:
            changed = await self.ask(lambda site: site.refresh(names))
            await self._learn()
        except Exception as error:
            # A fault of the program must not end the preview of somebody who is writing.
            logging.getLogger(__name__).exception("A change could not be taken in")
            self._fault = _fault(error)
            return True
        self._fault = None
        return changed

    async def _learn(self) -> None:
        """Learn what is not known: at once where there is little, and beside all else where there is much."""
        lesson = await self.ask(lambda site: site.lesson())
        if lesson is None:
            return
        if len(await asyncio.to_thread(find_records, self._root)) < WORTH:
            await self.ask(lambda site: site.adopt(lesson, learn(lesson)))
        else:
            self._unlearned.set()

    async def _keep_learned(self) -> None:
        while True:
            await self._unlearned.wait()
            lesson = await self.ask(lambda site: site.lesson())
            if lesson is not None:
                learned = await self._done(self._learning, lesson)
                if learned is not None:
                    await self.ask(partial(_adopt, lesson=lesson, learned=learned))
                    await self._board.tell()
            if lesson is None or learned is None:
                self._unlearned.clear()

    async def _keep_built(self) -> None:
        while True:
            await self._unbuilt.wait()
            await self._rest()
            await self._look_at_all()
            self._unbuilt.clear()
            self._changed_since_build = frozenset()
            started = time.time()
            built = await self._done(self._building, self._root)
            if built is None:
                continue
            self._built = built
            self._tell_at_terminal(built)
            if built.searched:
                self._board.searched_at = started
                self._board.search_is_old = self._unbuilt.is_set()
            await self._board.tell()

    async def _rest(self) -> None:
        """Wait until nothing has changed for a while, and what is read for the preview is kept for the build."""
        while (left := self._changed_at + REST - time.monotonic()) > 0 or self._unlearned.is_set():
            await asyncio.sleep(max(left, QUIET))

    async def _look_at_all(self) -> None:
        """When very much happens at once, the system tells only a part of it."""
        if await self._refreshed(None):
            await self._board.tell()

    async def _done(self, aside: Aside[Order, Result], order: Order) -> Result | None:
        try:
            return await aside.do(order)
        except (ProblemError, FailedError, DiedError) as error:
            self._fault = error.problem if isinstance(error, ProblemError) else _fault(error)
            await self._board.tell()
            return None

    def problems(self, found: Iterable[Problem]) -> tuple[Problem, ...]:
        """The errors: what was found at once, and what the last build found in what has not changed since."""
        built = self._built.problems if self._built is not None else ()
        changed = self._changed_since_build
        still = (one for one in built if one.severity is Severity.ERROR and not _touched(one.path, changed))
        return tuple(dict.fromkeys((*filter(None, (self._fault,)), *found, *still)))

    def _tell_at_terminal(self, built: Built) -> None:
        told = frozenset(problem for problem in built.problems if problem.severity > Severity.INFO)
        for problem in built.problems:
            if problem in told - self._said:
                self._say(format_problem(problem))
        self._said = told
        if built.changed:
            self._say(f"{built.changed} files changed")


def _adopt(site: LiveSite, lesson: Lesson, learned: Learned) -> None:
    site.adopt(lesson, learned)


def _together(names: frozenset[str] | None, others: Collection[str] | None) -> frozenset[str] | None:
    return None if names is None or others is None else names.union(others)


def _touched(path: str | None, names: frozenset[str] | None) -> bool:
    """Whether a file is one of the names, or below one of them. None: all of them are."""
    if names is None:
        return True
    return path is not None and any(path == name or path.startswith(f"{name}/") for name in names)


def _fault(error: Exception) -> Problem:
    return Problem(
        code="build_failed",
        message=f"The build failed: {_said(error)}",
        advice="This is a fault in Referat. The pages are those of the last time that all went well.",
    )


def _said(error: Exception) -> str:
    if isinstance(error, DiedError):
        return "a process that worked beside the preview was killed"
    return str(error) if isinstance(error, FailedError) else f"{type(error).__name__}: {error}"
