"""A site that follows one portal, for tests to let time pass for both."""

import hashlib
from pathlib import Path

from msgspec import Struct
from tests.fetching.clock import FakeClock
from tests.fetching.portal import FakePortal

from referat.fetching.due import Wanted
from referat.fetching.events import Ended, Listed, Looked, Stopped, Told
from referat.fetching.index import Index
from referat.fetching.index_file import read_index
from referat.fetching.manners import Manners
from referat.fetching.provider import Portal
from referat.fetching.providers import all_providers
from referat.fetching.run import Errand, run_fetch


class Site(Struct, frozen=True):
    """A site's folder, the portal that it follows, and a clock for both."""

    root: Path
    portal: FakePortal
    clock: FakeClock

    def fetch(
        self,
        wanted: Wanted = Wanted(),
        *,
        accept_loss: bool = False,
        dry: bool = False,
        remake: bool = False,
        manners: Manners = Manners(),
    ) -> "Run":
        """One run. What was asked before is forgotten."""
        self.portal.forget()
        errand = Errand(
            portal=Portal(municipality="Strandby", provider="firstagenda", host=self.portal.host),
            provider=all_providers()["firstagenda"],
            agent="referat/test",
            wanted=wanted,
            accept_loss=accept_loss,
            remake=remake,
            dry=dry,
            manners=manners,
            clock=self.clock,
        )
        return Run(tuple(run_fetch(self.root, errand)))

    def fetch_next_day(self, *, accept_loss: bool = False) -> "Run":
        """One run a day later."""
        self.clock.pass_hours(24)
        return self.fetch(accept_loss=accept_loss)

    @property
    def index(self) -> Index:
        """What is known."""
        return read_index(self.root, Portal(municipality="Strandby", provider="firstagenda", host=self.portal.host))

    @property
    def records(self) -> dict[str, str]:
        """The records, by the end of their paths: ``byraadet/2026-11-10.md``."""
        folder = self.root / "content/minutes/strandby"
        return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.md"))}

    def files(self) -> dict[str, tuple[int, str]]:
        """Every file outside the cache: when it was written, and a hash of it."""
        found = (path for path in self.root.rglob("*") if path.is_file() and ".cache" not in path.parts)
        return {
            path.relative_to(self.root).as_posix(): (
                path.stat().st_mtime_ns,
                hashlib.sha256(path.read_bytes()).hexdigest(),
            )
            for path in found
        }


class Run(Struct, frozen=True):
    """What a run told."""

    told: tuple[Told, ...]

    @property
    def listed(self) -> Listed:
        """What the list brought."""
        return next(one for one in self.told if isinstance(one, Listed))

    @property
    def looked(self) -> tuple[Looked, ...]:
        """The publications."""
        return tuple(one for one in self.told if isinstance(one, Looked))

    @property
    def outcomes(self) -> dict[str, str]:
        """What became of each record, by the end of its path."""
        kept = (kept for looked in self.looked for kept in looked.kept)
        return {one.path.removeprefix("content/minutes/strandby/"): one.outcome.value for one in kept}

    @property
    def codes(self) -> list[str]:
        """The codes of all problems, in order."""
        problems = []
        for one in self.told:
            match one:
                case Listed():
                    problems += [*one.problems, *one.survey.problems]
                case Looked():
                    problems += [*one.problems, *(problem for kept in one.kept for problem in kept.problems)]
                case Stopped():
                    problems.append(one.problem)
                case Ended():
                    pass
        return [problem.code for problem in problems]
