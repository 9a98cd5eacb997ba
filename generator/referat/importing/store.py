"""Writing what was understood under ``content/minutes``, without ever overwriting what a person has edited."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace as changed

from referat.atomic import remove_broken_off
from referat.disk import telling_of_disk
from referat.importing.inspection import inspect_all, inspect_file
from referat.importing.memory import FILE, Entry, Memory, key_of
from referat.importing.retelling import retold
from referat.importing.sequence import in_sequence
from referat.lock import locked
from referat.minutes_file import record_path, write
from referat.privacy.known import load_policy
from referat.privacy.redact import redact
from referat.privacy.withdrawals import apply_withdrawals, load_withdrawals, missed_problem, refuse_unreadable
from referat.problems import Problem, Severity
from referat.records import State, hash_of, text_of, write_record
from referat.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from referat.importing.inspection import Inspection
    from referat.importing.understand import MeetingRead
    from referat.model import Minutes
    from referat.privacy.policy import Policy
    from referat.privacy.withdrawals import Withdrawals


class Stored(Struct, frozen=True, kw_only=True):
    """One meeting and its record."""

    path: str
    """Of the record, relative to the site's folder."""
    source: str
    """The document it was made from."""
    state: State
    written: str | None = None
    """The hash of the text that an import wrote last. None where none has, or it was not looked up."""
    difference: str = ""
    """From the record as it was to the new reading, where they differ: a unified diff."""


class Imported(Struct, frozen=True, kw_only=True):
    """What became of one document."""

    path: str
    inspection: Inspection | None
    """None where it was not read again: neither it, nor its records, nor the program have changed since."""
    stored: tuple[Stored, ...]
    problems: tuple[Problem, ...]


class Options(Struct, frozen=True, kw_only=True):
    """How documents are imported."""

    municipality: str | None = None
    """Whose minutes these are. It goes before what the documents say."""
    replace: bool = False
    """Take the new reading where a person has edited the record."""
    read_all: bool = False
    """Read what is known, too."""
    jobs: int = 1
    """How many processes read documents."""


def run_import(root: Path, paths: Sequence[Path], options: Options = Options()) -> Generator[Imported]:
    """Read the documents and write their records, one document after the other in the order of `paths`.

    A document with a problem never stops the others. When an import is stopped, all that it has told of is written
    and remembered: the next one goes on from there.

    Args:
        root: the site's folder.
        paths: documents: `referat.importing.sources.find_sources` finds them.
        options: how.

    Raises:
        ProblemError: the disk refuses, another import is at work on the site, or it isn't known what was withdrawn.
    """
    with telling_of_disk(root), locked((root / FILE).parent):
        remove_broken_off(root / "content")
        yield from _import_all(root, paths, options)


def _import_all(root: Path, paths: Sequence[Path], options: Options) -> Generator[Imported]:
    memory = Memory(root)
    memory.tidy()
    policy, _ = load_policy(root, load_settings(root)[0])
    keys = {path: key_of(path, options.municipality, policy) for path in paths}
    withdrawals, told = load_withdrawals(root)
    refuse_unreadable(told)
    desk = _Desk(root, memory, options, withdrawals, policy)
    known = set() if options.read_all else {path for path in paths if desk.known(path, keys[path])}
    to_read = [path for path in paths if path not in known]
    with closing(inspect_all(to_read, options.municipality, policy, jobs=options.jobs)) as inspections:
        for path in paths:
            entry = desk.known(path, keys[path]) if path in known else None
            if entry is not None:
                yield desk.skip(path, entry)
            elif path in known:  # A document before it has just written one of its records.
                yield desk.store(path, keys[path], inspect_file(path, options.municipality, policy))
            else:
                yield desk.store(path, keys[path], next(inspections))


