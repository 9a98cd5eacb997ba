"""The preview's web server: the site as a real host would serve it, and the little that reloads pages.

Pages get one script more, from this server, under the same Content-Security-Policy as when they are published.
"""

import asyncio
import mimetypes
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from html import escape
from pathlib import Path, PurePosixPath
from typing import Protocol, TypeVar
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from referat.preview.answers import Elsewhere, Found, find, news_of, waiting
from referat.preview.board import Board
from referat.preview.live import LiveSite
from referat.problems import Problem, format_problem
from referat.search.bundle import FOLDER as SEARCH
from referat.site.assets import FOLDER as ASSETS
from referat.site.headers import FOR_EVER, SECURITY_HEADERS

OWN = "/.referat"
"""The preview's own addresses. No file whose name begins with a dot is served from the output."""
WAIT = 25.0
"""Seconds that a browser waits for news before it asks again."""

PATIENCE = 2.0
"""Seconds that a page is waited for that needs all records, before the browser is told that they are being read."""

_WAITING = 503
_OWN_FILES = {"preview.js": "text/javascript", "preview.css": "text/css"}
_HEADERS = {**SECURITY_HEADERS, "Cache-Control": "no-store"}
_KEPT = {**SECURITY_HEADERS, "Cache-Control": FOR_EVER}
"""For what has an address of its content: a page that reloads fetches nothing else again."""
_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".xml": "application/xml",
}
"""Not left to the computer's own table of types, which may say anything."""

Result = TypeVar("Result")


class Asked(Protocol):
    """Whoever has the site, and lets it be asked."""

    async def ask(self, question: Callable[[LiveSite], Result]) -> Result:
        """Ask the site something."""

    def problems(self, found: Iterable[Problem]) -> tuple[Problem, ...]:
        """All that is wrong, where this was found in the site as it is shown."""


def make_app(asked: Asked, board: Board, output: Path, folder: str = "", hosts: Sequence[str] = ("*",)) -> Starlette:
    """The server as an ASGI application.

    Args:
        asked: Has the site.
        board: What changes tell.
        output: The output folder: the search index is answered from there.
        folder: The folder that the site is published in, without its last slash: ``/referat``.
        hosts: The names of this computer that are answered to. A page elsewhere whose host's name is made to lead here
            (DNS rebinding) must not read drafts.
    """

    async def news(request: Request) -> Response:
        return await _news(request, asked, board)

    async def page(request: Request) -> Response:
        await board.whole()
        return await _answer(request.scope["path"], asked, board, output, folder)

    return Starlette(
        routes=[
            Route(f"{OWN}/news", news),
            Route(f"{OWN}/{{name}}", _own_file),
            Route("/{path:path}", page),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)],
    )


async def _news(request: Request, asked: Asked, board: Board) -> Response:
    """Waits until there is something else to tell than the browser knows, and tells it.

    ``path`` is the address of the page, ``page`` the digest of what the browser shows of it, ``known`` the epoch last
    told of.
    """
    try:
        page, known = request.query_params["page"], int(request.query_params["known"])
    except (KeyError, ValueError):
        return Response("page and known must be told, known as a number", status_code=400, headers=_HEADERS)
    await board.newer_than(known, WAIT)
    await board.whole()
    epoch = board.visible
    told = await asked.ask(partial(news_of, path=request.query_params.get("path", "/")))
    answer = {
        "epoch": epoch,
        "reload": told.digest != page,
        "styles": told.styles,
        "problems": [format_problem(problem) for problem in asked.problems(told.problems)],
        "search": {"old": board.search_is_old, "at": board.searched_at},
    }
    return JSONResponse(answer, headers=_HEADERS)


async def _own_file(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _OWN_FILES:
        return Response("Not found", status_code=404, media_type="text/plain", headers=_HEADERS)
    content = (Path(__file__).parent / "page" / name).read_bytes()
    return Response(content, media_type=_OWN_FILES[name], headers=_HEADERS)


async def _answer(path: str, asked: Asked, board: Board, output: Path, folder: str) -> Response:
    """What the host would answer: the file, the way to it, or the site's own page for what is not there."""
    path = f"/{path.lstrip('/')}"  # two slashes would make a redirect lead to another host
    if folder and path in ("/", folder):
        return RedirectResponse(f"{folder}/", headers=_HEADERS)
    site_path = path.removeprefix(folder) if path.startswith(f"{folder}/") else "/."
    if site_path.startswith(f"/{SEARCH}/"):
        file = await run_in_threadpool(find_searched, output, site_path)
        if file is not None:
            return Response(file, media_type=_type_of(site_path), headers=_HEADERS)
    found = await _found(site_path, asked, board)
    if isinstance(found, Elsewhere):
        return RedirectResponse(f"{quote(path)}/", headers=_HEADERS)
    if found is None:
        found = await asked.ask(partial(waiting, folder=folder))
    if found.is_page:
        return _page(found, site_path)
    headers = _KEPT if found.file.startswith(f"{ASSETS}/") else _HEADERS
    return Response(found.content, media_type=_type_of(found.file), headers=headers)


async def _found(path: str, asked: Asked, board: Board) -> Found | Elsewhere | None:
    """What the site answers. None where it still cannot after a while."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while True:
                epoch = board.visible
                found = await asked.ask(partial(find, path=path))
                if found is not None:
                    return found
                await board.newer_than(epoch)
                if board.is_closed:
                    return None
    return None


def find_searched(output: Path, path: str) -> bytes | None:
    """A file of the search index, by its address rooted at the site. Never one outside of it, nor a hidden one."""
    parts = path.lstrip("/").split("/")
    if any(part.startswith(".") or "\\" in part or "\0" in part for part in parts):
        return None
    file = output.joinpath(*parts)
    try:
        inside = file.resolve().is_relative_to((output / SEARCH).resolve())
        return file.read_bytes() if inside and file.is_file() else None
    except OSError:
        return None


def _page(found: Found, path: str) -> Response:
    told = {"digest": "" if found.status == _WAITING else found.digest, "path": path, "styles": found.styles}
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in told.items())
    script = f'<script src="{OWN}/preview.js"{data} defer></script>\n'
    head, end, tail = found.content.decode().rpartition("</body>")
    html = f"{head}{script}{end}{tail}" if end else f"{tail}{script}"
    return Response(html, status_code=found.status, media_type="text/html", headers=_HEADERS)


def _type_of(path: str) -> str:
    file = PurePosixPath(path)
    return _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
