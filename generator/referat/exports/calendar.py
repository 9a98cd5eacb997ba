"""A calendar before it is written: who meets when."""

import datetime as dt

from msgspec import Struct

from referat.site.words import Said


class Event(Struct, frozen=True, kw_only=True):
    """One meeting."""

    id: str
    """The address of the meeting's page, rooted at the site: calendars know the event by it, for ever."""
    title: Said
    date: dt.date
    begins: dt.time | None
    """Local Danish time. None: not known, and the event has no hours."""
    ends: dt.time | None
    place: str | None
    updated: dt.date
    """The day that the content itself gives: of the meeting, or of what was corrected or withdrawn since."""
    revision: int
    """How often it was changed after its first publication."""
    cancelled: bool
    """The publication was taken back."""


class Calendar(Struct, frozen=True, kw_only=True):
    """The meetings of a municipality or a body."""

    url: str
    name: Said
    events: tuple[Event, ...]
    """The newest first."""
