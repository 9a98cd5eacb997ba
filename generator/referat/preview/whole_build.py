"""The ordinary build, for what only a whole build knows: everything that is wrong, and the search index."""

from pathlib import Path

from msgspec import Struct

from referat.problems import Problem, ProblemError
from referat.site.build import build_site


class Built(Struct, frozen=True, kw_only=True):
    """What came of it."""

    problems: tuple[Problem, ...]
    changed: int = 0
    """Files of the output that are new, different or gone."""
    searched: bool = False
    """The search index is that of the site."""


def build_whole(root: Path) -> Built:
    """Build the site in the folder `root`, search included."""
    try:
        report = build_site(root)
    except ProblemError as error:
        return Built(problems=(error.problem,))
    return Built(
        problems=report.problems + report.privacy + report.search,
        changed=len(report.written) + len(report.removed),
        searched=not report.search,
    )


def searched_at(output: Path) -> float | None:
    """When the search index that lies in the output was made, in seconds since 1970. None where there is none."""
    try:
        return max(entry.stat().st_mtime for entry in (output / "pagefind").iterdir())
    except (OSError, ValueError):
        return None
