"""How a portal is asked: it is not ours, and there may be hundreds who ask."""

import datetime as dt
from email.utils import parsedate_to_datetime

from msgspec import Struct

MOST_BYTES = 25 * 1024 * 1024
"""The largest honest answer that anybody has seen is under 1 MB; pictures lie inside the texts."""


class Manners(Struct, frozen=True, kw_only=True):
    """The bounds that a run keeps to, for each host. Times are in seconds."""

    pause: float = 1.0
    """At least so long between the end of one call and the beginning of the next."""
    most_requests: int = 2000
    """After so many the host is left in peace until the next run."""
    connect: float = 10.0
    read: float = 60.0
    """How long it may be silent."""
    total: float = 120.0
    """How long one answer may take as a whole."""
    most_bytes: int = MOST_BYTES
    most_redirects: int = 3
    most_log_ons: int = 10
    """How long a cookie lives is not known: it is renewed, but not for ever."""
    told_to_wait: float = 60.0
    """How long to wait when the portal asks for it without saying how long."""
    longest_wait: float = 600.0
    """Who asks for a longer one is left in peace until the next run."""


class Patience(Struct, frozen=True):
    """How long to wait before each further try, in seconds. As many tries more as there are waits."""

    waits: tuple[float, ...]


LIST = Patience((2, 8, 32))
"""Without the list nothing can be done."""
ONE = Patience((2,))
"""The next run tries again."""


def seconds_to_wait(header: str | None, now: dt.datetime) -> float | None:
    """What a ``Retry-After`` asks for: seconds, or until a date. None where it says nothing that can be read."""
    text = (header or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    until = until if until.tzinfo else until.replace(tzinfo=dt.UTC)
    return max(0.0, (until - now).total_seconds())
