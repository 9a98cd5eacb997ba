"""The values that the corpus is made of.

A node holds its own content and small *references* to its neighbours (a name and a URL), so that a page that is
rendered from a node depends on nothing else, and an unchanged node is an unchanged page. `referat.site.corpus` makes
them.
"""

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct

from referat.model import AgendaItem, Attachment, Decision, Minutes, Vote
from referat.vocabulary.casenumber import CaseNumber
from referat.vocabulary.outcomes import Outcome
from referat.vocabulary.referrals import Referral


class Record(Struct, frozen=True, kw_only=True):
    """A record as it was read, and where."""

    minutes: Minutes
    path: str
    """Relative to the site's folder, with slashes."""
    date_line: int = 1
    """The line that gives the meeting's date, for problems with its address to name."""


class MeetingRef(Struct, frozen=True, kw_only=True):
    """A link to a meeting."""

    municipality: str
    body: str
    date: dt.date
    url: str


class Treatment(Struct, frozen=True, kw_only=True):
    """One time that a case was dealt with: a line of its course."""

    body: str
    date: dt.date
    item_number: str | None
    outcome: Outcome
    text: str
    """The decision's words, Markdown. Empty where none are known."""
    title: str | None
    """The item's title at that meeting."""
    url: str | None
    """The item on its own meeting's page. None where only another meeting's minutes tell of the treatment."""
    told_by: MeetingRef | None
    """The meeting whose minutes tell of it, where it has no page of its own."""
    referral: Referral | None = None
    """Who had the case brought before which other body, where the words say so."""
    upcoming: bool = False
    """The item stands on an agenda of which no minutes are known."""
    closed: bool = False
    withdrawn: bool = False
    """The item was taken back: what was decided is not told, also where others tell it."""


class CaseRef(Struct, frozen=True, kw_only=True):
    """A link to a case."""

    municipality: str
    display: str
    url: str
    container: bool


class ItemNode(Struct, frozen=True, kw_only=True):
    """An agenda item in its place."""

    item: AgendaItem
    anchor: str
    """The id on the meeting's page: ``punkt-2``. It is part of the site's URLs and does not change."""
    url: str
    """``/strandby/byraad/2024-05-14/#punkt-2``."""
    path: str
    """The record it stands in."""
    addendum: bool
    """It came with a tillæg."""
    case: CaseRef | None
    own: tuple[Decision, ...]
    """The meeting's own decision; more than one only where the source prints more."""
    outcome: Outcome
    """Of the own decision: `Outcome.NONE` where there is none."""
    deciding: str
    """The words of the last own decision without the proposals, and the votes on them, that come before what was
    decided. Empty where there is none.
    """
    votes: tuple[Vote, ...]
    """In the own decision, in order."""
    referral: Referral | None
    """Who had the case brought before which other body, where the own decision says so."""
    earlier: tuple[Treatment, ...]
    """The treatments that the item itself tells of (its decisions of other bodies and dates), oldest first."""
    elsewhere: tuple[Treatment, ...]
    """All other treatments of the same case on this site, oldest first. Empty for a container case."""
    attachments: tuple[Attachment, ...]


class MeetingNode(Struct, frozen=True, kw_only=True):
    """A meeting: its main record, and the addenda to it."""

    url: str
    municipality: str
    municipality_url: str
    body: str
    body_url: str
    date: dt.date
    minutes: Minutes
    """The main record: the minutes, or the agenda while there are none."""
    path: str
    addenda: tuple[Record, ...]
    items: tuple[ItemNode, ...]
    """Of the main record and then of the addenda."""
    previous: MeetingRef | None
    """The same body's meeting before this one."""
    next: MeetingRef | None


class CaseNode(Struct, frozen=True, kw_only=True):
    """A case and its whole course, over all bodies of one municipality."""

    number: CaseNumber
    display: str
    """The number as the minutes print it (the form seen first)."""
    aliases: tuple[str, ...]
    """Other spellings that the minutes print."""
    municipality: str
    municipality_url: str
    slug: str
    url: str
    year: int
    """The number's own year, or the year of its first treatment."""
    title: str | None
    """Of the latest item with a title, an open one first. None for a container case and where no item has a title."""
    container: bool
    """The number is a collecting file (fællessag): its items are different subjects and must not be shown as one."""
    treatments: tuple[Treatment, ...]
    """Oldest first."""
    latest: Treatment
    """The last one with an outcome; else the last one."""
    elsewhere: tuple[CaseRef, ...]
    """Cases with the same number in other municipalities: they have nothing to do with each other."""
    shared_url: str | None
    """The page that tells them apart. None where no other municipality uses the number."""


class NumberUse(Struct, frozen=True, kw_only=True):
    """A case number and the case that a municipality uses it for: all that others need to know of the case."""

    number: CaseNumber
    ref: CaseRef


class Sharing(Struct, frozen=True):
    """A case number that several municipalities use: all that one must know of the others."""

    url: str
    """Of the page that tells the cases apart."""
    cases: tuple[CaseRef, ...]
    """By municipality."""


class BodyNode(Struct, frozen=True, kw_only=True):
    """A body and its meetings, newest first."""

    name: str
    url: str
    municipality: str
    municipality_url: str
    meetings: tuple[MeetingNode, ...]


class MunicipalityNode(Struct, frozen=True, kw_only=True):
    """A municipality: everything is partitioned by it, so that a change in one costs only that one."""

    name: str
    slug: str
    url: str
    bodies: tuple[BodyNode, ...]
    """By Danish alphabet, the council first."""
    cases: tuple[CaseNode, ...]
    """By year and number, newest first."""


class Corpus(Struct, frozen=True, kw_only=True):
    """The minutes of all municipalities."""

    municipalities: tuple[MunicipalityNode, ...]
    sharing: Mapping[str, Sharing]
    """The case numbers that several of them use, by their canonical form."""
