"""What is measured at one size: whole builds in turn with Hugo's, and builds after nothing or little has changed."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from benchmarks.hugo_site import write_hugo_site
from benchmarks.made_up.country import make_country
from benchmarks.measure import Run, Runs, run_command
from benchmarks.referat_site import change_a_meeting, write_referat_site

REFERAT = Path(sys.executable).with_name("referat")
HUGO = Path(sys.executable).with_name("hugo")


class Series(Struct, frozen=True, kw_only=True):
    """One line of the table."""

    what: str
    runs: Runs
    pages: int
    """HTML pages in the output afterwards."""


def measure(folder: Path, meetings: int, rounds: int) -> Iterator[Series]:
    """Make both sites of so many meetings in an empty folder, and measure.

    The whole builds run in turn, so that whatever else the machine does falls on both.
    """
    referat, hugo = folder / "referat", folder / "hugo"
    write_referat_site(referat, make_country(meetings))
    write_hugo_site(hugo, make_country(meetings))
    pairs = [(_hugo_cold(hugo), _referat_cold(referat)) for _ in range(rounds)]
    yield _series("Hugo: whole build", hugo / "public", (ours for ours, _ in pairs))
    yield _series("Referat: whole build, search left out", referat / "output", (ours for _, ours in pairs))
    build = _builder(referat)
    yield _series("Referat: the search index on top of it", referat / "output", [build()])
    yield _series("Referat: nothing changed", referat / "output", (build() for _ in range(rounds)))
    changed = (_after(lambda: change_a_meeting(referat), build) for _ in range(rounds))
    yield _series("Referat: one meeting changed, search included", referat / "output", changed)


def _series(what: str, output: Path, runs: Iterator[Run] | list[Run]) -> Series:
    measured = Runs(tuple(runs))
    return Series(what=what, runs=measured, pages=sum(1 for _ in output.rglob("*.html")))


def _after(change: Callable[[], None], build: Callable[[], Run]) -> Run:
    change()
    return build()


def _hugo_cold(root: Path) -> Run:
    for made in ("public", "resources"):
        shutil.rmtree(root / made, ignore_errors=True)
    return run_command([HUGO, "--noBuildLock", "--quiet"], root)


def _referat_cold(root: Path) -> Run:
    for made in ("output", ".cache"):
        shutil.rmtree(root / made, ignore_errors=True)
    return run_command([REFERAT, "build", "--no-search", "--quiet"], root)


def _builder(root: Path) -> Callable[[], Run]:
    return lambda: run_command([REFERAT, "build", "--quiet"], root)
