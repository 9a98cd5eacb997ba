"""``referat import``: documents become records."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from referat.commands.console import Terminal
from referat.commands.exitcodes import ExitCode, code_for
from referat.importing.municipality import doubt_name
from referat.importing.report import describe
from referat.importing.report_json import to_json
from referat.importing.sources import find_sources
from referat.importing.store import Imported, Options, run_import
from referat.minutes_file.paths import FOLDER
from referat.minutes_file.read import read
from referat.problems import Problem, worst
from referat.records import State

WORDS = {
    State.WRITTEN: "written",
    State.UPDATED: "updated",
    State.UNCHANGED: "unchanged",
    State.EDITED: "edited by hand, left as it is",
    State.REPLACED: "replaced",
}


class Request(Struct, frozen=True, kw_only=True):
    """What the person asked for."""

    paths: tuple[Path, ...]
    options: Options
    as_json: bool = False


def run(root: Path, request: Request, terminal: Terminal, *, strict: bool) -> ExitCode:
    """Import the documents, and tell of each what was understood and what became of the records."""
    files = find_sources(request.paths)
    states: Counter[State] = Counter()
    doubts = _doubts(root, request.options.municipality)
    terminal.list_problems(doubts)
    found = {worst(doubts)}
    done = left_out = 0
    try:
        with (
            terminal.progress("Importing", len(files)) as advance,
            closing(run_import(root, files, request.options)) as documents,
        ):
            for imported in documents:
                show(imported, terminal, as_json=request.as_json)
                states.update(stored.state for stored in imported.stored)
                found.add(worst(imported.problems))
                left_out += not imported.stored
                done += 1
                advance()
    except KeyboardInterrupt:
        terminal.complain(f"Stopped after {done} of {len(files)} documents. They are kept: the same command goes on.")
        return ExitCode.INTERRUPTED
    if not request.as_json:
        terminal.say(_in_numbers(states, left_out))
    terminal.count_problems()
    return code_for(max((severity for severity in found if severity is not None), default=None), strict=strict)


def _in_numbers(states: Counter[State], left_out: int) -> str:
    """``12 written, 3 unchanged, 2 documents without a record``."""
    parts = [f"{count} {state.value}" for state, count in states.items()] or ["no records"]
    if left_out:
        parts.append(f"{left_out} document{'s' * (left_out > 1)} without a record")
    return ", ".join(parts)


def _doubts(root: Path, municipality: str | None) -> tuple[Problem, ...]:
    """A misspelt name would make a folder of its own, and nobody would find what lies in it."""
    doubt = doubt_name(municipality, dict(_named_here(root))) if municipality else None
    return (doubt,) if doubt else ()


def _named_here(root: Path) -> Iterator[tuple[str, str]]:
    """The municipalities that the site has records of: the names of their folders, and what a record there says."""
    for folder in (root / FOLDER).glob("*/"):
        record = next(folder.rglob("*.md"), None)
        minutes = read(record.read_text("utf-8", errors="replace"), str(record))[0] if record else None
        yield folder.name, minutes.meeting.municipality if minutes else folder.name


def show(imported: Imported, terminal: Terminal, *, as_json: bool) -> None:
    """What was understood of a document, what became of each record, and what was wrong."""
    if as_json and imported.inspection is not None:
        terminal.print_raw(to_json(imported.inspection))
    elif not as_json:
        told = describe(imported.inspection, verbose=terminal.verbose) if imported.inspection else ()
        for line in told or (f"{imported.path}: as it was when it was last imported",):
            terminal.say(line)
        for stored in imported.stored:
            terminal.say(f"  -> {stored.path}: {WORDS[stored.state]}")
            if stored.state is State.EDITED:
                terminal.say(stored.difference)
    terminal.list_problems(imported.problems)
