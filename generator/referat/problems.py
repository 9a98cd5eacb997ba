"""What can be wrong, where it is, and how it is told to a person.

A problem is a value. Whoever finds one returns it beside the result; nobody prints on the way. Only what makes all
further work senseless is raised, as `ProblemError`.
"""

from collections.abc import Iterable
from enum import IntEnum

from msgspec import Struct

from referat.invisible import shown


class Severity(IntEnum):
    """How bad a problem is. Compares: ``Severity.ERROR > Severity.WARNING``."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    @property
    def label(self) -> str:
        """The word that is printed: ``error``."""
        return self.name.lower()


class Problem(Struct, frozen=True, kw_only=True):
    """One thing that is wrong or worth knowing, with what to do about it.

    It must never hold what may not be published: the privacy gate's problems carry a mask.
    """

    code: str
    """A stable name in snake_case, documented in docs/problems.md: ``date_missing``."""
    message: str
    """What happened, in a sentence for a person."""
    severity: Severity = Severity.ERROR
    path: str | None = None
    """The file, relative to the site's folder where it lies in it."""
    line: int | None = None
    """From 1."""
    column: int | None = None
    """From 1."""
    source_line: str | None = None
    """The line itself, shown below the message."""
    advice: str | None = None
    """What to do."""

    @property
    def where(self) -> str:
        """``path:line:column``, as far as they are known; empty where nothing is."""
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)


class ProblemError(Exception):
    """Work that cannot go on. The command shows `problem` and ends with exit code 1."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem

    def __reduce__(self) -> tuple[type["ProblemError"], tuple[Problem]]:
        """It may come from another process."""
        return ProblemError, (self.problem,)


SHOWN_LINE = 160
"""The source line is cut to this many characters around the column."""


def format_problem(problem: Problem) -> str:
    """The problem as lines of plain text, without a newline at the end.

    ``path:line:col severity[code] message``, then the source line with a mark under the column, then the advice. What
    comes from files may hold anything: nothing of it moves a terminal's cursor or turns a line around.
    """
    head = shown(f"{problem.severity.label}[{problem.code}] {problem.message}")
    lines = [f"{shown(problem.where)} {head}" if problem.where else head]
    if problem.source_line is not None and problem.source_line.strip():
        lines.extend(_shown_source(problem.source_line, problem.column))
    if problem.advice:
        lines.append(f"    = {shown(problem.advice)}")
    return "\n".join(lines)


def _shown_source(source_line: str, column: int | None) -> list[str]:
    start = 0 if column is None or column <= SHOWN_LINE // 2 else column - SHOWN_LINE // 2
    part = source_line[start : start + SHOWN_LINE].replace("\t", " ").rstrip()
    lines = [f"    | {shown(part)}"]
    if column is not None and column - 1 - start <= len(part):
        lines.append(f"    | {' ' * len(shown(part[: column - 1 - start]))}^")
    return lines


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sorted for a person to work through: by place, the worst first within one line. Doubles are left out."""
    unique = dict.fromkeys(problems)
    return tuple(
        sorted(unique, key=lambda p: (p.path or "", p.line or 0, -p.severity, p.column or 0, p.code, p.message))
    )


def worst(problems: Iterable[Problem]) -> Severity | None:
    """The highest severity among the problems, or None where there are none."""
    return max((problem.severity for problem in problems), default=None)
