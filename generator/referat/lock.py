"""One command at a time changes a site: a second one waits for the first."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from referat.problems import Problem, ProblemError
from referat.unshared import keep_from_git

FILE = "lock"
"""In a cache folder. The system takes the lock away with its process, however that ends: none is ever left over."""
PATIENCE = 60.0
"""Seconds that a command waits for another one."""
_ROUND = 0.05


@contextmanager
def locked(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Work in the folder alone among all processes and threads that ask for it.

    Raises:
        ProblemError: another one has not ended its work after `patience` seconds.
    """
    folder.mkdir(parents=True, exist_ok=True)
    keep_from_git(folder)
    with (folder / FILE).open("a+b") as file:
        _take(file.fileno(), folder, time.monotonic() + patience)
        file.truncate(0)
        file.write(f"{os.getpid()}\n".encode())
        file.flush()
        yield


def _take(handle: int, folder: Path, until: float) -> None:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise ProblemError(_busy(folder)) from None
            time.sleep(_ROUND)
        else:
            return


def _busy(folder: Path) -> Problem:
    holder = (folder / FILE).read_text(errors="replace").strip()
    who = f"process {holder}" if holder.isdigit() else "another process"
    return Problem(
        code="site_busy",
        message=f"Another command is at work on this site ({who})",
        advice="Run this one again when that is done.",
    )
