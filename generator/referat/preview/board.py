"""What the browsers are told: which build they see, which files it changed, and what is wrong.

Everything here happens in the server's event loop, so nothing needs a lock.
"""

import asyncio
from collections.abc import Callable, Iterable

from referat.problems import Problem


class Board:
    """The state that builds write and browsers wait for.

    There are two epochs. The *wanted* one goes up when a source changes, the *visible* one follows when the site is
    whole again. In between no page is served, so nobody sees half a site.
    """

    def __init__(self) -> None:
        self.visible = 0
        self.problems: tuple[Problem, ...] = ()
        self._wanted = 0
        self._changed: dict[str, int] = {}
        self._news = asyncio.Condition()
        self._closed = False

    def want(self) -> None:
        """A source has changed: what is in the output folder may be in the making from now on."""
        self._wanted = self.visible + 1

    async def show(self, changed: Iterable[str], problems: tuple[Problem, ...]) -> None:
        """A build has ended, well or not: the output folder is whole.

        Args:
            changed: The files that are new, different or gone, relative to the output folder.
            problems: What is wrong with the site now.
        """
        self.visible = self._wanted = self.visible + 1
        self._changed.update(dict.fromkeys(changed, self.visible))
        self.problems = problems
        await self._tell()

    async def close(self) -> None:
        """The server ends: nobody waits any longer."""
        self._closed = True
        await self._tell()

    async def whole(self) -> None:
        """Wait until the output folder is whole."""
        await self._until(lambda: self.visible == self._wanted)

    async def newer_than(self, epoch: int, seconds: float | None = None) -> None:
        """Wait for a later epoch than this one, but no longer than so many seconds. None: however long it takes."""
        try:
            async with asyncio.timeout(seconds):
                await self._until(lambda: self.visible > epoch)
        except TimeoutError:
            return

    def changed_since(self, file: str, epoch: int) -> bool:
        """Whether a later build than this changed the file."""
        return self._changed.get(file, 0) > epoch

    async def _until(self, reached: Callable[[], bool]) -> None:
        async with self._news:
            await self._news.wait_for(lambda: self._closed or reached())

    async def _tell(self) -> None:
        async with self._news:
            self._news.notify_all()
