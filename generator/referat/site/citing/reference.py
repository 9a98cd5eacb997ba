"""All that a reference to one item of a meeting tells."""

import datetime as dt

from msgspec import Struct


class Reference(Struct, frozen=True, kw_only=True):
    """One item, as it is cited."""

    key: str
    """Of letters, digits and hyphens, and the item's own among all sites: ``strandby-byraadet-2024-09-03-punkt-3``."""
    municipality: str
    body: str
    date: dt.date
    kind: str
    """What the document is called: ``Referat``, ``Dagsorden``."""
    number: str | None
    """The item's, as printed."""
    title: str | None
    """None where the source has none, or where it must not be shown."""
    case_number: str | None
    url: str
    """Rooted at the site, with the item's anchor."""
    version: str | None
    """Which edition was cited: ``rettet 2026-03-02, kilde SHA-256 9f2c1a7b3d4e``."""

    @property
    def author(self) -> str:
        """Who wrote the minutes: ``Strandby Kommune, Byrådet``."""
        return f"{self.municipality} Kommune, {self.body}"

    @property
    def name(self) -> str:
        """The item's title, or what stands in for one: ``Punkt 3``."""
        return self.title or (f"Punkt {self.number}" if self.number else "Punkt uden overskrift")

    @property
    def note(self) -> str:
        """What no field of a reference has a place for: ``Punkt 3, sag 24/1187``."""
        told = [
            f"Punkt {self.number}" if self.number else None,
            f"sag {self.case_number}" if self.case_number else None,
        ]
        return ", ".join(part for part in told if part)
