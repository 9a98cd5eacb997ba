"""How results are shown on the terminal: problems on stderr, results on stdout, colour only where it helps."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from referat.problems import Problem, Severity, format_problem, in_order

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "cyan"}

WORTH_PROGRESS = 20
"""Fewer things are done before anybody wonders."""
_COLUMNS = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())


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
        self._counted: Counter[Severity] = Counter()
        self._moving = False

    @property
    def is_watched(self) -> bool:
        """Whether a person looks on while it is printed."""
        return self._err.is_terminal

    @contextmanager
    def progress(self, what: str, total: int) -> Iterator[Callable[[], None]]:
        """Show how far long work has come: a bar on a terminal, elsewhere a line for each tenth. Gives what to call
        when one more of `total` is done. Results may be printed meanwhile.
        """
        if self.quiet or total < WORTH_PROGRESS:
            yield lambda: None
        elif self._err.is_terminal:
            # What is printed is not caught: it would all go where the bar is, and results are not for there.
            bar = Progress(*_COLUMNS, console=self._err, transient=True, redirect_stdout=False, redirect_stderr=False)
            task = bar.add_task(what, total=total)
            self._moving = True
            try:
                with bar:
                    yield lambda: bar.advance(task)
            finally:
                self._moving = False
        else:
            done = count(1)
            yield lambda: self._tell_tenth(what, next(done), total)

    def say(self, text: str) -> None:
        """Print a line of the result, unless the command is quiet."""
        if not self.quiet:
            self._console_of_results.print(Text(text))

    def print_raw(self, text: str) -> None:
        """Print machine-readable output, exactly as it is."""
        if self._moving and self._out.is_terminal:
            self._err.print(Text(text))
        else:
            sys.stdout.write(text + "\n")

    def complain(self, text: str) -> None:
        """Print a line beside the result, even where the command is quiet."""
        self._err.print(Text(text))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Print the problems in order, and one line that counts them."""
        self.list_problems(problems)
        self.count_problems()

    def list_problems(self, problems: Sequence[Problem]) -> None:
        """Print the problems in order, and count them for later."""
        shown = [p for p in in_order(problems) if p.severity > Severity.INFO or self.verbose]
        for problem in shown:
            self._err.print(self._styled(problem))
        self._counted.update(problem.severity for problem in shown)

    def count_problems(self) -> None:
        """Print one line that counts the problems listed since the last such line."""
        if self._counted:
            self._err.print(Text(in_words(self._counted)))
        self._counted.clear()

    @property
    def _console_of_results(self) -> Console:
        """On a terminal both are the same screen, and only the console that draws a bar can print above it."""
        return self._err if self._moving and self._out.is_terminal else self._out

    def _tell_tenth(self, what: str, done: int, total: int) -> None:
        if done * 10 // total > (done - 1) * 10 // total:
            self._err.print(Text(f"{what}: {done} of {total}"))

    def _styled(self, problem: Problem) -> Text:
        text = Text(format_problem(problem))
        text.highlight_words([f"{problem.severity.label}[{problem.code}]"], STYLES[problem.severity])
        return text


def _console(file: TextIO, color: bool | None) -> Console:
    return Console(file=file, force_terminal=color, no_color=color is False, highlight=False, soft_wrap=True)


def in_words(counts: Mapping[Severity, int]) -> str:
    """``2 errors, 1 warning``."""
    parts = [
        f"{counts[severity]} {severity.label}{'' if counts[severity] == 1 or severity is Severity.INFO else 's'}"
        for severity in sorted(counts, reverse=True)
    ]
    return ", ".join(parts)
