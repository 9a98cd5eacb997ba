"""``referat import``: documents become records."""

from collections import Counter
from pathlib import Path

from msgspec import Struct

from referat.commands.console import Terminal
from referat.commands.exitcodes import ExitCode, exit_code
from referat.importing.report import describe
from referat.importing.report_json import to_json
from referat.importing.store import ImportReport, State, run_import

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
    municipality: str | None = None
    replace: bool = False
    as_json: bool = False


def run(root: Path, request: Request, terminal: Terminal, *, strict: bool) -> ExitCode:
    """Import the documents, and tell what was understood and what became of the records."""
    report = run_import(root, request.paths, replace=request.replace, municipality=request.municipality)
    if request.as_json:
        for inspection in report.inspections:
            terminal.print_raw(to_json(inspection))
    else:
        show(report, terminal)
    terminal.show_problems(report.problems)
    return exit_code(report.problems, strict=strict)


def show(report: ImportReport, terminal: Terminal) -> None:
    """What was understood of each document, what became of each record, and the count."""
    for inspection in report.inspections:
        for line in describe(inspection):
            terminal.say(line)
        for stored in (stored for stored in report.stored if stored.source == inspection.path):
            terminal.say(f"  -> {stored.path}: {WORDS[stored.state]}")
            if stored.state is State.EDITED:
                terminal.say(stored.difference)
    counts = Counter(stored.state for stored in report.stored)
    terminal.say(", ".join(f"{count} {state.value}" for state, count in counts.items()) or "no records")
