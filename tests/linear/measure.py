"""How the work of a function grows with its text, measured by the processor's time."""

import signal
import time
from types import FrameType

from msgspec import Struct
from tests.linear.functions import TextFunction
from tests.linear.texts import make_text

SMALL = 4_000
ENOUGH = 0.02
"""Seconds that can be told from noise."""
SLOW_GROWTH = 3.0
"""Twice the text takes twice the time where the work is linear, and four times where it is quadratic."""
ROUNDS = 3


class Growth(Struct, frozen=True, kw_only=True):
    """How long a function took over a text and over another one twice as long."""

    length: int
    seconds: float
    seconds_of_double: float
    given_up: bool = False

    @property
    def is_linear(self) -> bool:
        """Whether the double took no more than it should."""
        return not self.given_up and self.seconds_of_double <= SLOW_GROWTH * max(self.seconds, ENOUGH)


class TooSlowError(Exception):
    """A call took more time than any linear function needs."""


def growth_of(function: TextFunction, piece: str, end: str, longest: int, seconds: float) -> Growth:
    """Double the text until its time can be measured, or it is as long as wanted.

    Args:
        function: what is measured. What it raises is no matter of this.
        piece: what the text is full of.
        end: what stands behind it.
        longest: characters of the longest text.
        seconds: that a call may take.
    """
    length = SMALL
    before = _time(function, make_text(piece, end, length), seconds)
    while True:
        after = _time(function, make_text(piece, end, 2 * length), seconds)
        growth = Growth(length=length, seconds=before, seconds_of_double=after, given_up=after >= seconds)
        if not growth.is_linear and not growth.given_up:
            # A busy machine, or a garbage collector: only what is slow again is slow.
            before = min(_time(function, make_text(piece, end, length), seconds) for _ in range(ROUNDS))
            after = min(_time(function, make_text(piece, end, 2 * length), seconds) for _ in range(ROUNDS))
            growth = Growth(length=length, seconds=before, seconds_of_double=after)
        if 2 * length >= longest or not growth.is_linear:
            return growth
        length, before = 2 * length, after


def _time(function: TextFunction, text: str, limit: float) -> float:
    def give_up(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, limit)
    start = time.process_time()
    try:
        function(text)
    except TooSlowError:
        return limit
    except Exception:  # noqa: S110 - whether it raises is asked elsewhere
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return time.process_time() - start
