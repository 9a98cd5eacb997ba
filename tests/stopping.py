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
    return len(kinds_of_writes(work, root))


def kinds_of_writes(work: Callable[[], object], root: Path) -> tuple[str, ...]:
    """Each of those changes, in order, by what is done and in which of the folders at the top. The work is done."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        seen: list[str] = []

        def note(event: str, arguments: tuple[object, ...]) -> None:
            if _is_change(event, arguments, root):
                seen.append(f"{event} {_where(arguments, root)}")

        sys.addaudithook(note)
        _work_and_end(work, lambda: os.write(writing, "\n".join(seen).encode()))
    os.close(writing)
    with os.fdopen(reading) as told:
        kinds = told.read().splitlines()
    os.waitpid(process, 0)
    return tuple(kinds)


def some_of(kinds: tuple[str, ...], others: int, about: str = "") -> list[int]:
    """The writes that a test stops at, by their numbers from 1: where one kind of write follows on another, the last
    one, and some others, evenly spread. With ``EVERY_WRITE=1`` in the environment, all of them.

    Args:
        kinds: All writes.
        others: How many others, about.
        about: Only kinds that have this in their name.
    """
    if os.environ.get("EVERY_WRITE"):
        return list(range(1, len(kinds) + 1))
    wanted = [place for place, kind in enumerate(kinds) if about in kind]
    changes = {place for place in wanted if place == 0 or kinds[place - 1] != kinds[place]}
    return sorted(place + 1 for place in changes.union(wanted[:: 1 + len(wanted) // others], wanted[-1:]))


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


def _where(arguments: tuple[object, ...], root: Path) -> str:
    """``.cache/staging``, or ``.cache/staging > output/strandby`` of what is moved."""
    paths = [Path(path) for path in arguments[:2] if isinstance(path, str | os.PathLike)]
    inside = [path.relative_to(root).parts for path in paths if path.is_relative_to(root)]
    return " > ".join("/".join(parts[: 2 if parts[0] == ".cache" else 1]) for parts in inside if parts)


def _work_and_end(work: Callable[[], object], tell: Callable[[], object]) -> None:
    """The end of the forked process: nothing of the tests' own process may run in it."""
    try:
        work()
        tell()
    except BaseException:
        os._exit(1)
    os._exit(0)
