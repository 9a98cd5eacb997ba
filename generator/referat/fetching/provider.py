"""What passes between the portals' systems and the fetching: listings, publications, and the seam itself.

A *portal* is one municipality's site in one system. It lists *publications*: an agenda, the minutes or a supplement
of one meeting, each under an id of its own. Ids change when something is published again; a meeting does not.
"""

import datetime as dt
from typing import Any, Protocol

from msgspec import Struct

from referat.fetching.answer import Answer
from referat.fetching.client import Client
from referat.importing.outline import Outline
from referat.model import Minutes, MinutesKind
from referat.problems import Problem


class Portal(Struct, frozen=True, kw_only=True):
    """One municipality's portal."""

    municipality: str
    """By its name in the records: ``Strandby``."""
    provider: str
    """The system: a `Provider`'s name."""
    host: str
    """``dagsordener.strandby.example``, with a port where it is not the usual one. Nothing else is ever called."""

    @property
    def origin(self) -> str:
        """``https://host``. Only a portal on this very machine is asked in the clear."""
        loopback = self.host.partition(":")[0] in ("127.0.0.1", "localhost")
        return f"{'http' if loopback else 'https'}://{self.host}"


class Span(Struct, frozen=True):
    """Days of meetings, both included. None is no bound."""

    since: dt.date | None = None
    until: dt.date | None = None

    def holds(self, date: dt.date) -> bool:
        """Whether the day lies within."""
        return (self.since is None or self.since <= date) and (self.until is None or date <= self.until)


class Row(Struct, frozen=True, kw_only=True):
    """One publication as the portal's list tells of it."""

    id: str
    """The portal's own id. It is looked up by, and never shown as an address of ours."""
    committee: str
    """The body's name as the portal writes it; it may end in an election period."""
    committee_id: str | None = None
    """Changes from one election period to the next."""
    start: dt.datetime
    """Local Danish time with its offset. At midnight where `timed` is false."""
    timed: bool = True
    """Whether the portal tells the time of day."""
    end: dt.datetime | None = None
    """Planned in an agenda, real in minutes. Some portals tell it here and nowhere else."""
    released: dt.datetime | None = None
    """When this publication was released, or released again. Old ones have none."""
    place: str | None = None
    is_minutes: bool | None = None
    """None where only the publication itself tells whether it is an agenda or minutes."""
    supplement: bool = False
    name: str | None = None
    """What the portal calls it, in free words: ``Referat``. A hint, no more."""
    group: str | None = None
    """Under which heading the portal lists the body."""
    served: dict[str, Any] = {}
    """The row just as it was served, for the raw store."""

    @property
    def date(self) -> dt.date:
        """The day of the meeting, in Denmark."""
        return self.start.date()

    def kind(self, *, is_minutes: bool) -> MinutesKind:
        """What kind of record it becomes, where it is known whether it is minutes."""
        if self.supplement:
            return MinutesKind.MINUTES_ADDENDUM if is_minutes else MinutesKind.AGENDA_ADDENDUM
        return MinutesKind.MINUTES if is_minutes else MinutesKind.AGENDA


class Listing(Struct, frozen=True, kw_only=True):
    """All publications of a portal, or of some days. It is whole, or it is not made: see `Provider`."""

    rows: tuple[Row, ...]
    """Each id once."""
    covers: Span = Span()
    """The days it tells of. What lies outside is not missing."""
    answer: Answer
    """As it came (of several, one made of them all). It is kept as the last good list."""
    problems: tuple[Problem, ...] = ()
    """What was strange and is no reason to refuse the list."""


class Publication(Struct, frozen=True, kw_only=True):
    """One publication, checked: it is whole, and it is the one that was asked for."""

    portal: Portal
    row: Row
    answer: Answer
    """As it came."""
    digest: str
    """A hash of what it says. Ids, links and the order of keys do not count: the same text published again is equal."""
    is_minutes: bool
    is_empty: bool = False
    """It has no items at all."""

    @property
    def kind(self) -> MinutesKind:
        """What kind of record it becomes."""
        return self.row.kind(is_minutes=self.is_minutes)


class Mapped(Struct, frozen=True, kw_only=True):
    """A publication as a record."""

    minutes: Minutes
    problems: tuple[Problem, ...] = ()


class LogOn(Struct, frozen=True, kw_only=True):
    """How a system gives the cookie that its calls need. It is for anybody: there is no account."""

    start: str = "/"
    """The page that gives it."""
    refusal: str
    """The path that a call without a good cookie is sent to. Upper and lower case count as equal."""


class Provider(Protocol):
    """One system that portals run on: a module or package of ``referat.fetching.providers`` with a ``PROVIDER``.

    Whatever cannot be trusted is refused as a whole with `faults.UnavailableError`: a list with a fault is no list, or
    one that was cut off would look as if the municipality had deleted everything.
    """

    @property
    def name(self) -> str:
        """As in ``site.toml`` and in the index: ``firstagenda``."""

    @property
    def log_on(self) -> LogOn | None:
        """Where its calls need a cookie."""

    def list_publications(self, client: Client, portal: Portal, wanted: Span) -> Listing:
        """Everything that is published, or at least all of the wanted days. `Listing.covers` says which it is."""

    def fetch_publication(self, client: Client, portal: Portal, row: Row) -> Publication:
        """Ask for one publication, and check that the answer is it."""

    def check_publication(self, portal: Portal, row: Row, answer: Answer) -> Publication:
        """The same for an answer that was kept. Pure."""

    def to_minutes(self, publication: Publication) -> Mapped:
        """The record that it becomes. Pure. The body's name and the meeting's number that day are settled later."""

    def outline(self, publication: Publication) -> Outline:
        """All that it holds, for an import of an answer that was kept. Pure."""

    def publication_url(self, portal: Portal, row: Row) -> str:
        """Where readers find it on the portal."""
