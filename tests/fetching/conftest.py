"""A site and the portal that it follows."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fetching.clock import FakeClock
from tests.fetching.following import Site
from tests.fetching.portal import FakePortal
from tests.fetching.summer import MEETINGS


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """These sites need not outlive a power cut."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """An empty site, and a portal with nothing published."""
    clock = FakeClock()
    with FakePortal(monotonic=clock.monotonic) as portal:
        yield Site(tmp_path, portal, clock)


@pytest.fixture
def followed(site: Site) -> Site:
    """A site that has fetched the meetings of a summer once."""
    site.portal.published[:] = MEETINGS
    site.fetch()
    return site
