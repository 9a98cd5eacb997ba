"""A clock for tests: whoever waits is told at once that the time has passed, and the waits are written down."""

import datetime as dt
import time

from referat.fetching.clock import DENMARK

MONDAY = dt.datetime(2026, 11, 23, 3, 0, tzinfo=DENMARK)


class FakeClock:
    """Moves when somebody waits, and as fast as real time moves."""

    def __init__(self, start: dt.datetime = MONDAY) -> None:
        self._start = start
        self._began = time.monotonic()
        self._slept = 0.0
        self.waits: list[float] = []

    def now(self) -> dt.datetime:
        """The time of day. Only waiting moves it, so that a test knows what it will be."""
        return self._start + dt.timedelta(seconds=self._slept)

    def monotonic(self) -> float:
        """Seconds since it was made."""
        return time.monotonic() - self._began + self._slept

    def sleep(self, seconds: float) -> None:
        """Do not wait."""
        self.waits.append(seconds)
        self._slept += seconds

    def jitter(self) -> float:
        """None."""
        return 0.0

    def pass_hours(self, hours: float) -> None:
        """Let time go by."""
        self._slept += hours * 3600
