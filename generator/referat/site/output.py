"""The output folder: all of it is the build's, and it is changed only when everything is made.

Pages are written to a folder beside the cache first, each in its place as in the output. When all are there they are
moved, whole folders at once where the output has none of the name, and what the site no longer has is removed. A build
that fails on the way leaves the output as it was. One that is killed while it moves leaves no page that a reader can
come to without what it links to: docs/adr/0009-a-site-in-its-place.md.
"""

import errno
import os
import shutil
import stat
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from referat.atomic import is_broken_off, write_atomic
from referat.problems import Problem, ProblemError

MARKER = ".referat"
"""The file that says that a folder is a build's output: a folder without it is never emptied."""
MARKER_TEXT = b"Made by referat. Everything in this folder is replaced or removed by the next build.\n"
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def check_ownership(output: Path, ours: Collection[str] = ()) -> None:
    """Make sure that the folder may be emptied.

    Args:
        output: The output folder.
        ours: Names in it that no page has, and that are a build's all the same.

    Raises:
        ProblemError: it holds files and no build has made it.
    """
    if (
        output.is_dir()
        and not (output / MARKER).is_file()
        and any(path.name not in ours and not is_broken_off(path.name) for path in output.iterdir())
    ):
        raise ProblemError(
            Problem(
                code="output_not_ours",
                message=f"{output.name}/ holds files that no build made: it is not touched",
                path=output.as_posix(),
                advice="A build replaces everything in its output folder. Name another folder, or empty this one.",
            )
        )
    if output.exists() and not output.is_dir():
        raise ProblemError(
            Problem(
                code="output_no_folder",
                message=f"{output.name} is a file, and the site needs a folder",
                path=output.as_posix(),
                advice="Name another folder, or delete the file.",
            )
        )


class Staging:
    """The files of the next site that differ from what the output folder has.

    Several processes may stage at the same time, each with an object of its own, as long as no two stage one file.

    Args:
        output: The output folder.
        folder: Where files wait. What is there from a build that was broken off must be gone (`clear`).
    """

    def __init__(self, output: Path, folder: Path) -> None:
        self._output = str(output)
        self._folder = str(folder)
        self._waiting: dict[str, None] = {}
        self._folders: set[str] = set()
        self._tops: dict[str, bool] = {}

    @property
    def waiting(self) -> tuple[str, ...]:
        """The files that wait, in order."""
        return tuple(self._waiting)

    def add(self, path: str, content: bytes) -> int:
        """Take a file, by its path in the output, unless the output has just the same.

        Returns:
            The time by which the file will be known in the output, in nanoseconds since 1970.
        """
        if self._may_have(path):
            modified = _same_since(f"{self._output}/{path}", content)
            if modified is not None:
                return modified
        place = f"{self._folder}/{path}"
        self._make_folder(path.rpartition("/")[0])
        modified = _write(place, content)
        self._waiting[path] = None
        return modified

    def read(self, path: str) -> bytes:
        """What a file will hold when all is published.

        Raises:
            OSError: there is no such file, here or in the output.
        """
        return Path(self._folder if path in self._waiting else self._output, path).read_bytes()

    def _may_have(self, path: str) -> bool:
        """Whether the output has the folder at its top that the file is in: a first build need not look for each."""
        top = path.partition("/")[0]
        if top not in self._tops:
            self._tops[top] = os.path.lexists(f"{self._output}/{top}")
        return self._tops[top]

    def _make_folder(self, folder: str) -> None:
        """Make the folder for a file, by its path in the output."""
        if folder in self._folders:
            return
        if folder:
            self._make_folder(folder.rpartition("/")[0])
            with suppress(FileExistsError):  # another process has made it
                os.mkdir(f"{self._folder}/{folder}")  # noqa: PTH102 - as below
        else:
            os.makedirs(self._folder, exist_ok=True)  # noqa: PTH103 - as below
        self._folders.add(folder)


def _write(place: str, content: bytes) -> int:
    """Write a new file, and tell the time that it has."""
    # A file and a path as objects would take longer than to write it, and there are a hundred thousand of them.
    file = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        written = os.write(file, content)
        while written < len(content):
            written += os.write(file, content[written:])
        return os.fstat(file).st_mtime_ns
    finally:
        os.close(file)


def read_file(path: str, size: int) -> bytes:
    """What a file of the output holds, and no more of it than what shows that it is larger than was thought.

    Raises:
        OSError: it cannot be read, or is a link.
    """
    file = os.open(path, os.O_RDONLY | _NO_LINK)
    try:
        return os.read(file, size + 1)
    finally:
        os.close(file)


def clear(folder: Path) -> None:
    """Throw away what waits in a folder of staged files."""
    shutil.rmtree(folder, ignore_errors=True)


def publish(folder: Path, output: Path, before_replacing: Callable[[], object] = lambda: None) -> None:
    """Move everything that was staged in the folder into place.

    What is new comes first: nothing leads there yet. So when the first page is replaced, all that it can lead to
    is there.

    Args:
        folder: Of the staged files.
        output: The output folder.
        before_replacing: What else is to be changed in the output when all that is new is there, and nothing yet
            is replaced.
    """
    replaced: list[tuple[str, str]] = []
    if folder.is_dir():
        output.mkdir(parents=True, exist_ok=True)
        _move_new(str(folder), str(output), replaced)
    before_replacing()
    for source, target in replaced:
        _replace(source, target)
    clear(folder)


def _same_since(path: str, content: bytes) -> int | None:
    """Since when the file has just this content. None where it has not."""
    try:
        status = os.lstat(path)
        if status.st_size != len(content) or not stat.S_ISREG(status.st_mode):
            return None
        return status.st_mtime_ns if read_file(path, len(content)) == content else None
    except OSError:
        return None


def _move_new(source: str, target: str, replaced: list[tuple[str, str]]) -> None:
    """Move what has nothing of its name in the target folder, and note the rest. The mark of a build's output, whose
    name comes first, is there before anything else.
    """
    with os.scandir(source) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        place = f"{target}/{entry.name}"
        if not os.path.lexists(place):
            _move(entry.path, place)
        elif entry.is_dir() and os.path.isdir(place) and not os.path.islink(place):  # noqa: PTH112, PTH114 - as above
            _move_new(entry.path, place, replaced)
        else:
            replaced.append((entry.path, place))


def _replace(source: str, target: str) -> None:
    """Put a file or a folder in the place of whatever has its name. A link goes, and what it leads to stays."""
    if os.path.isdir(source) or (os.path.isdir(target) and not os.path.islink(target)):  # noqa: PTH112, PTH114 - as above
        remove_whole(Path(target))
    _move(source, target)


def remove_whole(path: Path) -> None:
    """Remove a file, a link or a folder with all that is in it."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _move(source: str, target: str) -> None:
    try:
        os.replace(source, target)  # noqa: PTH105 - as above
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _copy(Path(source), Path(target))


def _copy(source: Path, target: Path) -> None:
    """The output is on another disk than the cache: there each file appears whole."""
    if source.is_dir():
        for path in sorted(source.iterdir()):
            _copy(path, target / path.name)
    else:
        write_atomic(target, source.read_bytes(), durable=False)


def remove(output: Path, paths: Iterable[str]) -> None:
    """Remove files of the output, then the folders left empty."""
    folders: set[PurePosixPath] = set()
    for path in paths:
        remove_whole(output / path)
        folders.update(PurePosixPath(path).parents)
    for folder in sorted(folders, reverse=True):
        place = output / folder
        if folder.name and place.is_dir() and not any(place.iterdir()):
            place.rmdir()
