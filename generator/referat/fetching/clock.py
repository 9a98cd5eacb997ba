"""Time as fetching sees it, so that a test of waiting need not wait."""

import datetime as dt
import random
import time
from typing import Protocol
from zoneinfo import ZoneInfo

DENMARK = ZoneInfo("Europe/Copenhagen")


def in_denmark(when: dt.datetime) -> dt.datetime:
    """The moment as clocks in Denmark show it. One without an offset was read off such a clock."""
    return when.replace(tzinfo=DENMARK) if when.tzinfo is None else when.astimezone(DENMARK)


class Clock(Protocol):
    """Where the time comes from, and where it is spent."""

    def now(self) -> dt.datetime:
        """The time of day, in Denmark."""

    def monotonic(self) -> float:
        """Seconds since some moment, never turned back."""

    def sleep(self, seconds: float) -> None:
        """Wait."""

    def jitter(self) -> float:
        """A number from 0 to 1 by which waits differ, so that many sites do not come back at once."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> dt.datetime:
        """The time of day, in Denmark."""
        return dt.datetime.now(DENMARK)

    def monotonic(self) -> float:
        """Seconds since some moment."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)

    def jitter(self) -> float:
        """A number from 0 to 1."""
        return random.random()  # noqa: S311 - nothing is kept secret by it
