"""Writing what was understood under ``content/minutes``, without ever overwriting what a person has edited."""

from __future__ import annotations

import difflib
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace as changed

from referat.atomic import write_atomic
from referat.importing.generated import hash_of, read_generated, write_generated
from referat.importing.report import Inspection, inspect
from referat.minutes_file import read, record_path, write
from referat.privacy.detectors import redact
from referat.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from referat.model import Meeting, Minutes

MOST_ON_A_DAY = 9
"""A body meets at most so many times on one day."""


class State(StrEnum):
    """What became of a record."""

    WRITTEN = "written"
    UPDATED = "updated"
    """It was as an import had written it, and the reading is another one now."""
    UNCHANGED = "unchanged"
    EDITED = "edited"
    """A person has edited it, and the reading differs: it was left as it is."""
    REPLACED = "replaced"
    """A person had edited it, and the new reading was taken all the same."""


class Stored(Struct, frozen=True, kw_only=True):
    """One meeting and its record."""

    path: str
    """Of the record, relative to the site's folder."""
    source: str
    """The document it was made from."""
    state: State
    difference: str = ""
    """From the record as it was to the new reading, where they differ: a unified diff."""


class ImportReport(Struct, frozen=True, kw_only=True):
    """What an import did."""

    stored: tuple[Stored, ...]
    inspections: tuple[Inspection, ...]
    """Each document as it was understood."""
    problems: tuple[Problem, ...]


def run_import(root: Path, paths: Iterable[Path], *, replace: bool, municipality: str | None) -> ImportReport:
    """Read the documents and write their records. A document with a problem never stops the others.

    Args:
        root: the site's folder.
        paths: documents, or folders of documents.
        replace: take the new reading where a person has edited the record.
        municipality: whose minutes these are. It goes before what the documents say.
    """
    inspections = inspect(paths, municipality)
    generated = read_generated(root)
    stored: dict[str, Stored] = {}
    problems = [problem for inspection in inspections for problem in inspection.problems]
    for inspection in inspections:
        for meeting in inspection.reading.meetings if inspection.reading else ():
            minutes = _in_sequence(root, meeting.minutes)
            path = record_path(minutes.meeting)
            if not meeting.is_complete:
                problems.append(_incomplete(inspection))
            elif path in stored:
                problems.append(_taken(path, inspection, stored[path]))
            else:
                stored[path] = _store(root, inspection, minutes, generated, replace=replace)
    problems += [_edited(record) for record in stored.values() if record.state is State.EDITED]
    if stored:
        write_generated(root, generated)
    return ImportReport(stored=tuple(stored.values()), inspections=inspections, problems=tuple(problems))


def _store(root: Path, inspection: Inspection, minutes: Minutes, generated: dict[str, str], *, replace: bool) -> Stored:
    """Write one record, where that may be done, and note its hash in `generated`."""
    text, path = write(minutes), record_path(minutes.meeting)
    before = _text_of(root / path)
    state = _state(before, text, generated.get(path), replace=replace)
    if state not in (State.UNCHANGED, State.EDITED):
        write_atomic(root / path, text.encode())
    if state is not State.EDITED:
        generated[path] = hash_of(text)
    return Stored(path=path, source=inspection.path, state=state, difference=_difference(path, before, text))


def _state(before: str | None, text: str, generated: str | None, *, replace: bool) -> State:
    if before is None:
        return State.WRITTEN
    if before == text:
        return State.UNCHANGED
    if generated == hash_of(before):
        return State.UPDATED
    return State.REPLACED if replace else State.EDITED


def _in_sequence(root: Path, minutes: Minutes) -> Minutes:
    """The minutes with the meeting's number among those of the same body on the same day: one that began at another
    time, as the record there says, is another meeting.
    """
    for sequence in range(1, MOST_ON_A_DAY + 1):
        numbered = changed(minutes.meeting, sequence=sequence)
        text = _text_of(root / record_path(numbered))
        there = read(text, record_path(numbered))[0] if text is not None else None
        if there is None or _is_same(there.meeting, numbered):
            return changed(minutes, meeting=numbered)
    return minutes


def _is_same(there: Meeting, meeting: Meeting) -> bool:
    same_source = there.source is not None and meeting.source is not None and there.source.name == meeting.source.name
    return same_source or None in (there.time, meeting.time) or there.time == meeting.time


def _text_of(path: Path) -> str | None:
    """The record's text, or None where there is none. Bytes that are no UTF-8 differ from every reading."""
    try:
        return path.read_bytes().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return None


def _difference(path: str, before: str | None, text: str) -> str:
    if before is None:
        return ""
    names = (f"{path} (as it is)", f"{path} (new reading)")
    return redact("\n".join(difflib.unified_diff(before.splitlines(), text.splitlines(), *names, lineterm="")))


def _incomplete(inspection: Inspection) -> Problem:
    return Problem(
        code="record_not_written",
        message="No record was written: the municipality, the body or the date is unknown",
        path=inspection.path,
        advice="Say the municipality with --municipality; write what else is missing into the document's head.",
    )


def _taken(path: str, inspection: Inspection, first: Stored) -> Problem:
    return Problem(
        code="record_taken",
        message=f"{path} was already made from {first.source} in this import: this document was left out",
        path=inspection.path,
        advice="They tell of the same meeting. Import only the one that counts.",
    )


def _edited(record: Stored) -> Problem:
    return Problem(
        code="record_edited",
        message=f"The record was edited and differs from the new reading of {record.source}: it was left as it is",
        severity=Severity.WARNING,
        path=record.path,
        advice="Look at the difference. --replace takes the new reading.",
    )
