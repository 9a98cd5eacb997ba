"""On which system, and at which host, each municipality publishes its minutes.

The table beside this module holds public facts, a municipality a line: name, system, host, since when it is there
(where that is known) and when it was last seen there, as year and month. Where one moves, its line changes.
"""

from functools import cache
from importlib import resources

from msgspec import Struct


class KnownPortal(Struct, frozen=True, kw_only=True):
    """Where a municipality publishes."""

    municipality: str
    """By its name in the table of municipalities."""
    system: str
    """A short name of the software: ``firstagenda``. Not every system can be fetched from."""
    host: str
    since: str | None
    """``2026-02``: what is older was published elsewhere. None where it isn't known."""
    seen: str
    """``2026-10``: when it was last found there."""


@cache
def known_portals() -> tuple[KnownPortal, ...]:
    """The portals of all municipalities, in the order of their official codes."""
    lines = resources.files(__package__).joinpath("portals.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return tuple(
        KnownPortal(municipality=name, system=system, host=host, since=since or None, seen=seen)
        for name, system, host, since, seen in rows
    )


def municipality_at(host: str) -> str | None:
    """The municipality that publishes at the host. None where the table does not have it."""
    return next((portal.municipality for portal in known_portals() if portal.host == host.casefold()), None)
