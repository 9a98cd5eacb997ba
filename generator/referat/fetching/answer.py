"""What a portal answered."""

from msgspec import Struct


class Answer(Struct, frozen=True, kw_only=True):
    """One answer, whole and with status 200."""

    url: str
    """What was asked for."""
    body: bytes
    """Unpacked, and otherwise just as it came."""
    content_type: str = ""
    """Without parameters, in lower case: ``application/json``. What it says of the letters is often wrong."""
    etag: str | None = None
    """By which the portal can be asked whether anything is new, where it offers that."""
    modified: str | None = None
    """The same, as the portal's own date."""