class _Desk:
    """Where records are written: one import's place, and what it has written so far."""

    def __init__(self, root: Path, memory: Memory, options: Options, withdrawals: Withdrawals, policy: Policy) -> None:
        self._root = root
        self._memory = memory
        self._options = options
        self._withdrawals = withdrawals
        self._reviewed = {release.path for release in policy.releases}
        self._taken: dict[str, Stored] = {}

    def known(self, path: Path, key: str | None) -> Entry | None:
        """What is remembered of a document that need not be read: its records stand as import wrote them."""
        entry = self._memory.about(self._place_of(path))
        if entry is None or entry.key is None or entry.key != key:
            return None
        if (self._taken.keys() | self._reviewed) & entry.records.keys():
            return None
        texts = {record: text_of(self._root / record) for record in entry.records}
        return entry if all(text and hash_of(text) == entry.records[record] for record, text in texts.items()) else None

    def skip(self, path: Path, entry: Entry) -> Imported:
        """The document as it was imported before."""
        name = redact(path.as_posix())
        stored = tuple(Stored(path=record, source=name, state=State.UNCHANGED) for record in entry.records)
        self._taken.update((one.path, one) for one in stored)
        problems = tuple(changed(problem, path=name) for problem in entry.problems)
        return Imported(path=name, inspection=None, stored=stored, problems=problems)

    def store(self, path: Path, key: str | None, inspection: Inspection) -> Imported:
        """Write the records of a document, and remember them."""
        stored: list[Stored] = []
        problems: list[Problem] = []
        kept: list[Minutes] = []
        for meeting in inspection.meetings:
            minutes = in_sequence(self._root, meeting.minutes)
            record = record_path(minutes.meeting)
            applied = apply_withdrawals(minutes, record, self._withdrawals)
            # Whether the meeting is another one that day says nothing of what was read.
            untouched = applied.minutes == minutes
            kept.append(meeting.minutes if untouched else applied.minutes)
            problems += [*applied.problems, *map(missed_problem, applied.missed)]
            if not meeting.is_complete:
                problems.append(_incomplete(inspection, meeting))
            elif record in self._taken:
                problems.append(_taken(record, inspection, self._taken[record]))
            else:
                stored.append(self._write(inspection, applied.minutes))
                self._taken[record] = stored[-1]
        problems += [_edited(one) for one in stored if one.state is State.EDITED]
        inspection = retold(inspection, kept)
        self._remember(path, key if len(stored) == len(inspection.meetings) else None, inspection, stored)
        told = (*inspection.problems, *problems)
        return Imported(path=inspection.path, inspection=inspection, stored=tuple(stored), problems=told)

    def _write(self, inspection: Inspection, minutes: Minutes) -> Stored:
        text, path = write(minutes), record_path(minutes.meeting)
        last = self._memory.written(path)
        written = write_record(self._root, path, text, [last] if last else [], replace=self._options.replace)
        return Stored(
            path=path,
            source=inspection.path,
            state=written.state,
            written=last if written.state is State.EDITED else hash_of(text),
            difference=written.difference,
        )

    def _remember(self, path: Path, key: str | None, inspection: Inspection, stored: Sequence[Stored]) -> None:
        records = {one.path: one.written for one in stored if one.written is not None}
        if records:
            key = key if len(records) == len(stored) else None
            place = self._place_of(path)
            self._memory.add(Entry(document=place, key=key, records=records, problems=inspection.problems))

    def _place_of(self, path: Path) -> str:
        root, place = self._root.resolve(), path.resolve()
        return redact((place.relative_to(root) if place.is_relative_to(root) else place).as_posix())


def _incomplete(inspection: Inspection, meeting: MeetingRead) -> Problem:
    written = [what for what in meeting.missing if what != "municipality"]
    told = ["say the municipality with --municipality"] if "municipality" in meeting.missing else []
    if written:
        told.append(f"write the {' and the '.join(written)} into the document's head, as text")
    advice = ", and ".join(told)
    return Problem(
        code="record_not_written",
        message=f"No record was written, because the {' and the '.join(meeting.missing)} of the meeting is unknown",
        path=inspection.path,
        advice=f"{advice[0].upper()}{advice[1:]}. Then import it again.",
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
