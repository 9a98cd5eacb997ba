"""Writing records, without ever overwriting what a person has edited. Imports and fetches do it alike."""

import difflib
import hashlib
from collections.abc import Collection
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from referat.atomic import write_atomic
from referat.privacy.redact import redact


class State(StrEnum):
    """What became of a record."""

    WRITTEN = "written"
    UPDATED = "updated"
    """It was as the program had written it, and the reading is another one now."""
    UNCHANGED = "unchanged"
    EDITED = "edited"
    """A person has edited it, and the reading differs: it was left as it is."""
    REPLACED = "replaced"
    """A person had edited it, and the new reading was taken all the same."""


class Written(Struct, frozen=True, kw_only=True):
    """What became of one record."""

    state: State
    difference: str = ""
    """From the record as it was to the new reading, where they differ: a unified diff."""


def write_record(root: Path, path: str, text: str, ours: Collection[str], *, replace: bool = False) -> Written:
    """Write a record, unless a person has edited the one that is there.

    Args:
        root: the site's folder.
        path: of the record, relative to it.
        text: the new reading.
        ours: the hashes of texts that the program wrote there before.
        replace: take the new reading all the same.
    """
    before = text_of(root / path)
    state = _state(before, text, ours, replace=replace)
    if state not in (State.UNCHANGED, State.EDITED):
        write_atomic(root / path, text.encode())
    return Written(state=state, difference=_difference(path, before, text))


def text_of(path: Path) -> str | None:
    """A record's text, or None where there is none. Bytes that are no UTF-8 differ from every reading."""
    try:
        return path.read_bytes().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return None


def hash_of(text: str) -> str:
    """The hash by which a record's text is known."""
    return hashlib.sha256(text.encode()).hexdigest()


def _state(before: str | None, text: str, ours: Collection[str], *, replace: bool) -> State:
    if before is None:
        return State.WRITTEN
    if before == text:
        return State.UNCHANGED
    if hash_of(before) in ours:
        return State.UPDATED
    return State.REPLACED if replace else State.EDITED


def _difference(path: str, before: str | None, text: str) -> str:
    if before is None:
        return ""
    names = (f"{path} (as it is)", f"{path} (new reading)")
    return redact("\n".join(difflib.unified_diff(before.splitlines(), text.splitlines(), *names, lineterm="")))
