"""Writing what was understood under ``content/minutes``, without ever overwriting what a person has edited."""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace as changed

from referat.importing.report import Inspection, inspect
from referat.importing.understand import MeetingRead
from referat.minutes_file import read, record_path, write
from referat.model import Meeting
from referat.privacy.detectors import redact
from referat.problems import Problem, Severity
from referat.site.output import write_atomic

GENERATED = ".cache/import/generated.json"
"""Under the site's folder: the hash of each record as an import last wrote it. Without an entry, a record that differs
from the new reading counts as edited."""

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
    state: State
    meeting: MeetingRead
    difference: str = ""
    """From the record as it is to the new reading, where they differ: a unified diff."""


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
    generated = _read_generated(root)
    stored: list[Stored] = []
    problems = [problem for inspection in inspections for problem in inspection.problems]
    for inspection in inspections:
        for meeting in inspection.reading.meetings if inspection.reading else ():
            if not meeting.is_complete:
                problems.append(_incomplete(inspection))
                continue
            record = _store(root, inspection, meeting, generated, replace=replace)
            stored.append(record)
            if record.state is State.EDITED:
                problems.append(_edited(record))
    _write_generated(root, generated)
    return ImportReport(stored=tuple(stored), inspections=inspections, problems=tuple(problems))


def _store(
    root: Path, inspection: Inspection, read_meeting: MeetingRead, generated: dict[str, str], *, replace: bool
) -> Stored:
    """Write one record, where that may be done, and note its hash in `generated`."""
    meeting = _in_sequence(root, read_meeting.minutes.meeting)
    text = write(changed(read_meeting.minutes, meeting=meeting))
    path = record_path(meeting)
    before = _text_of(root / path)
    state = _state(before, text, generated.get(path), replace=replace)
    if state not in (State.UNCHANGED, State.EDITED):
        write_atomic(root / path, text.encode())
    if state is not State.EDITED:
        generated[path] = _hash(text)
    return Stored(
        path=path,
        source=inspection.path,
        state=state,
        meeting=read_meeting,
        difference=_difference(path, before, text) if before is not None else "",
    )


def _state(before: str | None, text: str, generated: str | None, *, replace: bool) -> State:
    if before is None:
        return State.WRITTEN
    if before == text:
        return State.UNCHANGED
    if generated == _hash(before):
        return State.UPDATED
    return State.REPLACED if replace else State.EDITED


def _in_sequence(root: Path, meeting: Meeting) -> Meeting:
    """The meeting with its number among those of the same body on the same day: one that began at another time, as the
    record there says, is another meeting.
    """
    for sequence in range(1, MOST_ON_A_DAY + 1):
        numbered = changed(meeting, sequence=sequence)
        text = _text_of(root / record_path(numbered))
        there = read(text, record_path(numbered))[0] if text is not None else None
        if there is None or _is_same(there.meeting, meeting):
            return numbered
    return meeting


def _is_same(there: Meeting, meeting: Meeting) -> bool:
    same_source = there.source is not None and meeting.source is not None and there.source.name == meeting.source.name
    return same_source or None in (there.time, meeting.time) or there.time == meeting.time


def _text_of(path: Path) -> str | None:
    """The record's text, or None where there is none. Bytes that are no UTF-8 differ from every reading."""
    try:
        return path.read_bytes().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return None


def _difference(path: str, before: str, text: str) -> str:
    lines = difflib.unified_diff(
        before.splitlines(), text.splitlines(), f"{path} (as it is)", f"{path} (new reading)", lineterm=""
    )
    return redact("\n".join(lines))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _read_generated(root: Path) -> dict[str, str]:
    """The hashes by record. A cache that is gone or damaged is an empty one."""
    try:
        found = json.loads((root / GENERATED).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(path): str(digest) for path, digest in found.items()} if isinstance(found, dict) else {}


def _write_generated(root: Path, generated: dict[str, str]) -> None:
    text = json.dumps(generated, indent=0, sort_keys=True) + "\n"
    if generated and _text_of(root / GENERATED) != text:
        write_atomic(root / GENERATED, text.encode())


def _incomplete(inspection: Inspection) -> Problem:
    return Problem(
        code="record_not_written",
        message="No record was written: the municipality, the body or the date is unknown",
        path=inspection.path,
        advice="Say the municipality with --municipality; write what else is missing into the document's head.",
    )


def _edited(record: Stored) -> Problem:
    return Problem(
        code="record_edited",
        message=f"The record was edited and differs from the new reading of {record.source}: it was left as it is",
        severity=Severity.WARNING,
        path=record.path,
        advice="Look at the difference. --replace takes the new reading.",
    )
