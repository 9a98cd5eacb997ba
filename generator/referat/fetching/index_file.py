"""The index of a municipality on disk: one line a publication or record, so that git shows what changed.

It lies in ``content/``, which is versioned: without it a site that is built on a new machine each night would ask for
everything again each night, and would take its own records for a person's.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeAlias

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from referat.atomic import write_atomic
from referat.fetching.index import Index, Known, Mark
from referat.problems import Problem, ProblemError
from referat.vocabulary.slugs import slugify

if TYPE_CHECKING:
    from pathlib import Path

    from referat.fetching.provider import Portal

FOLDER = "content/fetched"
SCHEMA = 1


class _Head(Struct, frozen=True, kw_only=True, tag="portal"):
    schema: int
    municipality: str
    provider: str
    host: str


_Entry: TypeAlias = _Head | Known | Mark
_DECODER: msgspec.json.Decoder[_Entry] = msgspec.json.Decoder(_Entry)


def index_path(municipality: str) -> str:
    """``content/fetched/strandby.jsonl``, relative to the site's folder."""
    return f"{FOLDER}/{slugify(municipality) or '_'}.jsonl"


def read_index(root: Path, portal: Portal) -> Index:
    """What is known of the portal; nothing where it was never fetched from.

    Raises:
        ProblemError: it cannot be read. To go on without it would be to forget all identities.
    """
    found = _read(root, index_path(portal.municipality))
    return found or Index(municipality=portal.municipality, provider=portal.provider, host=portal.host)


def followed_municipalities(root: Path) -> tuple[str, ...]:
    """The municipalities that the site has fetched from, in the order of their files.

    Raises:
        ProblemError: one of the files cannot be read.
    """
    paths = sorted((root / FOLDER).glob("*.jsonl"))
    found = (_read(root, path.relative_to(root).as_posix()) for path in paths)
    return tuple(index.municipality for index in found if index is not None)


def follow_rewritten(root: Path, path: str, before: str, after: str) -> None:
    """Know a record that another command has rewritten: it is not a person's.

    Args:
        root: the site's folder.
        path: of the record.
        before: the hash of its text before.
        after: the hash of its text now.
    """
    municipality = PurePosixPath(path).parts[2:3]
    index = _read(root, index_path(*municipality)) if municipality else None
    mark = index.marks.get(path) if index is not None else None
    if index is not None and mark is not None and before in mark.ours:
        write_index(root, index.with_mark(replace(mark, written=after, pending=None)))


def _read(root: Path, path: str) -> Index | None:
    try:
        lines = (root / path).read_bytes().splitlines()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ProblemError(_unreadable(path, None, str(error.strerror))) from error
    entries = [_entry(path, number, line) for number, line in enumerate(lines, 1)]
    head = entries[0] if entries else None
    if not isinstance(head, _Head) or head.schema != SCHEMA:
        raise ProblemError(_unreadable(path, 1, "its first line does not tell the portal"))
    return Index(
        municipality=head.municipality,
        provider=head.provider,
        host=head.host,
        publications={entry.id: entry for entry in entries if isinstance(entry, Known)},
        marks={entry.path: entry for entry in entries if isinstance(entry, Mark)},
    )


def write_index(root: Path, index: Index) -> None:
    """Keep it. A file that says the same is not touched."""
    path = root / index_path(index.municipality)
    head = _Head(schema=SCHEMA, municipality=index.municipality, provider=index.provider, host=index.host)
    known = sorted(index.publications.values(), key=lambda one: (one.date, one.body, one.sequence, one.id))
    marks = sorted(index.marks.values(), key=lambda mark: mark.path)
    content = msgspec.json.Encoder().encode_lines((head, *known, *marks))
    try:
        if path.read_bytes() == content:
            return
    except FileNotFoundError:
        pass
    write_atomic(path, content)


def _entry(path: str, number: int, line: bytes) -> _Entry:
    try:
        return _DECODER.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ProblemError(_unreadable(path, number, str(error))) from None


def _unreadable(path: str, line: int | None, why: str) -> Problem:
    return Problem(
        code="fetch_index_unreadable",
        message=f"What was fetched before cannot be read: {why}",
        path=path,
        line=line,
        advice="Take the file back from git. Without it, everything is fetched again.",
    )
