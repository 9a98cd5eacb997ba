"""``referat inspect``: what an import would understand."""

from pathlib import Path

from referat.commands.console import Terminal
from referat.commands.exitcodes import ExitCode, exit_code
from referat.importing.report import describe, inspect
from referat.importing.report_json import to_json


def run(
    paths: tuple[Path, ...], terminal: Terminal, *, municipality: str | None, as_json: bool, strict: bool
) -> ExitCode:
    """Read the documents and tell what was understood. Nothing is written."""
    inspections = inspect(paths, municipality)
    for inspection in inspections:
        if as_json:
            terminal.print_raw(to_json(inspection))
        else:
            for line in describe(inspection):
                terminal.say(line)
    problems = [problem for inspection in inspections for problem in inspection.problems]
    terminal.show_problems(problems)
    return exit_code(problems, strict=strict)
