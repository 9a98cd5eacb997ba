"""Work that is stopped at any one of its writes: as by ``kill -9``, or because the disk is full from then on.

Every change of the disk raises an audit event of Python, whoever makes it: nothing has to be prepared for this in the
program. An audit hook cannot be taken away again, so that the work is done by a process of its own.
"""

import errno
import os
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

_CHANGES = frozenset({"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate"})
_NEEDS_ROOM = frozenset({"open", "os.mkdir", "os.rename", "os.link", "os.symlink"})
"""Changes that a full disk refuses. To remove something always works."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_KILLED = 137


class How(StrEnum):
    """How work is stopped."""

    KILLED = "killed"
    FULL_DISK = "full disk"


def count_writes(work: Callable[[], object], root: Path) -> int:
    """How many changes the work makes below the folder when nothing stops it. The work is done."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        seen = 0

        def note(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            seen += _is_change(event, arguments, root)

        sys.addaudithook(note)
        _work_and_end(work, lambda: os.write(writing, str(seen).encode()))
    os.close(writing)
    with os.fdopen(reading) as told:
        count = told.read()
    os.waitpid(process, 0)
    return int(count)


def stop_at(number: int, how: How, work: Callable[[], object], root: Path) -> None:
    """Do the work in a process that is stopped at its write of that number, from 1."""
    process = os.fork()
    if process == 0:
        seen = 0

        def stop(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            if not _is_change(event, arguments, root):
                return
            seen += 1
            if seen >= number and how is How.KILLED:
                os._exit(_KILLED)
            if seen >= number and event in _NEEDS_ROOM:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        sys.addaudithook(stop)
        _work_and_end(work, lambda: None)
    os.waitpid(process, 0)


def _is_change(event: str, arguments: tuple[object, ...], root: Path) -> bool:
    if event == "open":
        flags = arguments[2]
        changes = isinstance(flags, int) and bool(flags & _WRITING)
    else:
        changes = event in _CHANGES
    if not changes or not isinstance(arguments[0], str | os.PathLike):
        return False
    path = Path(arguments[0])
    return path.is_relative_to(root) and not (event == "os.mkdir" and path.is_dir())


def _work_and_end(work: Callable[[], object], tell: Callable[[], object]) -> None:
    """The end of the forked process: nothing of the tests' own process may run in it."""
    try:
        work()
        tell()
    except BaseException:
        os._exit(1)
    os._exit(0)
