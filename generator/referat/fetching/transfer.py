"""One request and its answer, within bounds of time and size. Redirects are looked at, never followed here."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import httpx
from msgspec import Struct

from referat.fetching.answer import Answer

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping

    from referat.fetching.clock import Clock
    from referat.fetching.manners import Manners


class TransferError(Exception):
    """No whole answer came. A further try may have more luck, unless `final`."""

    def __init__(self, code: str, message: str, *, final: bool = False) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.final = final


class Received(Struct, frozen=True, kw_only=True):
    """Whatever came, with its status."""

    status: int
    answer: Answer
    location: str | None = None
    """Where a redirect leads, as the portal wrote it."""
    retry_after: str | None = None


def open_connection(manners: Manners, agent: str) -> httpx.Client:
    """A connection with a cookie jar of its own. It is one, whatever happens."""
    return httpx.Client(
        headers={"User-Agent": agent, "Accept": "application/json"},
        verify=_trusted(),
        limits=httpx.Limits(max_connections=1, max_keepalive_connections=1),
        timeout=httpx.Timeout(manners.read, connect=manners.connect),
        follow_redirects=False,
    )


@cache
def _trusted() -> ssl.SSLContext:
    """Whose certificates are believed. Reading them takes longer than most calls."""
    return httpx.create_ssl_context()


def receive(connection: httpx.Client, url: str, headers: Mapping[str, str], manners: Manners, clock: Clock) -> Received:
    """Ask once, and read the answer to its end."""
    deadline = clock.monotonic() + manners.total
    try:
        with connection.stream("GET", url, headers=headers) as response:
            body = bytearray()
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > manners.most_bytes:
                    told = f"The answer is larger than {manners.most_bytes // 1024 // 1024} MB"
                    raise TransferError("fetch_too_large", told, final=True)
                if clock.monotonic() > deadline:
                    raise TransferError("fetch_timeout", f"The answer took longer than {manners.total:g} seconds")
    except httpx.TimeoutException:
        raise TransferError("fetch_timeout", f"The portal did not answer within {manners.read:g} seconds") from None
    except httpx.HTTPError as error:
        reason = str(error) or type(error).__name__
        raise TransferError("fetch_failed", f"No whole answer came: {reason}") from None
    return _received(url, response, bytes(body))


def _received(url: str, response: httpx.Response, body: bytes) -> Received:
    content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    answer = Answer(
        url=url,
        body=body,
        content_type=content_type,
        etag=response.headers.get("etag"),
        modified=response.headers.get("last-modified"),
    )
    return Received(
        status=response.status_code,
        answer=answer,
        location=response.headers.get("location"),
        retry_after=response.headers.get("retry-after"),
    )
