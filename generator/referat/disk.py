"""What people are told when the disk refuses: it is full, read-only, or not theirs to write to."""

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from referat.problems import Problem, ProblemError

_AGAIN = "and run the command again: it goes on from what is there"
_ADVICE: Mapping[int, str] = MappingProxyType(
    {
        errno.ENOSPC: f"Make room on the disk, {_AGAIN}.",
        errno.EDQUOT: f"Make room in your part of the disk, {_AGAIN}.",
        errno.EFBIG: f"Files may not become that large here: raise the limit (ulimit -f), {_AGAIN}.",
        errno.EROFS: f"The disk can only be read: make it writable or work in another folder, {_AGAIN}.",
        errno.EACCES: f"Make the file and its folder writable for you, {_AGAIN}.",
        errno.EPERM: f"Make the file and its folder writable for you, {_AGAIN}.",
        errno.ENAMETOOLONG: "Give what the file is made from a shorter name.",
        errno.EMFILE: f"Too many files are open: raise the limit (ulimit -n), {_AGAIN}.",
    }
)


@contextmanager
def telling_of_disk(root: Path) -> Iterator[None]:
    """Turn what the disk refuses into a problem that tells the file, what happened and what to do.

    Args:
        root: The site's folder, which files are named relative to.

    Raises:
        ProblemError: a file or folder could not be read, written, moved or removed.
    """
    try:
        yield
    except OSError as error:
        raise ProblemError(disk_problem(error, root)) from error


def disk_problem(error: OSError, root: Path) -> Problem:
    """What the disk refused."""
    name = error.filename2 or error.filename
    path = None if name is None else Path(os.fsdecode(name))
    if path is not None and path.is_relative_to(root):
        path = path.relative_to(root)
    return Problem(
        code="disk_failed",
        message=f"The work stopped: {error.strerror or error}",
        path=None if path is None else path.as_posix(),
        advice=_ADVICE.get(error.errno or 0, f"Look whether the disk and the file's rights are in order, {_AGAIN}."),
    )
