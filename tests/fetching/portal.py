"""A FirstAgenda portal on this machine: a real HTTP server that does what the test tells it to, and keeps account.

It is told through this object in the same process, never through an address, so that nothing of it can leak into what
is tested.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Self
from urllib.parse import quote
from zlib import crc32

from msgspec import Struct
from tests.fetching.published import served_agenda, served_list

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.fetching.published import Published

LIST = "/api/agenda/udvalgsliste"
AGENDA = "/api/agenda/dagsorden/"
LOG_ON = "/Home/AnonymousAuthentication"
COOKIE = ".AspNet.Cookies"
JSON = "application/json; charset=utf-8"
MOST_REQUESTS = 20_000
"""Who asks more often is going round in circles."""


class Reply(Struct, frozen=True, kw_only=True):
    """What the portal answers."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = (("content-type", JSON),)
    length: int | None = None
    """What it says its length is, where that is not true: the connection is cut off after the body."""
    delay: float = 0
    """Seconds before it says anything."""
    drip: float = 0
    """Seconds between any two bytes."""


class Asked(Struct, frozen=True, kw_only=True):
    """A request that came."""

    path: str
    at: float
    """By the clock that the test gave."""
    headers: dict[str, str]
    connection: int
    """Which connection it came on."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell nobody: whoever asked was killed."""


class FakePortal:
    """One municipality's portal. Use it with ``with``."""

    def __init__(self, published: Sequence[Published] = (), monotonic: Callable[[], float] = time.monotonic) -> None:
        self.published: list[Published] = list(published)
        self.replies: dict[str, list[Reply]] = defaultdict(list)
        """What is answered next on a path in place of what is published, in this order."""
        self.always: dict[str, Reply] = {}
        """The same, each time."""
        self.needs_cookie = True
        self.cookie_lasts: int | None = None
        """For so many calls. None: for ever."""
        self.etags = False
        self.before_reply: Callable[[int], None] = lambda _: None
        """What happens between a request and its answer. It is told the request's number, from 1."""
        self.asked: list[Asked] = []
        self._monotonic = monotonic
        self._cookies: dict[str, int] = {}
        self._connections: set[tuple[str, int]] = set()
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self.host = f"127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        """The portal, answering."""
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self._server.shutdown()
        self._server.server_close()

    @property
    def paths(self) -> list[str]:
        """All that was asked for, in order."""
        return [asked.path for asked in self.asked]

    def fetched(self) -> list[str]:
        """The ids of the publications that were asked for, in order."""
        return [path.removeprefix(AGENDA) for path in self.paths if path.startswith(AGENDA)]

    def forget(self) -> None:
        """Begin the account anew."""
        self.asked.clear()

    def reply(self, path: str, headers: dict[str, str], address: tuple[str, int]) -> Reply:
        """What is answered to a request."""
        self._connections.add(address)
        self.asked.append(Asked(path=path, at=self._monotonic(), headers=headers, connection=len(self._connections)))
        self.before_reply(len(self.asked))
        if len(self.asked) > MOST_REQUESTS:
            return Reply(status=429)
        bare = path.partition("?")[0]
        if self.replies[bare]:
            return self.replies[bare].pop(0)
        if bare in self.always:
            return self.always[bare]
        if bare == "/" or bare.casefold() == LOG_ON.casefold():
            return self._log_on(bare)
        if self.needs_cookie and not self._takes(headers.get("cookie", "")):
            callback = quote(f"http://{self.host}{path}", safe="")
            return Reply(status=302, headers=(("location", f"{LOG_ON}?callback={callback}"),))
        return self._published(bare, headers)

    def _log_on(self, bare: str) -> Reply:
        value = f"{len(self._cookies):0200x}"
        self._cookies[value] = 0
        cookie = ("set-cookie", f"{COOKIE}={value}; path=/; HttpOnly")
        if bare == "/":
            return Reply(
                headers=(cookie, ("content-type", "text/html; charset=utf-8")), body=b"<!doctype html><p>x</p>"
            )
        return Reply(status=302, headers=(cookie, ("location", f"http://{self.host}/")))

    def _takes(self, cookies: str) -> bool:
        given = dict(pair.split("=", 1) for pair in cookies.split("; ") if "=" in pair).get(COOKIE, "")
        if given not in self._cookies:
            return False
        self._cookies[given] += 1
        return self.cookie_lasts is None or self._cookies[given] <= self.cookie_lasts

    def _published(self, bare: str, headers: dict[str, str]) -> Reply:
        if bare == LIST:
            return self._json(served_list(self.published), headers)
        by_id = {f"{AGENDA}{one.id}": one for one in self.published}
        if bare in by_id:
            return self._json(served_agenda(by_id[bare], self.host), headers)
        return Reply(status=500 if bare.startswith(AGENDA) else 404)

    def _json(self, value: object, headers: dict[str, str]) -> Reply:
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        served = (("content-type", JSON), ("cache-control", "no-cache"), ("pragma", "no-cache"), ("expires", "-1"))
        if not self.etags:
            return Reply(body=body, headers=served)
        etag = f'"{crc32(body):x}"'
        if headers.get("if-none-match") == etag:
            return Reply(status=304, headers=(("etag", etag),))
        return Reply(body=body, headers=(*served, ("etag", etag)))


def _handler(portal: FakePortal) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            _send(self, portal.reply(self.path, headers, self.client_address))

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - so it is called
            """Tell nobody."""

    return Handler


def _send(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    try:
        time.sleep(reply.delay)
        handler.send_response(reply.status)
        for name, value in reply.headers:
            handler.send_header(name, value)
        handler.send_header("content-length", str(len(reply.body) if reply.length is None else reply.length))
        handler.end_headers()
        step = 1 if reply.drip else max(1, len(reply.body))
        for start in range(0, len(reply.body), step):
            handler.wfile.write(reply.body[start : start + step])
            handler.wfile.flush()
            time.sleep(reply.drip)
        handler.close_connection = handler.close_connection or reply.length is not None
    except OSError:
        handler.close_connection = True  # Whoever asked did not wait for the answer.
