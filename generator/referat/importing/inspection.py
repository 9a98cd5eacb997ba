"""A file and what an import would understand of it, small enough to be handed from one process to another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from referat.importing.account import Account, account_of
from referat.importing.sources import read_source
from referat.importing.time_limit import TookTooLong, seconds_for, time_limit
from referat.importing.understand import MeetingRead, understand
from referat.privacy.policy import STRICT, Policy
from referat.privacy.redact import redact
from referat.problems import Problem, ProblemError
from referat.workers import Died, in_order

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

WORTH_PROCESSES = 4
"""For fewer files it takes longer to begin further processes than to read them."""


class FormatName(Struct, frozen=True):
    """Which format read a document."""

    name: str
    title: str


class Inspection(Struct, frozen=True, kw_only=True):
    """A file and what was understood of it. Its text is not kept."""

    path: str
    format: FormatName | None = None
    """None where the file could not be read or is no minutes: the problems say why."""
    meetings: tuple[MeetingRead, ...] = ()
    account: Account | None = None
    """What became of the document's characters. None where there is no format."""
    problems: tuple[Problem, ...]
    """Everything there is to say, the diagnostics of its meetings included."""


def inspect_file(path: Path, municipality: str | None = None, policy: Policy = STRICT) -> Inspection:
    """What an import would understand of one file. Its path is told without what must not be published."""
    name = redact(path.as_posix())
    try:
        with time_limit(seconds_for(_size(path))):
            document, problems = read_source(path, municipality)
            reading = understand(document, policy=policy)
    except ProblemError as error:
        return Inspection(path=name, problems=(replace(error.problem, path=name),))
    except TookTooLong:
        return Inspection(path=name, problems=(_given_up(name),))
    told = (problem for meeting in reading.meetings for problem in meeting.problems)
    located = (replace(problem, path=name) for problem in (*problems, *told))
    return Inspection(
        path=name,
        format=FormatName(reading.format.name, reading.format.title),
        meetings=reading.meetings,
        account=account_of(document, reading.ledger),
        problems=tuple(dict.fromkeys(located)),
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # whoever reads it tells why
        return 0


def _given_up(name: str) -> Problem:
    return Problem(
        code="took_too_long",
        message="The file takes far longer to read than any minutes, and was given up",
        path=name,
        advice="Look what it really is. Save it in another way, as PDF or as text, or divide it.",
    )


def inspect_all(
    paths: Sequence[Path], municipality: str | None = None, policy: Policy = STRICT, *, jobs: int = 1
) -> Generator[Inspection]:
    """What an import would understand of each file, in the order of `paths`, as soon as it is known.

    A file that cannot be read, or that kills the process that reads it, never stops the others.

    Args:
        paths: files.
        municipality: whose minutes these are. It goes before what the documents say.
        policy: what may be published although it looks private.
        jobs: how many processes read at the same time.
    """
    read = partial(inspect_file, municipality=municipality, policy=policy)
    if jobs == 1 or len(paths) < WORTH_PROCESSES:
        yield from map(read, paths)
        return
    for path, found in zip(paths, in_order(read, paths, min(jobs, len(paths))), strict=True):
        yield _killed(path) if isinstance(found, Died) else found


def _killed(path: Path) -> Inspection:
    problem = Problem(
        code="worker_died",
        message="The process that read the file was killed, or was out of memory",
        path=redact(path.as_posix()),
        advice="The other files were read. Try this one alone, with --jobs 1, on a machine with more memory.",
    )
    return Inspection(path=redact(path.as_posix()), problems=(problem,))
