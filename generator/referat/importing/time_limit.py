"""No document takes for ever: one that a parser or a pattern is very slow on ends in a problem.

Only the processor's own time in this process counts, so that a busy machine, or a PDF that is read in a process of its
own under limits of its own, fails no document.
"""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

LEAST_SECONDS = 60
SECONDS_A_MEGABYTE = 60
"""Minutes take eight. A file has no more than `referat.importing.sources.LARGEST` bytes."""


class TookTooLong(BaseException):
    """Raised inside the work. Nobody on the way may take it for a fault of a format: it is no `Exception`."""


def seconds_for(size: int) -> float:
    """How long a file of `size` bytes may take."""
    return LEAST_SECONDS + SECONDS_A_MEGABYTE * size / 1_000_000


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Give up after so much time of the processor.

    Only a process's main thread can be interrupted: in another one there is no limit.

    Raises:
        TookTooLong: the time is up.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _give_up)
    # A second signal follows where the first was lost in code that ignores what is raised in it.
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise TookTooLong
