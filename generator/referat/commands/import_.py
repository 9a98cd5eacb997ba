"""``referat import``: documents become records."""

from collections import Counter
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
    done = 0
    try:
        with (
            terminal.progress("Importing", len(files)) as advance,
            closing(run_import(root, files, request.options)) as documents,
        ):
            for imported in documents:
                show(imported, terminal, as_json=request.as_json)
                states.update(stored.state for stored in imported.stored)
                found.add(worst(imported.problems))
                done += 1
                advance()
    except KeyboardInterrupt:
        terminal.complain(f"Stopped after {done} of {len(files)} documents. They are kept: the same command goes on.")
        return ExitCode.INTERRUPTED
    if not request.as_json:
        terminal.say(", ".join(f"{count} {state.value}" for state, count in states.items()) or "no records")
    terminal.count_problems()
    return code_for(max((severity for severity in found if severity is not None), default=None), strict=strict)


def _doubts(root: Path, municipality: str | None) -> tuple[Problem, ...]:
    """A misspelt name would make a folder of its own, and nobody would find what lies in it."""
    folders = [folder.name for folder in (root / FOLDER).glob("*/")]
    doubt = doubt_name(municipality, folders) if municipality else None
    return (doubt,) if doubt else ()


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
