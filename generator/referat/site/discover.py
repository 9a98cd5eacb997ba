"""The site's texts on disk: which files there are, and what they say."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from referat.problems import Problem

MINUTES = "content/minutes"
PAGES = "content/pages"


def find_records(root: Path) -> tuple[str, ...]:
    """The paths of all records, relative to the site's folder, in alphabetical order."""
    return _find(root, (root / MINUTES).rglob("*.md"))


def find_pages(root: Path) -> tuple[str, ...]:
    """The paths of all pages of the site's own text."""
    return _find(root, (root / PAGES).glob("*.md"))


def _find(root: Path, paths: Iterator[Path]) -> tuple[str, ...]:
    names = (path.relative_to(root) for path in paths if path.is_file())
    return tuple(sorted(name.as_posix() for name in names if not any(part.startswith(".") for part in name.parts)))


def find_link(root: Path, path: str, addresses: Iterable[str]) -> int | None:
    """The first line of the file with a Markdown link to one of the addresses, from 1. None where there is none."""
    text = read_text(root, path)
    if isinstance(text, Problem):
        return None
    link = re.compile(rf"(?<![^\s(<])(?:{'|'.join(map(re.escape, addresses))})(?![^\s)>])")
    found = link.search(text)
    return None if found is None else text.count("\n", 0, found.start()) + 1


def read_text(root: Path, path: str) -> str | Problem:
    """The file's text, or where it stops being readable."""
    try:
        content = (root / path).read_bytes()
    except OSError as error:
        return Problem(
            code="file_unreadable",
            message=f"The file cannot be read: {error.strerror}",
            path=path,
            advice="Make the file readable, or delete it.",
        )
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
