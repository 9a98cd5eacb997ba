"""Watches the site's sources: what a person edits, and nothing that a build writes."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

OnChange: TypeAlias = Callable[[Collection[str], bool], None]

FOLDERS = ("content", "themes")
FILES = ("site.toml",)

_KINDS = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    DirCreatedEvent,
    DirMovedEvent,
    DirDeletedEvent,
]
"""Changes. To be told of files that are only opened would make every build cause the next one."""
_SCRATCH_ENDS = ("~", ".swp", ".swx", ".tmp", ".bak", "___jb_tmp___", "___jb_old___")
_SCRATCH_STARTS = (".", "#")


@contextmanager
def watch_sources(root: Path, on_change: OnChange) -> Iterator[None]:
    """Call `on_change`, from another thread, each time a source of the site in `root` changes.

    It is told the names of the files and folders, relative to the site's folder, and whether they are sources. What is
    none, but lies where they lie, is what editors write beside the file that is edited, just before they put it in its
    place: that a file is renamed is told only after half a second.

    An editor that saves by writing a new file and renaming it is seen by the rename. A folder that is made later is
    watched from then on.
    """
    observer = Observer()
    handler = _Handler(root, on_change)
    handler.watch_folder = lambda name: observer.schedule(
        handler, str(root / name), recursive=True, event_filter=_KINDS
    )
    observer.schedule(handler, str(root), event_filter=_KINDS)
    for name in FOLDERS:
        if (root / name).is_dir():
            handler.watch_folder(name)
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()


class _Handler(FileSystemEventHandler):
    def __init__(self, root: Path, on_change: OnChange) -> None:
        self._root = root
        self._on_change = on_change
        self.watch_folder: Callable[[str], object] = lambda name: name

    def on_any_event(self, event: FileSystemEvent) -> None:
        names = [self._name(path) for path in (event.src_path, event.dest_path) if path]
        if isinstance(event, DirCreatedEvent | DirMovedEvent) and names[-1] in FOLDERS:
            with suppress(OSError):  # it may be gone again
                self.watch_folder(names[-1])
        sources = {name for name in names if is_source(name)}
        if sources:
            self._on_change(sources, True)
        elif beside := {name for name in names if name.split("/")[0] in FOLDERS}:
            self._on_change(beside, False)

    def _name(self, path: bytes | str) -> str:
        found = Path(path.decode() if isinstance(path, bytes) else path)
        return found.relative_to(self._root).as_posix() if found.is_relative_to(self._root) else ""


def is_source(name: str) -> bool:
    """Whether the site is made of the file or folder, given by its path in the site's folder.

    What editors write beside the file that is edited is none.
    """
    parts = name.split("/")
    if any(part.startswith(_SCRATCH_STARTS) or part.endswith(_SCRATCH_ENDS) for part in parts):
        return False
    return parts[0] in FOLDERS or name in FILES
