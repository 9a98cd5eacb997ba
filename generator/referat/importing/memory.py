"""What imports remember: which records they wrote from which documents.

By it a later import knows a record that a person has edited, and a document that need not be read again. It is a
journal: each document adds its line as soon as its records are written, so that an import that is stopped goes on where
it was. A line that is damaged counts as none.
"""

import hashlib
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from referat.atomic import write_atomic
from referat.fingerprint import code_fingerprint
from referat.privacy.policy import STRICT, Policy
from referat.problems import Problem

FILE = ".cache/import/imported.jsonl"
"""Under the site's folder. Without it, a record that differs from a new reading counts as edited."""

_READING = (
    "atomic.py",
    "fetching",
    "importing",
    "minutes_file",
    "model.py",
    "privacy",
    "problems.py",
    "records.py",
    "spelling.py",
    "vocabulary",
)
_LIBRARIES = ("mammoth", "msgspec", "nh3", "pdfplumber", "pypdfium2", "pyyaml", "selectolax")
"""The code that decides what a document is understood as, and how its record is written."""


class Entry(Struct, frozen=True, kw_only=True):
    """A document that was imported."""

    document: str
    """Where it lies: within the site's folder relative to it."""
    key: str | None
    """By which it is known to be the same (`key_of`). None: it must be read again, because not all of it was stored."""
    records: dict[str, str]
    """The path of each record, and the hash of the text that import wrote."""
    problems: tuple[Problem, ...] = ()
    """What there was to say about the reading."""


class Memory:
    """The journal of one site, and what stands in it. Only one import at a time writes it."""

    def __init__(self, root: Path) -> None:
        self._file = root / FILE
        self._entries: dict[str, Entry] = {}
        self._hashes: dict[str, str] = {}
        for entry in _read(self._file):
            self._take(entry)

    def about(self, document: str) -> Entry | None:
        """What is remembered of the document that lies there."""
        return self._entries.get(document)

    def written(self, record: str) -> str | None:
        """The hash of the record as an import last wrote it."""
        return self._hashes.get(record)

    def add(self, entry: Entry) -> None:
        """Remember a document from now on, whatever happens next."""
        if self._entries.get(entry.document) == entry:
            return
        self._take(entry)
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._file.open("ab") as journal:
            journal.write(msgspec.json.encode(entry) + b"\n")

    def rewritten(self, record: str, before: str, after: str) -> None:
        """The program itself has changed a record: where nobody else had, an import goes on knowing it as its own.

        Its document will be read again, and what there was to say about it is forgotten: that may quote what went.
        """
        for entry in tuple(self._entries.values()):
            if record in entry.records:
                known = entry.records[record] == before
                records = {**entry.records, record: after if known else entry.records[record]}
                self.add(Entry(document=entry.document, key=None, records=records))

    def tidy(self) -> None:
        """Write the journal anew, without damaged lines and what later lines say otherwise."""
        told = {record for entry in self._entries.values() for record in entry.records}
        orphans = {record: digest for record, digest in self._hashes.items() if record not in told}
        entries = (*([Entry(document="", key=None, records=orphans)] if orphans else []), *self._entries.values())
        lines = b"".join(msgspec.json.encode(entry) + b"\n" for entry in entries)
        if self._file.exists() and self._file.read_bytes() != lines:
            write_atomic(self._file, lines)

    def _take(self, entry: Entry) -> None:
        self._entries.pop(entry.document, None)
        self._entries[entry.document] = entry
        self._hashes.update(entry.records)


def key_of(path: Path, municipality: str | None, policy: Policy = STRICT) -> str | None:
    """What the reading of a document depends on, as one hash: its bytes and name, the options, what the publisher says
    to be public, the program's code. What a person has reviewed is about a record, and not in it.

    None where it cannot be read.
    """
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
    public = msgspec.json.encode([sorted(names) for names in (policy.domains, policy.phones, policy.accounts)])
    told = (digest, path.name, municipality or "", public.decode(), _fingerprint())
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


@cache
def _fingerprint() -> str:
    return code_fingerprint(_READING, _LIBRARIES).hex()


def _read(file: Path) -> list[Entry]:
    try:
        lines = file.read_bytes().split(b"\n")
    except OSError:
        return []
    return [entry for line in lines if (entry := _entry(line)) is not None]


def _entry(line: bytes) -> Entry | None:
    try:
        return msgspec.json.decode(line, type=Entry)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
