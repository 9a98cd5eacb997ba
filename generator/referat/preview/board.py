"""What the browsers wait for: the site as its sources are now, and news of it.

Everything here happens in the server's event loop, so nothing needs a lock.
"""

import asyncio
from collections.abc import Callable


class Board:
    """The state that changes write and browsers wait for.

    There are two epochs. The *wanted* one goes up when a source changes, the *visible* one follows when the site is
    that of the sources again. In between no page is served, so that no request after a save is answered with the old
    site.
    """

    def __init__(self) -> None:
        self.visible = 0
        self.search_is_old = True
        """Whether the search tells of an earlier site than the pages."""
        self.searched_at: float | None = None
        """Until when the search has been told of the site, in seconds since 1970. None where there is no search."""
        self._wanted = 0
        self._news = asyncio.Condition()
        self.is_closed = False
        """The server ends."""

    def want(self) -> None:
        """A source has changed: what is in memory may be the old site from now on."""
        self._wanted = self.visible + 1

    @property
    def is_whole(self) -> bool:
        """Whether the site is that of its sources."""
        return self.visible == self._wanted

    async def show(self) -> None:
        """The site is that of its sources."""
        self.visible = self._wanted = self.visible + 1
        await self._tell()

    async def tell(self) -> None:
        """There is something new to tell; the site itself may be in the making."""
        behind = self._wanted - self.visible
        self.visible += 1
        self._wanted = self.visible + behind
        await self._tell()

    async def close(self) -> None:
        """The server ends: nobody waits any longer."""
        self.is_closed = True
        await self._tell()

    async def whole(self) -> None:
        """Wait until the site is that of its sources."""
        await self._until(lambda: self.is_whole)

    async def newer_than(self, epoch: int, seconds: float | None = None) -> None:
        """Wait for another epoch than this one, but no longer than so many seconds. None: however long it takes.

        An epoch that is still to come is that of a preview that ended: whoever tells it hears at once.
        """
        try:
            async with asyncio.timeout(seconds):
                await self._until(lambda: self.visible != epoch)
        except TimeoutError:
            return

    async def _until(self, reached: Callable[[], bool]) -> None:
        async with self._news:
            await self._news.wait_for(lambda: self.is_closed or reached())

    async def _tell(self) -> None:
        async with self._news:
            self._news.notify_all()
