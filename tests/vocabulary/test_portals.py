"""The table of portals holds each municipality once, with a host that can be called."""

import re

from referat.vocabulary.municipalities import table
from referat.vocabulary.portals import known_portals


def test_every_municipality_has_one_portal() -> None:
    assert [portal.municipality for portal in known_portals()] == [municipality.name for municipality in table()]


def test_a_host_is_a_name_and_nothing_else() -> None:
    assert [
        portal.host for portal in known_portals() if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", portal.host)
    ] == []
    assert len({portal.host for portal in known_portals()}) == 98


def test_months_are_written_so_that_they_can_be_compared() -> None:
    months = [month for portal in known_portals() for month in (portal.since, portal.seen) if month is not None]
    assert [month for month in months if not re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", month)] == []


def test_nine_of_ten_publish_on_one_system() -> None:
    assert sum(portal.system == "firstagenda" for portal in known_portals()) == 88
