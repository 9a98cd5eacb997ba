"""Builds the site again when its sources change, and its search index when they have come to rest."""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

from referat.disk import telling_of_disk
from referat.preview.board import Board
from referat.privacy.known import load_policy
from referat.problems import Problem, ProblemError, Severity, format_problem
from referat.search import index_site
from referat.settings import load_settings
from referat.site.build import CACHE, OUTPUT, build_site
from referat.site.content import read_content
from referat.site.corpus import make_corpus
from referat.site.last_good import LastGood
from referat.site.report import BuildOptions

QUIET = 0.05
"""Seconds without a further change before a build begins: a save is often several changes."""


class Rebuilder:
    """Turns changes into builds, one at a time.

    Args:
        root: The site's folder.
        board: Where the result is shown.
        say: Prints a line for the person at the terminal.
    """

    def __init__(self, root: Path, board: Board, say: Callable[[str], None]) -> None:
        self._root = root
        self._board = board
        self._say = say
        self._last_good = LastGood()
        self._changes = asyncio.Event()
        self._unindexed = asyncio.Event()

    def note_change(self) -> None:
        """A source has changed. Must be called in the event loop."""
        self._board.want()
        self._changes.set()

    async def run(self) -> None:
        """Build once, and then after every change, until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._keep_built())
            tasks.create_task(self._keep_indexed())

    async def _keep_built(self) -> None:
        self.note_change()
        while True:
            await self._changes.wait()
            await self._settle()
            await self._build()

    async def _settle(self) -> None:
        while self._changes.is_set():
            self._changes.clear()
            await asyncio.sleep(QUIET)

    async def _build(self) -> None:
        changed, problems = await asyncio.to_thread(run_build, self._root, self._last_good)
        errors = tuple(problem for problem in problems if problem.severity is Severity.ERROR)
        for problem in problems:
            if problem.severity > Severity.INFO:
                self._say(format_problem(problem))
        if changed:
            self._say(f"{len(changed)} files changed")
        self._unindexed.set()
        await self._board.show(changed, errors)
        if self._changes.is_set():
            # It changed while it was being built: what is shown now is whole, but the next build has begun.
            self._board.want()

    async def _keep_indexed(self) -> None:
        while True:
            await self._unindexed.wait()
            self._unindexed.clear()
            for problem in await asyncio.to_thread(run_index, self._root, self._last_good):
                self._say(format_problem(problem))


def run_build(root: Path, last_good: LastGood) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Build without the search index: the output's files that are new, different or gone, and what is wrong.

    A record that cannot be read keeps its last good version. Where nothing can be built, the output stays what it was.
    """
    try:
        report = build_site(root, BuildOptions(search=False, preview=last_good))
    except ProblemError as error:
        return (), (error.problem,)
    except Exception as error:
        # A fault of the program must not end the preview of somebody who is writing.
        logging.getLogger(__name__).exception("The build failed")
        return (), (_fault(error),)
    return report.written + report.removed, report.problems + report.privacy


def _fault(error: Exception) -> Problem:
    return Problem(
        code="build_failed",
        message=f"The build failed: {type(error).__name__}: {error}",
        advice="This is a fault in Referat. The pages are those of the last build that went well.",
    )


def run_index(root: Path, last_good: LastGood) -> tuple[Problem, ...]:
    """Bring the search index up to date with the sources as they are now."""
    policy, _ = load_policy(root, load_settings(root)[0])
    corpus, _ = make_corpus(read_content(root, policy, last_good=last_good).records)
    try:
        with telling_of_disk(root):
            return index_site(corpus, root / OUTPUT, root / CACHE, policy)
    except ProblemError as error:
        return (error.problem,)
