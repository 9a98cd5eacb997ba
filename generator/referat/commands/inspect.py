"""``referat inspect``: what an import would understand."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from referat.commands.console import Terminal
from referat.commands.exitcodes import ExitCode, code_for
from referat.importing.inspection import Inspection, inspect_all
from referat.importing.report import describe
from referat.importing.report_json import to_json
from referat.importing.sources import find_sources
from referat.problems import Severity, worst


def run(
    paths: Sequence[Path], terminal: Terminal, *, municipality: str | None, as_json: bool, jobs: int, strict: bool
) -> ExitCode:
    """Read the documents and tell what was understood, one after the other. Nothing is written."""
    files = find_sources(paths)
    found: set[Severity | None] = set()
    done = 0
    try:
        with (
            terminal.progress("Reading", len(files)) as advance,
            closing(inspect_all(files, municipality, jobs=jobs)) as inspections,
        ):
            for inspection in inspections:
                show(inspection, terminal, as_json=as_json)
                found.add(worst(inspection.problems))
                done += 1
                advance()
    except KeyboardInterrupt:
        terminal.complain(f"Stopped after {done} of {len(files)} documents.")
        return ExitCode.INTERRUPTED
    terminal.count_problems()
    return code_for(max((severity for severity in found if severity is not None), default=None), strict=strict)


def show(inspection: Inspection, terminal: Terminal, *, as_json: bool) -> None:
    """One document, as JSON or as lines, and its problems."""
    if as_json:
        terminal.print_raw(to_json(inspection))
    else:
        for line in describe(inspection, verbose=terminal.verbose):
            terminal.say(line)
    terminal.list_problems(inspection.problems)
