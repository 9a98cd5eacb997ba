"""Folders as what is in them: how much it is, and whether two hold the same."""

import hashlib
import os
from collections.abc import Collection, Iterator
from pathlib import Path

from msgspec import Struct


class Size(Struct, frozen=True):
    """Of all files in a folder and below."""

    files: int
    size: int
    """In bytes."""


def size_of(folder: Path) -> Size:
    """How many files there are, and how many bytes they have."""
    sizes = [path.stat().st_size for path in _files(folder)]
    return Size(len(sizes), sum(sizes))


def differences(one: Path, other: Path, without: Collection[str] = ()) -> list[str]:
    """The files that are not in both folders with the same bytes, by their paths.

    Args:
        one: A folder.
        other: Another.
        without: Folders at the top of either that do not count.
    """
    here, there = _digests(one, without), _digests(other, without)
    return sorted(name for name in here.keys() | there.keys() if here.get(name) != there.get(name))


def _digests(folder: Path, without: Collection[str]) -> dict[str, bytes]:
    named = ((path.relative_to(folder), path) for path in _files(folder))
    return {
        name.as_posix(): hashlib.blake2b(path.read_bytes()).digest()
        for name, path in named
        if name.parts[0] not in without
    }


def _files(folder: Path) -> Iterator[Path]:
    return (Path(place, name) for place, _, names in os.walk(folder) for name in names)
