"""How many indexing programs run at the same time, however many processes build: a large municipality takes 200 MB."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

AT_A_TIME = 2
_ROUND = 0.02
"""Seconds between two looks for a free slot."""


@contextmanager
def a_slot(folder: Path, count: int = AT_A_TIME) -> Iterator[None]:
    """Wait until fewer than so many others work, and keep a place among them.

    The system gives the place free when its process ends, however it ends.

    Args:
        folder: Where all of them look. It must be there.
        count: How many may work.
    """
    slots = [(folder / f"slot-{number}").open("ab") for number in range(count)]
    try:
        while not any(map(_take, slots)):
            time.sleep(_ROUND)
        yield
    finally:
        for slot in slots:
            slot.close()


def _take(slot: IO[bytes]) -> bool:
    try:
        fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
