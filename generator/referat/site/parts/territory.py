"""Which files of the output are a part's: everything a municipality has lies in folders of its own."""

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from referat.site.digest import digest_bytes
from referat.site.parts import SITE
from referat.site.urls import DATA


class OutputFile(NamedTuple):
    """A file as it lies in the output."""

    path: str
    """Relative to the output folder, with slashes."""
    size: int
    modified: int
    """In nanoseconds since 1970."""


def territory_of(slug: str, prefixes: Sequence[str]) -> tuple[str, ...]:
    """The folders of a municipality, relative to the output folder.

    Args:
        slug: The municipality's.
        prefixes: Of the addresses of the site's further languages: ``/en``.
    """
    return (slug, f"{DATA.strip('/')}/{slug}", *(f"{prefix.strip('/')}/{slug}" for prefix in prefixes))


def files_below(output: Path, folders: Sequence[str], *, without: Collection[str] = ()) -> Iterator[OutputFile]:
    """All files in the folders and below. A link is a file, too: what it leads to is not the site's.

    Args:
        output: The output folder.
        folders: Relative to it; "" is the output folder itself.
        without: Folders that are not looked into.
    """
    for folder in folders:
        place = f"{output}/{folder}" if folder else str(output)
        if folder and Path(place).is_symlink():
            status = os.lstat(place)
            yield OutputFile(folder, status.st_size, status.st_mtime_ns)
        else:
            yield from _files(place, f"{folder}/" if folder else "", without)


def _files(place: str, start: str, without: Collection[str]) -> Iterator[OutputFile]:
    # Text and not paths: a site has a hundred thousand files, and a path each costs more than the looking.
    folders = []
    try:
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.name)
                else:
                    status = entry.stat(follow_symlinks=False)
                    yield OutputFile(start + entry.name, status.st_size, status.st_mtime_ns)
    except (FileNotFoundError, NotADirectoryError):
        return
    for name in folders:
        if start + name not in without:
            yield from _files(f"{place}/{name}", f"{start}{name}/", without)


def files_there(output: Path, paths: Iterable[str]) -> Iterator[OutputFile]:
    """Those of these files that are there."""
    for path in paths:
        with suppress(OSError):
            status = os.lstat(output / path)
            yield OutputFile(path, status.st_size, status.st_mtime_ns)


def sizes_and_times(files: Iterable[OutputFile]) -> dict[str, tuple[int, int]]:
    """Of each file, by its path."""
    return {path: (size, modified) for path, size, modified in files}


def listing_of(files: Iterator[OutputFile] | Sequence[OutputFile]) -> bytes:
    """A digest by which it is known that the same files lie there, untouched."""
    return digest_bytes(*(f"{path}\0{size}\0{modified}".encode() for path, size, modified in sorted(files)))


def part_of_file(path: str, parts: Collection[str], prefixes: Sequence[str]) -> str:
    """The name of the part that a file of the output belongs to.

    Args:
        path: Relative to the output folder.
        parts: The names of the municipalities' parts.
        prefixes: Of the addresses of the site's further languages: ``/en``.
    """
    first, _, rest = path.partition("/")
    if first in {DATA.strip("/"), *(prefix.strip("/") for prefix in prefixes)} and rest:
        first = rest.partition("/")[0]
    return first if first in parts else SITE
