"""What the last build knew of each page, so that an unchanged one need not be rendered again.

It lies under ``.cache/pages/``, one file a municipality, and can be thrown away at any time. A damaged file is as good
as none.

A file of the output is known again by its size and its time, without being read. After a build that was broken off
while it changed the output, times tell nothing: the clock may have been set back. So such a build leaves a mark.
"""

from pathlib import Path

import msgspec
from msgspec.structs import replace

from referat.atomic import write_atomic
from referat.site.digest import digest_bytes
from referat.site.links import PageLinks

_FORMAT = b"referat pages 1\n"
_DIGEST = len(digest_bytes())
_CHANGING = "changing"
"""The mark: a file beside the pages' folder."""


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
    links: PageLinks


_encoder = msgspec.msgpack.Encoder(order="deterministic")
_decoder = msgspec.msgpack.Decoder(dict[str, Rendered])


def read_pages(folder: Path, part: str) -> dict[str, Rendered]:
    """The pages of a part of the site by their URL; empty where nothing usable is kept."""
    try:
        kept = _file(folder, part).read_bytes()
    except OSError:
        return {}
    digest, body = kept[len(_FORMAT) : len(_FORMAT) + _DIGEST], kept[len(_FORMAT) + _DIGEST :]
    if not kept.startswith(_FORMAT) or digest_bytes(body) != digest:
        return {}
    try:
        pages = _decoder.decode(body)
    except msgspec.MsgspecError:
        return {}
    if (folder / _CHANGING).exists():
        return {url: replace(page, modified=0) for url, page in pages.items()}
    return pages


def note_changing(folder: Path) -> None:
    """Before the output is changed: until `note_changed`, no time of a file in it is trusted."""
    write_atomic(folder / _CHANGING, b"")


def note_changed(folder: Path) -> None:
    """The output is what the pages that are kept tell of it."""
    (folder / _CHANGING).unlink()


def write_pages(folder: Path, part: str, pages: dict[str, Rendered]) -> None:
    """Keep the pages of a part of the site for the next build."""
    body = _encoder.encode(pages)
    write_atomic(_file(folder, part), _FORMAT + digest_bytes(body) + body)


def remove_other_parts(folder: Path, parts: set[str]) -> None:
    """Forget the parts that the site no longer has."""
    keep = {_file(folder, part) for part in parts}
    for path in (folder / "pages").glob("*"):
        if path not in keep:
            path.unlink()


def _file(folder: Path, part: str) -> Path:
    return folder / "pages" / f"{part}.msgpack"
