"""The site's texts on disk: which files there are, and what they say."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from referat.problems import Problem

MINUTES = "content/minutes"
PAGES = "content/pages"
CONTENT = "content"
LARGEST = 10_000_000
"""Bytes of a text. The longest minutes that an import takes have half of that."""


def find_records(root: Path, below: str = MINUTES) -> tuple[str, ...]:
    """The paths of all records, relative to the site's folder, in alphabetical order.

    Args:
        root: The site's folder.
        below: A folder of them, if no other is to be looked into.
    """
    return _sorted(_found(root, below))


def find_pages(root: Path) -> tuple[str, ...]:
    """The paths of all pages of the site's own text."""
    return _sorted(path for path in _found(root, PAGES) if PurePosixPath(path).parent.as_posix() == PAGES)


def _sorted(paths: Iterator[str]) -> tuple[str, ...]:
    return tuple(sorted(paths))


def _found(root: Path, top: str) -> Iterator[str]:
    """The texts below a folder. A link to another folder is not gone into, but found: who reads it is told why."""
    for place, folders, files in os.walk(root / top):
        folders[:] = [name for name in folders if not name.startswith(".")]
        folder = Path(place).relative_to(root).as_posix()
        yield from (f"{folder}/{name}" for name in folders if Path(place, name).is_symlink())
        yield from (f"{folder}/{name}" for name in files if _is_text(name) and Path(place, name).is_file())


def _is_text(name: str) -> bool:
    return name.endswith(".md") and not name.startswith(".")


def find_link(root: Path, path: str, addresses: Iterable[str]) -> int | None:
    """The first line of the file with a Markdown link to one of the addresses, from 1. None where there is none."""
    text = read_text(root, path)
    if isinstance(text, Problem):
        return None
    link = re.compile(rf"(?<![^\s(<])(?:{'|'.join(map(re.escape, addresses))})(?![^\s)>])")
    found = link.search(text)
    return None if found is None else text.count("\n", 0, found.start()) + 1


def _refused(root: Path, path: str) -> Problem | None:
    """A link may lead to another text of the site. What it leads to outside of it was never meant to be published."""
    file = root / path
    if file.is_symlink() and (file.is_dir() or not file.resolve().is_relative_to((root / CONTENT).resolve())):
        return Problem(
            code="link_leads_away",
            message="This is a link to something that is no text below content/, and is not followed",
            path=path,
            advice="Put the file itself here, or take the link away.",
        )
    if file.is_file() and file.stat().st_size > LARGEST:
        return Problem(
            code="file_too_large",
            message=f"The file has more than {LARGEST // 1_000_000} MB: no meeting has that much text",
            path=path,
            advice="Divide it, or look what it really is.",
        )
    return None


def read_text(root: Path, path: str) -> str | Problem:
    """The file's text, or why it cannot be read: the first place where it is none, a link that leads away, its size."""
    content = read_bytes(root, path)
    return content if isinstance(content, Problem) else decode_text(content, path)


def read_bytes(root: Path, path: str) -> bytes | Problem:
    """The file's bytes, or why they cannot be had."""
    refused = _refused(root, path)
    if refused is not None:
        return refused
    try:
        return (root / path).read_bytes()
    except OSError as error:
        return Problem(
            code="file_unreadable",
            message=f"The file cannot be read: {error.strerror}",
            path=path,
            advice="Make the file readable, or delete it.",
        )


def decode_text(content: bytes, path: str) -> str | Problem:
    """The text of a file, with the line breaks of all systems made one; or the first place where it is none."""
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", errors="replace")
        return Problem(
            code="not_utf8",
            message="The file is not UTF-8 text from here on",
            path=path,
            line=before.count("\n") + 1,
            column=len(before) - before.rfind("\n"),
            advice="Open it in an editor with the encoding it was written in, and save it as UTF-8.",
        )
