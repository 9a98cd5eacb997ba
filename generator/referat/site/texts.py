"""The records on disk as files: by what a build knows, mostly without reading, that one is what it was.

Size and time tell it on the machine where the last build ran. Where they differ, as in a fresh clone, the bytes do.
"""

import os
import re
import stat
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from referat.site.discover import MINUTES, find_records

_GLANCE = 4_000
"""Bytes in which the front matter of nearly every record names the municipality."""
_NAMED = re.compile(r"^municipality:[ \t]*[\"']?([^\r\n\"'#]+)", re.MULTILINE)

UNSETTLED_NS = 2_000_000_000
"""A file that was changed so shortly before it was looked at may be changed again within the same tick of the clock."""


class Text(Struct, frozen=True, array_like=True):
    """A record's file as it was found."""

    path: str
    """Relative to the site's folder, with slashes."""
    size: int
    modified: int
    """In nanoseconds since 1970. 0 where the time tells nothing: the bytes must be read each time."""
    digest: bytes = b""
    """Of its bytes. Empty while nobody has read them."""

    @property
    def is_known(self) -> bool:
        """Whether the digest is that of what is there now."""
        return bool(self.digest and self.modified)


def find_texts(root: Path, known: Mapping[str, Text], below: str = MINUTES) -> tuple[Text, ...]:
    """All records in alphabetical order, those with their digest that are what they were.

    Args:
        root: The site's folder.
        known: The records of the last build by their path.
        below: A folder of them, if no other is to be looked into.
    """
    settled = time.time_ns() - UNSETTLED_NS
    return tuple(_text(root, path, known.get(path), settled) for path in find_records(root, below))


def _text(root: Path, path: str, known: Text | None, settled: int) -> Text:
    try:
        status = os.lstat(root / path)
    except OSError:
        return Text(path, 0, 0)
    if not stat.S_ISREG(status.st_mode):
        # What a link leads to may change without the link.
        return Text(path, 0, 0)
    if known is not None and (known.size, known.modified) == (status.st_size, status.st_mtime_ns):
        return known
    return Text(path, status.st_size, status.st_mtime_ns if status.st_mtime_ns < settled else 0)


def folder_of(path: str) -> str:
    """The name of the folder of a municipality's records. Empty where the record lies beside those folders."""
    top, _, rest = path.removeprefix(f"{MINUTES}/").partition("/")
    return top if rest else ""


def named_municipality(root: Path, path: str) -> str:
    """The municipality that a record names at its beginning, as far as it is seen at a glance. Empty where it isn't."""
    try:
        with (root / path).open("rb") as file:
            beginning = file.read(_GLANCE).decode("utf-8", "replace")
    except OSError:
        return ""
    found = _NAMED.search(beginning)
    return found[1] if found else ""


def by_path(texts: Iterator[Text]) -> dict[str, Text]:
    """The texts, to be found by their path."""
    return {text.path: text for text in texts}
