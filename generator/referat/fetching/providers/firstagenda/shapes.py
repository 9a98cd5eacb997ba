"""The answers of a FirstAgenda Publication portal, as values: only the fields that mean something.

What some portals leave out or send as null may be missing here, too. Numbers and flags come as text in some fields.
"""

import datetime as dt
from typing import Any

from msgspec import Struct, field

NO_ID = "00000000-0000-0000-0000-000000000000"
"""Stands where there is none."""


class Field(Struct, frozen=True, kw_only=True):
    """A text of an item. There is nearly always one, which holds all sections in its HTML."""

    heading: str | None = field(default=None, name="Navn")
    html: str | None = field(default=None, name="Html")
    text: str | None = field(default=None, name="Tekst")
    document: str | None = field(default=None, name="DocumentId")
    """A PDF of the whole presentation, or `NO_ID`."""
    link: str | None = field(default=None, name="Link")
    """Where that PDF is shown."""


class Attached(Struct, frozen=True, kw_only=True):
    """An attachment. Its id is another one each time the meeting is published."""

    name: str | None = field(default=None, name="Navn")
    id: str | None = field(default=None, name="Id")
    pdf: bool | str | None = field(default=None, name="HarPdfVersion")

    @property
    def has_pdf(self) -> bool:
        """Whether the portal can show it. It says so in words: ``"true"``."""
        return str(self.pdf).casefold() != "false"


class Item(Struct, frozen=True, kw_only=True):
    """An item of the meeting."""

    id: str = field(name="Id")
    agenda: str | None = field(default=None, name="AgendaUid")
    """The publication's id again."""
    sorting: int = field(default=0, name="Sorting")
    """Its place in the meeting."""
    number: str | int | None = field(default=None, name="Punktnummer")
    title: str | None = field(default=None, name="Navn")
    case_number: str | None = field(default=None, name="SagsNummer")
    is_open: bool = field(default=True, name="IsOpen")
    fields: tuple[Field, ...] | None = field(default=None, name="Felter")
    attached: tuple[Attached, ...] | None = field(default=None, name="Bilag")
    presentations: Any = field(default=None, name="Presentations")
    decision: Any = field(default=None, name="ItemDecision")
    documents: Any = field(default=None, name="Documents")
    attendees: Any = field(default=None, name="ExternalAgendaItemAttendees")
    sound: Any = field(default=None, name="Lydfiler")

    @property
    def unread(self) -> tuple[str, ...]:
        """The fields that hold something nobody has seen yet: they have always been empty."""
        names = ("Presentations", "ItemDecision", "Documents", "ExternalAgendaItemAttendees", "Lydfiler")
        values = (self.presentations, self.decision, self.documents, self.attendees, self.sound)
        return tuple(name for name, value in zip(names, values, strict=True) if value)


class Attendee(Struct, frozen=True, kw_only=True):
    """One who was, or should have been, at the meeting."""

    name: str | None = field(default=None, name="Name")
    absent: bool = field(default=False, name="Absent")
    """Stayed away without a word (fravær)."""
    cancelled: bool = field(default=False, name="ParticipationCancelled")
    """Sent apologies (afbud)."""


class Committee(Struct, frozen=True, kw_only=True):
    """Who met."""

    id: str | None = field(default=None, name="Id")
    name: str = field(name="Navn")


class Meeting(Struct, frozen=True, kw_only=True):
    """When and where, and who was there. Its own id, end and release date are empty here: the list has them."""

    start: dt.datetime = field(name="MeetingBeginUtc")
    """Danish time with its offset, in spite of the name."""
    is_minutes: bool = field(name="Afsluttet")
    place: str | None = field(default=None, name="Sted")
    attendees: tuple[Attendee, ...] | None = field(default=None, name="Moededeltagere")
    name: str | None = field(default=None, name="Navn")
    description: str | None = field(default=None, name="Description")
    """Often only wrappers around nothing."""


class Agenda(Struct, frozen=True, kw_only=True):
    """One agenda or minutes, with all its items."""

    id: str = field(name="Id")
    committee: Committee = field(name="Udvalg")
    meeting: Meeting = field(name="Moede")
    items: tuple[Item, ...] = field(name="Dagsordenpunkter")
    supplement: bool | None = field(default=None, name="TillaegsDagsorden")


class ListedMeeting(Struct, frozen=True, kw_only=True):
    """A publication in the list."""

    id: str = field(name="Id")
    start: dt.datetime = field(name="MeetingBeginUtc")
    end: dt.datetime | None = field(default=None, name="MeetingEndUtc")
    released: dt.datetime | None = field(default=None, name="ReleasedDate")
    place: str | None = field(default=None, name="Sted")
    is_minutes: bool = field(name="Afsluttet")
    name: str | None = field(default=None, name="Navn")
    supplement: bool = field(default=False, name="IsSupplementaryAgenda")


class ListedCommittee(Struct, frozen=True, kw_only=True):
    """A body in the list, with its publications."""

    id: str = field(name="Id")
    name: str = field(name="Navn")
    meetings: tuple[ListedMeeting, ...] | None = field(name="Moeder")


class Listed(Struct, frozen=True, kw_only=True):
    """The whole list, by the headings that the portal shows it under."""

    groups: dict[str, tuple[ListedCommittee, ...]] = field(name="Udvalg")
