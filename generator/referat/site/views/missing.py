"""The page for an address that is not there."""

from msgspec import Struct

from referat.site.urls import MISSING
from referat.site.views.head import Head
from referat.site.words import phrase


class MissingView(Struct, frozen=True, kw_only=True):
    """What ``404.html`` shows."""

    head: Head


def missing_view() -> MissingView:
    """The page that a host shows with status 404."""
    return MissingView(head=Head(title=phrase("missing.title"), url=MISSING, listed=False))
