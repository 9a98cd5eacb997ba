"""Taking what was withdrawn out of the records in content/: they are public with the site's texts."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from referat import minutes_file
from referat.atomic import write_atomic
from referat.fetching.index_file import follow_rewritten
from referat.importing.memory import Memory
from referat.minutes_file.front_matter import split_front_matter
from referat.model import Minutes
from referat.privacy import gate
from referat.privacy.policy import Policy
from referat.privacy.withdrawals import Withdrawal, Withdrawals, apply_withdrawals
from referat.problems import Problem
from referat.records import hash_of
from referat.site.discover import find_records, read_text
from referat.site.nodes import Record


class OnDisk(Struct, frozen=True, kw_only=True):
    """A record and its file's text."""

    record: Record
    """Past the privacy gate: passages are known by the words that it lets through."""
    text: str


class Cleaned(Struct, frozen=True, kw_only=True):
    """What became of content/."""

    written: tuple[str, ...]
    """The records that were rewritten."""
    problems: tuple[Problem, ...]
    """What was held back because it is not certain what was withdrawn."""
    missed: tuple[Withdrawal, ...]
    """Entries that mean nothing in any record."""


def read_records(root: Path, policy: Policy) -> tuple[tuple[OnDisk, ...], tuple[Problem, ...]]:
    """All records that can be read, drafts too, and what keeps the others from it. `policy`: what is public."""
    found: list[OnDisk] = []
    problems: list[Problem] = []
    for path in find_records(root):
        text = read_text(root, path)
        if isinstance(text, Problem):
            problems.append(text)
            continue
        minutes, told = minutes_file.read(text, path)
        if minutes is None:
            problems += told
        else:
            screened = gate.screen(minutes, path, policy=policy.of_file(path))
            found.append(OnDisk(record=Record(minutes=screened.minutes, path=path), text=text))
    return tuple(found), tuple(problems)


def clean_content(root: Path, records: tuple[OnDisk, ...], withdrawals: Withdrawals) -> Cleaned:
    """Rewrite the records that hold what was withdrawn. Doing it twice writes nothing more."""
    memory = Memory(root)
    written: list[str] = []
    problems: list[Problem] = []
    followed: set[Withdrawal] = set()
    for known in records:
        applied = apply_withdrawals(known.record.minutes, known.record.path, withdrawals)
        problems += applied.problems
        followed |= applied.done
        if applied.minutes != known.record.minutes:
            text = rewritten(known.text, applied.minutes)
            write_atomic(root / known.record.path, text.encode())
            hashes = hash_of(known.text), hash_of(text)
            memory.rewritten(known.record.path, *hashes)
            follow_rewritten(root, known.record.path, *hashes)
            written.append(known.record.path)
    memory.tidy()
    missed = tuple(entry for entry in withdrawals.entries if entry not in followed)
    return Cleaned(written=tuple(written), problems=tuple(problems), missed=missed)


def rewritten(text: str, minutes: Minutes) -> str:
    """The text of a record with these minutes. A head that tells the same stays as a person wrote it."""
    new = minutes_file.write(minutes)
    before, _ = minutes_file.read(text, "")
    if before is None or before.meeting != minutes.meeting:
        return new
    old_lines, new_lines = text.removeprefix("\ufeff").split("\n"), new.split("\n")
    return "\n".join([*_head(old_lines), *new_lines[len(list(_head(new_lines))) :]])


def _head(lines: list[str]) -> Iterator[str]:
    end, _ = split_front_matter([line.rstrip() for line in lines])
    yield from lines[:end]
