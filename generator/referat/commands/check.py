"""``referat check``: all that is wrong with content and site."""

import tempfile
from pathlib import Path

from referat.commands.build import code_of
from referat.commands.console import Terminal
from referat.commands.exitcodes import ExitCode
from referat.commands.place import require_site
from referat.fetching.portals import host_problems
from referat.problems import Severity, worst
from referat.settings import load_settings
from referat.site.build import build_site
from referat.site.report import BuildOptions, BuildReport


def in_words(report: BuildReport) -> str:
    """What waits for a person to look at it: ``1 held back, 3 to review``. Empty where nothing does."""
    reviews = sum(problem.code.endswith("_review") for problem in report.privacy)
    counts = ((report.held_back, "held back"), (reviews, "to review"))
    return ", ".join(f"{count} {what}" for count, what in counts if count)


def run(root: Path, terminal: Terminal, *, strict: bool) -> ExitCode:
    """Make the site in a folder that is thrown away, so that links and templates are checked, too."""
    require_site(root)
    with tempfile.TemporaryDirectory(prefix="referat-check-") as folder:
        made = Path(folder)
        report = build_site(root, BuildOptions(output=made / "output", cache=made / "cache", search=False))
    unfetchable = host_problems(load_settings(root)[0].fetch)
    problems = unfetchable + report.problems + report.privacy
    terminal.show_problems(problems)
    waiting = in_words(report)
    if waiting:
        terminal.say(f"{waiting}: docs/privacy.md tells what to do")
    if worst(problems) in (None, Severity.INFO):
        terminal.say(f"{report.pages} pages, nothing wrong")
    return ExitCode.PROBLEMS if unfetchable else code_of(report, strict=strict)
