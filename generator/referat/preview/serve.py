"""``serve``: shows the site on this computer, and keeps it up to date until it is stopped."""

import asyncio
import socket
import webbrowser
from collections.abc import Callable, Collection
from contextlib import suppress
from functools import partial
from pathlib import Path

import uvicorn

from referat.preview.board import Board
from referat.preview.follow import Follower
from referat.preview.server import make_app
from referat.preview.watch import watch_sources
from referat.problems import Problem, ProblemError
from referat.settings import load_settings
from referat.site.build import OUTPUT
from referat.site.urls import base_path


def serve(
    root: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    open_browser: bool = False,
    say: Callable[[str], None] = print,
) -> None:
    """Serve the site in the folder `root` until Ctrl-C.

    Args:
        root: The site's folder.
        host: The address to listen on: anything but this computer itself shows drafts to others.
        port: The port to listen on; 0 takes a free one.
        open_browser: Open the front page.
        say: Prints a line.

    Raises:
        ProblemError: the port is taken.
    """
    listener = _listen(host, port)
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(root, listener, open_browser=open_browser, say=say))


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError as error:
        raise ProblemError(
            Problem(
                code="port_taken",
                message=f"The preview cannot listen on {host}:{port}: {error.strerror}",
                advice="Stop what listens there, or choose another port: referat serve --port 8001.",
            )
        ) from error


async def _serve(root: Path, listener: socket.socket, *, open_browser: bool, say: Callable[[str], None]) -> None:
    board = Board()
    follower = Follower(root, board, say)
    settings, _ = load_settings(root)
    folder = base_path(settings.base_url)
    app = make_app(follower, board, root / OUTPUT, folder, names_of(listener.getsockname()[0]))
    server = _Server(board, uvicorn.Config(app, log_level="warning"))
    loop = asyncio.get_running_loop()

    def on_change(names: Collection[str], surely: bool) -> None:
        loop.call_soon_threadsafe(partial(follower.note_change, names, surely=surely))

    with watch_sources(root, on_change):
        following = asyncio.create_task(follower.run())
        announcing = asyncio.create_task(_announce(board, listener, folder, open_browser=open_browser, say=say))
        try:
            await server.serve([listener])
        finally:
            announcing.cancel()
            following.cancel()
            with suppress(asyncio.CancelledError):
                await following


def names_of(address: str) -> tuple[str, ...]:
    """The names that a browser may ask for when the preview listens on the address. Who shows it to others may be asked
    by any.
    """
    return ("127.0.0.1", "localhost") if address == "127.0.0.1" else ("*",)


async def _announce(
    board: Board, listener: socket.socket, folder: str, *, open_browser: bool, say: Callable[[str], None]
) -> None:
    await board.newer_than(0)
    host, port = listener.getsockname()[:2]
    address = f"http://{host}:{port}{folder}/"
    say(f"The site is at {address} (Ctrl-C ends)")
    if open_browser:
        webbrowser.open(address)


class _Server(uvicorn.Server):
    """Ends at once: the browsers that wait for news are told first, or it would wait for them."""

    def __init__(self, board: Board, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._board = board

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await self._board.close()
        await super().shutdown(sockets)
