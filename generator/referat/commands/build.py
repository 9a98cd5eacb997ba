"""``referat build``: make the site."""

from pathlib import Path

import msgspec

from referat.commands.console import Terminal
from referat.commands.exitcodes import ExitCode, exit_code
from referat.commands.place import require_site
from referat.site.build import build_site
from referat.site.report import BuildOptions, BuildReport


def run(
    root: Path, options: BuildOptions, terminal: Terminal, *, strict: bool, timings: bool, as_json: bool
) -> ExitCode:
    """Build, and tell what was built and what was wrong."""
    require_site(root)
    report = build_site(root, options)
    terminal.show_problems(report.problems + report.privacy + report.search)
    if as_json:
        terminal.print_raw(to_json(report))
    else:
        terminal.say(summary(report))
        if timings:
            for step in report.steps:
                terminal.say(f"  {step.seconds:8.3f} s  {step.name}")
    return code_of(report, strict=strict)


def code_of(report: BuildReport, *, strict: bool) -> ExitCode:
    """What a script may conclude. Something held back is no failure, unless `strict`."""
    code = exit_code(report.problems, strict=strict)
    if code is ExitCode.FINE and strict:
        code = ExitCode.PROBLEMS if report.held_back else exit_code(report.privacy, strict=True)
    if code is not ExitCode.FINE:
        return code
    if report.search:
        return ExitCode.SEARCH_FAILED
    return ExitCode.HELD_BACK if report.held_back else ExitCode.FINE


def summary(report: BuildReport) -> str:
    """What was done, in one line."""
    seconds = sum(step.seconds for step in report.steps)
    parts = [
        f"{report.pages} pages ({report.rendered} rendered)",
        f"{len(report.written)} files written",
        f"{len(report.removed)} removed",
    ]
    if report.held_back:
        parts.append(f"{report.held_back} held back")
    return f"{', '.join(parts)} in {seconds:.2f} s"


def to_json(report: BuildReport) -> str:
    """The whole report as one JSON object."""
    return msgspec.json.encode(report, enc_hook=str).decode()
