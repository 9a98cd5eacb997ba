"""What the last build knew of each page, so that an unchanged one need not be rendered again.

It lies under ``.cache/pages/``, two files a part of the site, and can be thrown away at any time.

A file of the output is known again by its size and its time, without being read. After a build that was broken off
while it changed the output, times tell nothing: the clock may have been set back. So such a build leaves a mark. One
that was broken off while it made pages leaves another.
"""

from collections.abc import Collection
from pathlib import Path

import msgspec
from msgspec.structs import replace

from referat.atomic import write_atomic
from referat.site.kept import Kept
from referat.site.links import PageLinks

FOLDER = "pages"
_CHANGING = "changing"
_MAKING = "making"
"""The marks: files beside the pages' folder."""


class Rendered(msgspec.Struct, frozen=True, array_like=True):
    """A page as it was rendered."""

    key: bytes
    """`Renderer.key` of what it was made from."""
    content: bytes
    """The digest of its bytes."""
    size: int
    modified: int
    """When its file in the output was written, in nanoseconds since 1970; 0 where that is not known. While size and
    time are the same, the file need not be read to know that it is; on another machine it is read."""


class LinkedPage(msgspec.Struct, frozen=True, array_like=True):
    """What a page links to and what can be linked to in it, and the file to name in a problem with that: the record, or
    the page in the output.
    """

    path: str
    content: PageLinks


class Pages(msgspec.Struct, frozen=True):
    """The pages of a part of the site by their URL, as one build made them."""

    key: bytes = b""
    """Of all that they were made from. What the cache tells of pages, links and facts belongs together only where it
    has one key: a build may have been broken off between them."""
    rendered: dict[str, Rendered] = {}


class Links(msgspec.Struct, frozen=True):
    """The links of a part's pages by their URL."""

    key: bytes = b""
    linked: dict[str, LinkedPage] = {}


_pages = Kept(Pages)
_links = Kept(Links)


def read_pages(folder: Path, part: str) -> Pages:
    """The pages of a part; none where nothing usable is kept."""
    pages = _pages.read(_file(folder, part, "pages")) or Pages()
    if is_changing(folder):
        return Pages(pages.key, {url: replace(page, modified=0) for url, page in pages.rendered.items()})
    return pages


def write_pages(folder: Path, part: str, pages: Pages) -> None:
    """Keep the pages of a part of the site for the next build."""
    _pages.write(_file(folder, part, "pages"), pages)


def read_links(folder: Path, part: str) -> Links:
    """The links of a part's pages; none where nothing usable is kept."""
    return _links.read(_file(folder, part, "links")) or Links()


def write_links(folder: Path, part: str, links: Links) -> None:
    """Keep the links of a part's pages for the next build."""
    _links.write(_file(folder, part, "links"), links)


def is_changing(folder: Path) -> bool:
    """Whether a build was broken off while it changed the output."""
    return (folder / _CHANGING).exists()


def is_unfinished(folder: Path) -> bool:
    """Whether a build was broken off, so that the cache may tell of pages that were never published."""
    return (folder / _MAKING).exists() or is_changing(folder)


def note_making(folder: Path) -> None:
    """Before parts are made: until `note_changed`, what is remembered of a part may not be what is kept of it."""
    if not (folder / _MAKING).exists():
        write_atomic(folder / _MAKING, b"", durable=False)


def note_changing(folder: Path) -> None:
    """Before the output is changed: until `note_changed`, no time of a file in it is trusted."""
    write_atomic(folder / _CHANGING, b"")


def note_changed(folder: Path) -> None:
    """The output is what the pages that are kept tell of it."""
    (folder / _CHANGING).unlink(missing_ok=True)
    (folder / _MAKING).unlink(missing_ok=True)


def remove_other_parts(folder: Path, parts: Collection[str]) -> None:
    """Forget the parts that the site no longer has, in this and every folder of the cache that has a file a part."""
    for path in folder.glob("*"):
        if path.stem not in parts:
            path.unlink()


def _file(folder: Path, part: str, what: str) -> Path:
    return folder / FOLDER / f"{part}.{what}"
