"""How results are shown on the terminal: problems on stderr, results on stdout, colour only where it helps."""

import sys
from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.text import Text

from referat.problems import Problem, Severity, format_problem, in_order

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "cyan"}


class Terminal:
    """Where a command prints to.

    Args:
        quiet: print only problems.
        verbose: print information-level problems too.
        color: force colour on or off; None decides by the terminal.
    """

    def __init__(self, *, quiet: bool = False, verbose: bool = False, color: bool | None = None) -> None:
        self.quiet = quiet
        self.verbose = verbose
        self._out = _console(sys.stdout, color)
        self._err = _console(sys.stderr, color)

    @property
    def progress_console(self) -> Console:
        """Where progress is drawn."""
        return self._err

    def say(self, text: str) -> None:
        """Print a line of the result, unless the command is quiet."""
        if not self.quiet:
            self._out.print(Text(text))

    def print_raw(self, text: str) -> None:
        """Print machine-readable output, exactly as it is."""
        sys.stdout.write(text + "\n")

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Print the problems in order, and one line that counts them."""
        shown = [p for p in in_order(problems) if p.severity > Severity.INFO or self.verbose]
        for problem in shown:
            self._err.print(self._styled(problem))
        if shown:
            self._err.print(Text(count_problems(shown)))

    def _styled(self, problem: Problem) -> Text:
        text = Text(format_problem(problem))
        text.highlight_words([f"{problem.severity.label}[{problem.code}]"], STYLES[problem.severity])
        return text


def _console(file: TextIO, color: bool | None) -> Console:
    return Console(file=file, force_terminal=color, no_color=color is False, highlight=False, soft_wrap=True)


def count_problems(problems: Sequence[Problem]) -> str:
    """``2 errors, 1 warning``."""
    counts = Counter(problem.severity for problem in problems)
    parts = [
        f"{counts[severity]} {severity.label}{'' if counts[severity] == 1 or severity is Severity.INFO else 's'}"
        for severity in sorted(counts, reverse=True)
    ]
    return ", ".join(parts)
