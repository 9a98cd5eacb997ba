"""Whoever kills a run, at whatever request or write, finds the next one ending where an undisturbed one ends."""

import json
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from tests.fetching.clock import FakeClock
from tests.fetching.following import Site
from tests.fetching.portal import FakePortal
from tests.fetching.published import Point, framed, guid, section
from tests.fetching.summer import MEETINGS
from tests.stopping import How, count_writes, stop_at

DECIDED = Point(title="Bænke i anlægget", html=framed(section("Beslutning", "Udsat.")))
PLANNED = replace(MEETINGS[0], id=guid("dagsorden"), start="2026-11-10T18:00:00+01:00", minutes=False, name="Dagsorden")
TAKEN_BACK, CHANGED = MEETINGS[1], replace(MEETINGS[2], released="2026-11-24T08:00:00+01:00", items=(DECIDED,))
SILENT = replace(MEETINGS[5], items=(DECIDED,))
NEW = replace(PLANNED, id=guid("referat"), minutes=True, name="Referat", items=(DECIDED,))

BEFORE = [*MEETINGS, PLANNED]
AFTER = [*(one for one in MEETINGS if one.id not in {TAKEN_BACK.id, CHANGED.id, SILENT.id}), CHANGED, SILENT, NEW]
"""The next day: one meeting is taken back, one released again, one silently changed, and minutes replace the agenda."""


class World:
    """A site on the day before everything changes, and as many copies of it as are killed."""

    def __init__(self, folder: Path, portal: FakePortal) -> None:
        self.portal = portal
        self._folder = folder
        self._start = folder / "begin"
        self._copies = 0
        portal.published[:] = BEFORE
        first = Site(self._start, portal, FakeClock())
        self._start.mkdir()
        first.fetch()
        portal.published[:] = AFTER
        first.fetch_next_day()  # It misses one meeting for the first time, and is told all else.
        portal.published[:] = [*AFTER, replace(NEW, id=guid("oktober"), start="2026-10-13T18:00:00+02:00")]

    def copy(self) -> Site:
        """The site, two days later: the meeting that was missed is gone, and there is a new one."""
        self._copies += 1
        root = self._folder / str(self._copies)
        shutil.copytree(self._start, root)
        clock = FakeClock()
        clock.pass_hours(48)
        return Site(root, self.portal, clock)

    def empty(self) -> Site:
        """A site that has fetched nothing yet."""
        self._copies += 1
        root = self._folder / str(self._copies)
        root.mkdir()
        return Site(root, self.portal, FakeClock())


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with FakePortal() as portal:
        yield World(tmp_path_factory.mktemp("kill"), portal)


def state(site: Site) -> dict[str, object]:
    """All that was kept; only when each answer came is left out."""
    found = {path.relative_to(site.root): path for path in site.root.rglob("*") if path.is_file()}
    return {
        name.as_posix(): _without_times(path)
        if (name.parts[0], name.suffix) == ("raw", ".json")
        else path.read_text("utf-8")
        for name, path in found.items()
        if name.parts[0] != ".cache"
    }


def _without_times(path: Path) -> object:
    kept = json.loads(path.read_bytes())
    kept.pop("fetched_at")
    return kept


def fetch_and_be_killed(site: Site, number: int) -> None:
    """A run in a process of its own, which is killed after it has sent its request of that number."""
    known, victim = Event(), [0]

    def kill(asked: int) -> None:
        known.wait()
        if asked == number:
            os.kill(victim[0], signal.SIGKILL)

    site.portal.forget()
    site.portal.before_reply = kill
    process = os.fork()
    if process == 0:
        site.fetch()
        os._exit(0)
    victim[0] = process
    known.set()
    os.waitpid(process, 0)
    site.portal.before_reply = lambda _: None


@pytest.mark.parametrize("which", ["copy", "empty"])
def test_a_run_that_is_killed_at_any_request_is_made_good_by_the_next(world: World, which: str) -> None:
    clean: Site = getattr(world, which)()
    clean.fetch()
    requests = len(world.portal.asked)
    assert requests > 8
    for number in range(1, requests + 1):
        site: Site = getattr(world, which)()
        fetch_and_be_killed(site, number)
        assert len(world.portal.asked) == number
        site.fetch()
        assert state(site) == state(clean), f"killed at request {number}"
        assert len(world.portal.asked) <= requests


@pytest.mark.parametrize("how", How)
def test_a_run_that_is_stopped_at_any_write_is_made_good_by_the_next(world: World, how: How) -> None:
    clean = world.copy()
    writes = count_writes(clean.fetch, clean.root)
    assert writes > 20
    for number in range(1, writes + 1):
        site = world.copy()
        stop_at(number, how, site.fetch, site.root)
        site.fetch()
        assert state(site) == state(clean), f"{how} at write {number}"


def test_the_clean_run_has_seen_everything(world: World) -> None:
    site = world.copy()
    run = site.fetch()
    assert set(run.outcomes.values()) == {"written", "withdrawn"}
    texts = "\n".join(site.records.values())
    assert texts.count("changes:") == 2
    assert texts.count("status: withdrawn") == 1
