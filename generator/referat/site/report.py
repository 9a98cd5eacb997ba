"""What a build did, for people and for programs."""

import datetime as dt
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from referat.problems import Problem
from referat.site.weights import Weight


class BuildOptions(Struct, frozen=True, kw_only=True):
    """What a build may be told. The defaults are what is published."""

    output: Path | None = None
    """Where the site is written. None: ``output/`` in the site's folder."""
    cache: Path | None = None
    """What is known of the output from the last build. None: ``.cache/`` in the site's folder."""
    base_url: str | None = None
    """Where the site will be published, instead of what ``site.toml`` says."""
    drafts: bool = False
    """Publish minutes whose status is draft, too."""
    force: bool = False
    """Render every page, whatever is known from the last build."""
    search: bool = True
    """Bring the search index up to date. Otherwise what it has of changed records is removed."""
    only: tuple[str, ...] = ()
    """The municipalities that are built alone, as a part for `site.joining`. None: all."""
    jobs: int = 0
    """How many processes may work at the same time. 0: as many as the machine has cores."""
    today: Callable[[], dt.date] = dt.date.today
    """The clock by which a review of a false alarm runs out, and by which the publisher is told that something will.
    Nothing else of a build depends on the day."""


class Step(Struct, frozen=True):
    """A step of the build, and how long it took."""

    name: str
    seconds: float


class BuildReport(Struct, frozen=True, kw_only=True):
    """What was built, and what was wrong."""

    output: Path
    pages: int
    """Pages of the site."""
    rendered: int
    """Of them, how many had to be rendered."""
    written: tuple[str, ...]
    """Files that are new or changed, relative to the output folder."""
    removed: tuple[str, ...]
    """Files that the site no longer has."""
    held_back: int
    """Agenda items and pages that the privacy gate kept from being published."""
    problems: tuple[Problem, ...]
    """All but the gate's and the search's."""
    privacy: tuple[Problem, ...]
    """What the privacy gate found."""
    search: tuple[Problem, ...]
    """What kept the search index from being made."""
    weights: dict[str, Weight]
    """The files of the whole site by their kind, the heaviest kind first."""
    steps: tuple[Step, ...]
    """In order."""


class Stopwatch:
    """Times the steps of a build by name."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what happens inside."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self._steps.append(Step(name, time.perf_counter() - start))

    @property
    def steps(self) -> tuple[Step, ...]:
        """What was timed so far."""
        return tuple(self._steps)
