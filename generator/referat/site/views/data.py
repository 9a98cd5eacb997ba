"""What there is to follow and to download, and on what terms."""

from collections.abc import Iterable

from msgspec import Struct

from referat.site.urls import CATALOGUE, DATA
from referat.site.views.head import Head
from referat.site.views.place import Place
from referat.site.views.tables import TABLES
from referat.site.words import phrase


class TableFile(Struct, frozen=True):
    """One table, in the formats that it has."""

    name: str
    """``meetings``, ``items`` or ``decisions``."""
    url: str
    """Rooted at the site, without ``.csv`` and ``.jsonl``."""


class DataPlace(Struct, frozen=True):
    """What there is of one municipality."""

    name: str
    url: str
    tables: tuple[TableFile, ...]


class DataView(Struct, frozen=True, kw_only=True):
    """What ``data.html`` shows."""

    head: Head
    places: tuple[DataPlace, ...]
    catalogue: str
    """The address of the catalogue that programs read, on a site that knows its own address."""


def data_view(places: Iterable[Place]) -> DataView:
    """The page of all exports."""
    return DataView(
        head=Head(
            title=phrase("data.title"), url=DATA, here=phrase("data.title"), description=phrase("data.description")
        ),
        places=tuple(
            DataPlace(place.name, place.url, tuple(TableFile(name, f"/data{place.url}{name}") for name in TABLES))
            for place in places
        ),
        catalogue=CATALOGUE,
    )
