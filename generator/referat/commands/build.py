"""``referat build``: make the site."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from referat.commands.console import Terminal
from referat.commands.exitcodes import ExitCode, exit_code
from referat.commands.place import require_site
from referat.site.build import build_site
from referat.site.report import BuildOptions, BuildReport
from referat.site.weights import Weight, megabytes, near_limits


def run(
    root: Path, options: BuildOptions, terminal: Terminal, *, strict: bool, timings: bool, as_json: bool
) -> ExitCode:
    """Build, and tell what was built and what was wrong."""
    require_site(root)
    return show(build_site(root, options), terminal, strict=strict, timings=timings, as_json=as_json)


def show(report: BuildReport, terminal: Terminal, *, strict: bool, timings: bool, as_json: bool) -> ExitCode:
    """Tell what was built and what was wrong."""
    terminal.show_problems(report.problems + report.privacy + report.search)
    if as_json:
        terminal.print_raw(to_json(report))
    else:
        terminal.say(summary(report))
        for line in weighed(report.weights):
            terminal.say(line)
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


def weighed(weights: Mapping[str, Weight]) -> Iterator[str]:
    """How many files the site has, of which kinds, and which hosts find that too much."""
    whole = sum(weights.values(), Weight())
    kinds = (f"{kind} {weight.files:,} ({megabytes(weight.size)})" for kind, weight in weights.items())
    yield f"  {whole.files:,} files, {megabytes(whole.size)}: {', '.join(kinds)}"
    yield from (f"  {told}" for told in near_limits(whole))


def to_json(report: BuildReport) -> str:
    """The whole report as one JSON object."""
    return msgspec.json.encode(report, enc_hook=str).decode()
