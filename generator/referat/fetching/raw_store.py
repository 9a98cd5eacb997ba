"""The answers as they came, under ``raw/``, which is kept from git: they may hold what must not be public."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - msgspec reads the fields' types
import hashlib
import re
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from referat.atomic import write_atomic
from referat.fetching.answer import Answer
from referat.fetching.provider import Portal, Publication, Row
from referat.unshared import keep_from_git

if TYPE_CHECKING:
    from pathlib import Path

    from referat.fetching.index import Known

FOLDER, BESIDE, QUARANTINE = "raw", "rettet", "tilbagetrukket"
SCHEMA = 1
_UNSAFE = re.compile(r"[^A-Za-z0-9-]")


class _Http(Struct, frozen=True, kw_only=True, omit_defaults=True):
    url: str
    status: int = 200
    content_type: str
    bytes: int
    sha256: str
    etag: str | None = None
    modified: str | None = None


class _Kept(Struct, frozen=True, kw_only=True, omit_defaults=True):
    schema: int
    provider: str
    host: str
    fetched_at: dt.datetime
    digest: str | None = None
    http: _Http
    list: Row | None = None
    body: msgspec.Raw


class KeptPublication(Struct, frozen=True, kw_only=True):
    """A publication as it was kept. It must be checked again before anything is made of it."""

    portal: Portal
    """Without the municipality's name, which is in no answer."""
    row: Row
    answer: Answer


def read_kept(data: bytes) -> KeptPublication | None:
    """What one of the store's files holds. None where it is no such file, or a list."""
    try:
        kept = msgspec.json.decode(data, type=_Kept)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    if kept.list is None:
        return None
    portal = Portal(municipality="", provider=kept.provider, host=kept.host)
    return KeptPublication(portal=portal, row=kept.list, answer=_answer(kept))


class RawStore:
    """The answers of one portal.

    Args:
        root: the site's folder.
        portal: whose they are.
    """

    def __init__(self, root: Path, portal: Portal) -> None:
        self._portal = portal
        self._raw = root / FOLDER
        self._folder = self._raw / portal.host.replace(":", "_")

    def keep_list(self, answer: Answer, now: dt.datetime) -> None:
        """Keep the last good list, before anything else is kept. One that says the same is not written again."""
        keep_from_git(self._raw)
        before = _read(self._folder / "list.json")
        if before is None or before.http.sha256 != _sha256(answer):
            self._write(self._folder / "list.json", answer, now)

    def last_list(self) -> Answer | None:
        """The last good list, if there is one."""
        kept = _read(self._folder / "list.json")
        return _answer(kept) if kept is not None else None

    def keep(self, publication: Publication, now: dt.datetime) -> None:
        """Keep a publication. What it said before is kept beside it, under a number."""
        path = self._path(publication.row)
        before = _read(path)
        if before is not None and before.digest == publication.digest and before.list == publication.row:
            return
        if before is not None and before.digest != publication.digest:
            self._set_aside(path)
        self._write(path, publication.answer, now, publication)

    def load(self, one: Row | Known) -> tuple[Row, Answer] | None:
        """The publication as it was last kept, with its row in the list. None where it is not here."""
        kept = _read(self._path(one))
        return (kept.list, _answer(kept)) if kept is not None and kept.list is not None else None

    def quarantine(self, id_: str) -> None:
        """Put all that is kept of a publication where nothing reads it: the municipality took it back."""
        for path in sorted(self._folder.glob(f"*/{_file_name(id_)}*.json")):
            if path.parent.name != QUARANTINE:
                target = self._folder / QUARANTINE / path.name
                target.parent.mkdir(parents=True, exist_ok=True)
                path.replace(target)

    def keep_reading(self, path: str, text: str) -> Path:
        """Keep a new reading beside the record at `path`, which a person has edited. Gives where."""
        return self._keep_text(BESIDE, path, text)

    def keep_taken_back(self, path: str, text: str) -> Path:
        """Keep what a person had made of a record that the municipality took back. Gives where."""
        return self._keep_text(QUARANTINE, path, text)

    def _keep_text(self, folder: str, path: str, text: str) -> Path:
        target = self._folder / folder / path.removeprefix("content/")
        if not target.is_file() or target.read_bytes() != text.encode():
            write_atomic(target, text.encode())
        return target

    def _path(self, one: Row | Known) -> Path:
        return self._folder / str(one.start.year) / f"{_file_name(one.id)}.json"

    def _set_aside(self, path: Path) -> None:
        number = 1
        while (aside := path.with_name(f"{path.stem}.{number}.json")).exists():
            number += 1
        write_atomic(aside, path.read_bytes(), durable=False)

    def _write(self, path: Path, answer: Answer, now: dt.datetime, publication: Publication | None = None) -> None:
        kept = _Kept(
            schema=SCHEMA,
            provider=self._portal.provider,
            host=self._portal.host,
            fetched_at=now.replace(microsecond=0),
            digest=publication.digest if publication else None,
            http=_Http(
                url=answer.url,
                content_type=answer.content_type,
                bytes=len(answer.body),
                sha256=_sha256(answer),
                etag=answer.etag,
                modified=answer.modified,
            ),
            list=publication.row if publication else None,
            body=_as_json(answer),
        )
        write_atomic(path, msgspec.json.encode(kept) + b"\n", durable=False)


def _as_json(answer: Answer) -> msgspec.Raw:
    if answer.content_type.endswith("json"):
        return msgspec.Raw(answer.body.removeprefix(b"\xef\xbb\xbf").strip())
    return msgspec.Raw(msgspec.json.encode(answer.body.decode("utf-8", errors="replace")))


def _answer(kept: _Kept) -> Answer:
    body = bytes(kept.body)
    if not kept.http.content_type.endswith("json"):
        body = msgspec.json.decode(body, type=str).encode()
    http = kept.http
    return Answer(url=http.url, body=body, content_type=http.content_type, etag=http.etag, modified=http.modified)


def _read(path: Path) -> _Kept | None:
    """What is kept there. A damaged file counts as none: it is asked for again."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Kept)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _sha256(answer: Answer) -> str:
    return hashlib.sha256(answer.body).hexdigest()


def _file_name(id_: str) -> str:
    """The id as a file's name: whatever a portal sends, it names no other folder."""
    safe = _UNSAFE.sub("_", id_)
    return safe if safe == id_ and len(id_) <= 80 else f"{safe[:60]}-{hashlib.sha256(id_.encode()).hexdigest()[:12]}"
