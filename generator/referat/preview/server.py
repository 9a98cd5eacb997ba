"""The preview's web server: the output folder as a real host would serve it, and the little that reloads pages.

Pages get one script more, from this server, under the same Content-Security-Policy as when they are published.
"""

import mimetypes
from collections.abc import Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from referat.preview.board import Board
from referat.problems import format_problem
from referat.site.headers import SECURITY_HEADERS
from referat.site.page import output_path

OWN = "/.referat"
"""The preview's own addresses. No file whose name begins with a dot is served from the output."""
WAIT = 25.0
"""Seconds that a browser waits for news before it asks again."""

_OWN_FILES = {"preview.js": "text/javascript", "preview.css": "text/css"}
_HEADERS = {**SECURITY_HEADERS, "Cache-Control": "no-store"}
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


def make_app(output: Path, board: Board, folder: str = "", hosts: Sequence[str] = ("*",)) -> Starlette:
    """The server as an ASGI application.

    Args:
        output: The folder to serve.
        board: What the builds tell.
        folder: The folder that the site is published in, without its last slash: ``/referat``.
        hosts: The names of this computer that are answered to. A page elsewhere whose host's name is made to lead here
            (DNS rebinding) must not read drafts.
    """

    async def news(request: Request) -> Response:
        return await _news(request, board)

    async def page(request: Request) -> Response:
        await board.whole()
        return await run_in_threadpool(answer, output, request.scope["path"], folder, board.visible)

    return Starlette(
        routes=[
            Route(f"{OWN}/news", news),
            Route(f"{OWN}/{{name}}", _own_file),
            Route("/{path:path}", page),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)],
    )


async def _news(request: Request, board: Board) -> Response:
    """Waits for a later build than the browser knows, and tells whether its page is another one now.

    ``path`` is the file of the page, ``page`` the epoch it was served in, ``known`` the epoch last told of.
    """
    try:
        page, known = int(request.query_params["page"]), int(request.query_params["known"])
    except (KeyError, ValueError):
        return Response("page and known must be numbers", status_code=400, headers=_HEADERS)
    await board.newer_than(known, WAIT)
    file = output_path(request.query_params.get("path", "/"))
    told = {
        "epoch": board.visible,
        "reload": board.changed_since(file, page),
        "problems": [format_problem(problem) for problem in board.problems],
    }
    return JSONResponse(told, headers=_HEADERS)


async def _own_file(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _OWN_FILES:
        return Response("Not found", status_code=404, media_type="text/plain", headers=_HEADERS)
    content = (Path(__file__).parent / "page" / name).read_bytes()
    return Response(content, media_type=_OWN_FILES[name], headers=_HEADERS)


def answer(output: Path, path: str, folder: str, epoch: int) -> Response:
    """What the host would answer: the file, the way to it, or the site's own page for what is not there."""
    path = f"/{path.lstrip('/')}"  # two slashes would make a redirect lead to another host
    if folder and path in ("/", folder):
        return RedirectResponse(f"{folder}/", headers=_HEADERS)
    site_path = path.removeprefix(folder)
    file = find_file(output, site_path) if path.startswith(f"{folder}/") else None
    if file is None:
        missing = find_file(output, "/404.html")
        return _page(missing, site_path, epoch, 404) if missing else Response("Not found", 404, headers=_HEADERS)
    if file.is_dir():
        return RedirectResponse(f"{quote(path)}/", headers=_HEADERS)
    if file.suffix == ".html":
        return _page(file, site_path, epoch, 200)
    return Response(file.read_bytes(), media_type=_type_of(file), headers=_HEADERS)


def find_file(output: Path, path: str) -> Path | None:
    """The file of an address rooted at the site, or the folder where only the last slash is missing.

    Never one outside `output`, and never a hidden one.
    """
    parts = output_path(path).split("/")
    if any(part.startswith(".") or "\\" in part or "\0" in part for part in parts):
        return None
    file = output.joinpath(*parts)
    if not file.resolve().is_relative_to(output.resolve()):
        return None
    found = file.is_file() or (file / "index.html").is_file()
    return file if found else None


def _page(file: Path, path: str, epoch: int, status: int) -> Response:
    script = f'<script src="{OWN}/preview.js" data-epoch="{epoch}" data-path="{escape(path)}" defer></script>\n'
    head, end, tail = file.read_text(encoding="utf-8").rpartition("</body>")
    html = f"{head}{script}{end}{tail}" if end else f"{tail}{script}"
    return Response(html, status_code=status, media_type="text/html", headers=_HEADERS)


def _type_of(file: Path) -> str:
    return _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
