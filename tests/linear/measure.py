"""How the work of a function grows with its text, measured by the processor's time."""

import signal
import time
from types import FrameType

from msgspec import Struct
from tests.linear.functions import TextFunction
from tests.linear.texts import ENDS, make_text

SHORT = 16_000
"""Characters of a text over which work that grows with the square takes long enough to be seen, and not longer."""
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


def growth_of(function: TextFunction, piece: str, end: str, length: int, seconds: float) -> Growth:
    """How the work grows from half of the length to all of it.

    Args:
        function: what is measured. What it raises is no matter of this.
        piece: what the text is full of.
        end: what stands behind it.
        length: characters of the longer text.
        seconds: that a call may take.
    """
    half, whole = make_text(piece, end, length // 2), make_text(piece, end, length)
    after = _time(function, whole, seconds)
    if after >= seconds:
        return Growth(length=length // 2, seconds=0, seconds_of_double=after, given_up=True)
    if after <= SLOW_GROWTH * ENOUGH:
        return Growth(length=length // 2, seconds=after, seconds_of_double=after)
    # A half that a busy machine made slow would hide that the whole takes too long.
    before = min(_time(function, half, seconds) for _ in range(ROUNDS))
    growth = Growth(length=length // 2, seconds=before, seconds_of_double=after)
    if growth.is_linear:
        return growth
    # A busy machine, or a garbage collector: only what is slow again is slow.
    before = min(_time(function, half, seconds) for _ in range(ROUNDS))
    after = min(_time(function, whole, seconds) for _ in range(ROUNDS))
    return Growth(length=length // 2, seconds=before, seconds_of_double=after)


def slow_growth(function: TextFunction, piece: str, longest: int, seconds: float) -> tuple[str, Growth] | None:
    """The first text over which the work grows faster than the text: what stands at its end, and the figures.

    Every end is tried over a short text, where a pattern that goes back shows itself, and the first over the longest.
    """
    for length, ends in ((min(SHORT, longest), ENDS), (longest, ENDS[:1])):
        for end in ends:
            growth = growth_of(function, piece, end, length, seconds)
            if not growth.is_linear:
                return end, growth
    return None


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
