"""What is measured at one size: whole builds in turn with Hugo's, and builds after nothing or little has changed."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from benchmarks.apart import measure_apart
from benchmarks.hugo_site import write_hugo_site
from benchmarks.made_up.country import make_country
from benchmarks.measure import Run, Runs, run_command
from benchmarks.programs import HUGO, REFERAT
from benchmarks.referat_site import change_a_meeting, write_referat_site
from benchmarks.trees import Size, size_of

WHOLE = "Referat: whole build, search left out"
SEARCHED = "Referat: whole build, search included"
"""What it takes more than the other is what the search index takes."""


class Series(Struct, frozen=True, kw_only=True):
    """One line of the table."""

    what: str
    runs: Runs
    size: Size | None = None
    """Of the output afterwards."""


def measure(folder: Path, meetings: int, rounds: int, *, beside_hugo: bool, apart: bool) -> Iterator[Series]:
    """Make the sites of so many meetings in an empty folder, and measure.

    The whole builds run in turn, so that whatever else the machine does falls on both.

    Args:
        folder: Where both sites are made.
        meetings: How many.
        rounds: How often each command runs.
        beside_hugo: Build the same with Hugo, too.
        apart: Build the site in parts, too.
    """
    referat, hugo = folder / "referat", folder / "hugo"
    write_referat_site(referat, make_country(meetings))
    if beside_hugo:
        write_hugo_site(hugo, make_country(meetings))
    pairs = [(_hugo_cold(hugo) if beside_hugo else None, _referat_cold(referat, "--no-search")) for _ in range(rounds)]
    if beside_hugo:
        hugos = _runs(run for run, _ in pairs if run is not None)
        yield Series(what="Hugo: whole build", runs=hugos, size=size_of(hugo / "public"))
        shutil.rmtree(hugo)
    whole = _runs(ours for _, ours in pairs)
    yield Series(what=WHOLE, runs=whole, size=size_of(referat / "output"))
    build = _builder(referat)
    yield Series(what="Referat: the search index made afterwards", runs=_runs([build()]))
    searched = _runs([_referat_cold(referat)])
    yield Series(what=SEARCHED, runs=searched, size=size_of(referat / "output"))
    build()  # What was written while the last build looked at it is looked at once more.
    yield Series(what="Referat: nothing changed", runs=_runs(build() for _ in range(rounds)))
    changed = _runs(_after(lambda: change_a_meeting(referat), build) for _ in range(rounds))
    yield Series(what="Referat: one meeting changed, search included", runs=changed)
    elsewhere = folder / "elsewhere"
    shutil.copytree(referat, elsewhere, copy_function=shutil.copyfile)
    yield Series(
        what="Referat: nothing changed, restored elsewhere with new times", runs=_runs([_builder(elsewhere)()])
    )
    shutil.rmtree(elsewhere)
    if apart:
        yield from (Series(what=what, runs=runs) for what, runs in measure_apart(referat))


def _runs(runs: Iterable[Run]) -> Runs:
    return Runs(tuple(runs))


def _after(change: Callable[[], None], build: Callable[[], Run]) -> Run:
    change()
    return build()


def _hugo_cold(root: Path) -> Run:
    for made in ("public", "resources"):
        shutil.rmtree(root / made, ignore_errors=True)
    return run_command([HUGO, "--noBuildLock", "--quiet"], root)


def _referat_cold(root: Path, *options: str) -> Run:
    for made in ("output", ".cache"):
        shutil.rmtree(root / made, ignore_errors=True)
    return run_command([REFERAT, "build", "--quiet", *options], root)


def _builder(root: Path) -> Callable[[], Run]:
    return lambda: run_command([REFERAT, "build", "--quiet"], root)
