"""The output folder: all of it is the build's, and it is changed only when everything is made.

Pages are written to a folder beside the cache first. When all are there they are moved into place, each at once, and
what the site no longer has is removed. A build that fails on the way leaves the output as it was. One that is killed
while it moves leaves no page that a reader can come to without what it links to: docs/adr/0009-a-site-in-its-place.md.
"""

import errno
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath

from referat.atomic import is_broken_off, write_atomic
from referat.problems import Problem, ProblemError

MARKER = ".referat"
"""The file that says that a folder is a build's output: a folder without it is never emptied."""
MARKER_TEXT = b"Made by referat. Everything in this folder is replaced or removed by the next build.\n"


def check_ownership(output: Path) -> None:
    """Make sure that the folder may be emptied.

    Raises:
        ProblemError: it holds files and no build has made it.
    """
    if (
        output.is_dir()
        and not (output / MARKER).is_file()
        and any(not is_broken_off(path.name) for path in output.iterdir())
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
    """The files of the next site that differ from what the output folder has."""

    def __init__(self, output: Path, folder: Path) -> None:
        self._output = output
        self._folder = folder
        self._waiting: list[str] = []
        self._numbers: dict[str, int] = {}
        shutil.rmtree(folder, ignore_errors=True)

    def add(self, path: str, content: bytes) -> None:
        """Take a file, by its path in the output, unless the output has just the same."""
        if not _has(self._output / path, content):
            if not self._waiting:
                self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / str(len(self._waiting))).write_bytes(content)
            self._numbers[path] = len(self._waiting)
            self._waiting.append(path)

    def read(self, path: str) -> bytes:
        """What a file will hold when all is published.

        Raises:
            OSError: there is no such file, here or in the output.
        """
        number = self._numbers.get(path)
        return (self._output / path if number is None else self._folder / str(number)).read_bytes()

    def publish(self, before_replacing: Callable[[], object] = lambda: None) -> tuple[str, ...]:
        """Move everything into place and name it.

        What is new comes first: nothing leads there yet. So when the first page is replaced, all that it can lead to
        is there.

        Args:
            before_replacing: What else is to be changed in the output when all that is new is there, and nothing yet
                is replaced.
        """
        new: list[tuple[int, str]] = []
        replaced: list[tuple[int, str]] = []
        for file in enumerate(self._waiting):
            (replaced if (self._output / file[1]).exists() else new).append(file)
        folders: set[str] = set()
        self._move(new, folders)
        before_replacing()
        self._move(replaced, folders)
        shutil.rmtree(self._folder, ignore_errors=True)
        return tuple(self._waiting)

    def _move(self, files: list[tuple[int, str]], folders: set[str]) -> None:
        for number, path in files:
            _make_way(self._output, path, folders)
            _move(self._folder / str(number), self._output / path)


def _has(path: Path, content: bytes) -> bool:
    try:
        return not path.is_symlink() and path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _make_way(output: Path, path: str, known: set[str]) -> None:
    """Make the folder of a file, and remove what stands where a folder must be.

    Args:
        output: The output folder.
        path: The file, relative to it.
        known: The folders that are known to be there, and no links to somewhere else. Those that are made are added.
    """
    folder = path.rpartition("/")[0]
    if folder in known:
        return
    if folder:
        _make_way(output, folder, known)
    place = output / folder
    if folder and (place.is_symlink() or place.is_file()):
        place.unlink()
    place.mkdir(parents=not folder, exist_ok=True)
    known.add(folder)


def _move(source: Path, target: Path) -> None:
    try:
        source.replace(target)
    except IsADirectoryError:
        shutil.rmtree(target)
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        write_atomic(target, source.read_bytes(), durable=False)


def prune(output: Path, keep: Iterable[str], untouched: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Remove every file that the site no longer has, then the folders left empty, and name the files.

    Args:
        output: The output folder.
        keep: The files of the site.
        untouched: Folders at the top that others keep in order.
    """
    kept = frozenset(keep)
    removed = sorted(path for path in _files(output, untouched) if path not in kept)
    for path in removed:
        (output / path).unlink()
    for folder in sorted({parent for path in removed for parent in PurePosixPath(path).parents}, reverse=True):
        if folder.name and not any((output / folder).iterdir()):
            (output / folder).rmdir()
    return tuple(removed)


def _files(output: Path, untouched: frozenset[str]) -> Iterator[str]:
    """All files below the folder; a link to a folder is a file, too: what it leads to is not ours."""
    for folder, folders, files in os.walk(output):
        relative = PurePosixPath(Path(folder).relative_to(output).as_posix())
        if relative == PurePosixPath("."):
            folders[:] = [name for name in folders if name not in untouched]
        links = [name for name in folders if Path(folder, name).is_symlink()]
        yield from ((relative / name).as_posix() for name in [*files, *links])
