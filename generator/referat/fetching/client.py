"""Asking a portal: slowly, within bounds, and nobody but the portal."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin, urlsplit

from referat.fetching.clock import SystemClock
from referat.fetching.faults import HostStoppedError, UnavailableError
from referat.fetching.manners import LIST, ONE, Manners, Patience, seconds_to_wait
from referat.fetching.transfer import Received, TransferError, open_connection, receive
from referat.problems import Problem, Severity

if TYPE_CHECKING:
    import datetime as dt

    from referat.fetching.answer import Answer
    from referat.fetching.clock import Clock
    from referat.fetching.provider import LogOn, Portal

__all__ = ["LIST", "ONE", "Client"]

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 503})
_PASSING = frozenset({500, 502, 504})
"""Answers that a further try may change."""
_NEXT_RUN = "The next run goes on from here."


class Client:
    """One run's calls to one portal, one after the other over one connection.

    Args:
        portal: whom to ask. Nobody else is ever asked, wherever a redirect leads.
        agent: who asks, with a way to reach them.
        log_on: how the portal gives its cookie, where it needs one.
        manners: the bounds.
        clock: where time comes from.
    """

    def __init__(
        self,
        portal: Portal,
        agent: str,
        log_on: LogOn | None = None,
        manners: Manners = Manners(),
        clock: Clock = SystemClock(),
    ) -> None:
        self._portal = portal
        self._log_on = log_on
        self._manners = manners
        self._clock = clock
        self._connection = open_connection(manners, agent)
        self._requests = self._log_ons = self._waits = 0
        self._free_at = clock.monotonic()
        self._kept: dict[str, Answer] = {}

    def __enter__(self) -> Self:
        """The client; its connection is closed with it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connection."""
        self._connection.close()

    @property
    def requests(self) -> int:
        """How many requests were sent in this run."""
        return self._requests

    @property
    def today(self) -> dt.date:
        """The day in Denmark, for portals that must be told which days they are asked about."""
        return self._clock.now().date()

    def remember(self, answer: Answer) -> None:
        """Take an answer of an earlier run: the portal is asked only for what is newer, where it had offered that."""
        if answer.etag or answer.modified:
            self._kept[answer.url] = answer

    def get(self, path: str, patience: Patience = ONE) -> Answer:
        """The answer to a call, whole and with status 200.

        Args:
            path: on the portal, with its query.
            patience: how long to try.

        Raises:
            UnavailableError: this cannot be had now.
            HostStoppedError: the portal is to be left in peace, or this run has asked enough.
        """
        if self._log_on and not self._requests:
            with suppress(UnavailableError):  # A call without a cookie is told where to get one.
                self._call(self._log_on.start, ONE)
        return self._call(path, patience)

    def _call(self, path: str, patience: Patience) -> Answer:
        waits = list(patience.waits)
        while True:
            try:
                received = self._follow(path)
            except TransferError as error:
                if error.final or not waits:
                    raise self._unavailable(error.code, error.message, path) from None
            else:
                if received.status == 200:
                    return received.answer
                if received.status in _BUSY:
                    self._wait_as_told(received, path)
                    continue
                if received.status not in _PASSING or not waits:
                    raise self._unavailable("fetch_refused", f"The portal answered {received.status}", path)
            self._clock.sleep(waits.pop(0) * (1 + self._clock.jitter() / 4))

    def _follow(self, path: str) -> Received:
        """Ask, and follow redirects by hand: only on the portal itself, and only a few."""
        url, logged_on = self._portal.origin + path, False
        for _ in range(self._manners.most_redirects + 1):
            received = self._ask(url)
            if received.status not in _REDIRECTS:
                return received
            target = self._on_portal(received.location or "", url)
            if not self._is_refusal(target):
                url = target
            elif logged_on:
                raise self._stopped("fetch_log_on_failed", "The portal does not take its own cookie", path)
            else:
                logged_on = self._renew(target, path)
        raise TransferError("fetch_redirect_refused", "The portal sends the call round in circles", final=True)

    def _ask(self, url: str) -> Received:
        if self._requests >= self._manners.most_requests:
            told = f"{self._requests} requests were sent, which is the bound of one run"
            raise self._stopped("fetch_bound_reached", told, url, Severity.INFO)
        wait = self._free_at - self._clock.monotonic()
        if wait > 0:
            self._clock.sleep(wait)
        self._requests += 1
        kept = self._kept.get(url)
        try:
            received = receive(self._connection, url, _conditions(kept), self._manners, self._clock)
        finally:
            self._free_at = self._clock.monotonic() + self._manners.pause
        return Received(status=200, answer=kept) if kept and received.status == 304 else received

    def _renew(self, target: str, path: str) -> bool:
        """Get a cookie. Where the portal sends us afterwards does not matter: the call is made again."""
        self._log_ons += 1
        if self._log_ons > self._manners.most_log_ons:
            raise self._stopped("fetch_log_on_failed", "The portal wants a new cookie again and again", path)
        self._ask(target)
        return True

    def _on_portal(self, location: str, url: str) -> str:
        """Where a redirect leads, if that is on the portal."""
        try:
            target = urlsplit(urljoin(url, location))
            is_ours = target.scheme in ("http", "https") and target.netloc.casefold() == self._portal.host.casefold()
        except ValueError:
            is_ours = False
        if not is_ours:
            raise TransferError("fetch_redirect_refused", "The portal sends the call to another host", final=True)
        # An address that the portal makes up behind a gateway may lack the s of https. We do not go down to that.
        query = f"?{target.query}" if target.query else ""
        return f"{self._portal.origin}{target.path or '/'}{query}"

    def _is_refusal(self, target: str) -> bool:
        return self._log_on is not None and urlsplit(target).path.casefold() == self._log_on.refusal.casefold()

    def _wait_as_told(self, received: Received, path: str) -> None:
        wait = seconds_to_wait(received.retry_after, self._clock.now())
        wait = self._manners.told_to_wait if wait is None else wait
        self._waits += 1
        if self._waits > 1 or wait > self._manners.longest_wait:
            told = f"The portal asks to be left in peace (status {received.status})"
            raise self._stopped("fetch_busy", told, path, Severity.WARNING)
        self._clock.sleep(wait)

    def _unavailable(self, code: str, message: str, path: str) -> UnavailableError:
        return UnavailableError(Problem(code=code, message=message, path=self._where(path), advice=_NEXT_RUN))

    def _stopped(self, code: str, message: str, path: str, severity: Severity = Severity.ERROR) -> HostStoppedError:
        where = self._where(path)
        return HostStoppedError(Problem(code=code, message=message, severity=severity, path=where, advice=_NEXT_RUN))

    def _where(self, path: str) -> str:
        return f"{self._portal.host}{urlsplit(path).path}"


def _conditions(kept: Answer | None) -> dict[str, str]:
    """What makes the portal answer only where there is news."""
    told = {"If-None-Match": kept and kept.etag, "If-Modified-Since": kept and kept.modified}
    return {name: value for name, value in told.items() if value}
