"""The table ``[fetch]``: how minutes are fetched from the municipalities' own portals."""

from collections.abc import Mapping

from msgspec import Struct

from referat.settings.values import Reader, contact_address, texts_by_name


class FetchSettings(Struct, frozen=True, kw_only=True):
    """What the publisher says about fetching."""

    contact: str | None = None
    """How a portal's operator can reach the publisher, as a URI: ``mailto:drift@strandby.example``. Every request
    carries it, and without it nothing is fetched."""
    hosts: Mapping[str, str] = {}
    """Portals that the bundled table does not know, or knows wrongly: ``host`` or ``provider:host`` by the
    municipality's name."""


FETCH: Mapping[str, Reader] = {"contact": contact_address, "hosts": texts_by_name}
"""The table's keys, which are the fields of `FetchSettings`."""
