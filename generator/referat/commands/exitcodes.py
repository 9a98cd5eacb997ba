"""The exit codes of every command."""

from collections.abc import Iterable
from enum import IntEnum

from referat.problems import Problem, Severity, worst


class ExitCode(IntEnum):
    """What a script may conclude from the command's end."""

    FINE = 0
    PROBLEMS = 1
    USAGE = 2
    HELD_BACK = 3
    """Published, with items held back by the privacy gate."""
    SEARCH_FAILED = 4
    """Published, but the search index could not be made."""
    INTERRUPTED = 130
    """Stopped with Ctrl-C: as shells have it, 128 and the signal's number."""


def exit_code(problems: Iterable[Problem], *, strict: bool = False) -> ExitCode:
    """`PROBLEMS` where there is an error (with `strict` a warning, too), else `FINE`."""
    return code_for(worst(problems), strict=strict)


def code_for(found: Severity | None, *, strict: bool = False) -> ExitCode:
    """The same where only the worst severity is known."""
    bound = Severity.WARNING if strict else Severity.ERROR
    return ExitCode.PROBLEMS if found is not None and found >= bound else ExitCode.FINE
