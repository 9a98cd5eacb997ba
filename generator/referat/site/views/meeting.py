"""A meeting: the facts, the agenda with what came of each item, then every item."""

import datetime as dt

from msgspec import Struct

from referat.model import MinutesKind, Status
from referat.site.mentions import LinkedText
from referat.site.nodes import MeetingNode, MeetingRef, Record
from referat.site.views.head import Head, Link, Linker
from referat.site.views.item import HeadedText, ItemView, item_view
from referat.site.views.origin import Origin, origin_of
from referat.vocabulary.dates import format_long, format_time, format_with_weekday


class Correction(Struct, frozen=True, kw_only=True):
    """A note that the record was corrected."""

    date: dt.date | None
    words: str | None


class MeetingView(Struct, frozen=True, kw_only=True):
    """What ``meeting.html`` shows."""

    head: Head
    municipality: Link
    body: Link
    date: dt.date
    when: str
    """Day and hour in words: ``tirsdag den 14. maj 2024 kl. 16.30–18.30``."""
    place: str | None
    period: str | None
    sequence: int
    kind: MinutesKind
    agenda_only: bool
    """No minutes are known: everything on the page is still to come."""
    status: Status | None
    correction: Correction | None
    participants: tuple[str, ...]
    absent: tuple[str, ...]
    preambles: tuple[LinkedText, ...]
    """What stands before the first item: of the main record, then of each addendum."""
    items: tuple[ItemView, ...]
    annexes: tuple[HeadedText, ...]
    unplaced: tuple[LinkedText, ...]
    origins: tuple[Origin, ...]
    unsure: bool
    """One of the documents was read with little certainty."""
    loses_numbers: bool
    """Figures may be missing in the text of one of the documents."""
    previous: MeetingRef | None
    next: MeetingRef | None


def meeting_view(node: MeetingNode, link: Linker) -> MeetingView:
    """The page of one meeting, its addenda included. Every text of its records is in it."""
    meeting = node.minutes.meeting
    records = (Record(minutes=node.minutes, path=node.path), *node.addenda)
    origins = tuple(origin for record in records if (origin := origin_of(record)) is not None)
    return MeetingView(
        head=_head(node),
        municipality=Link(node.municipality, node.municipality_url),
        body=Link(node.body, node.body_url),
        date=node.date,
        when=_when(node.date, meeting.time, meeting.ends),
        place=meeting.place,
        period=meeting.period,
        sequence=meeting.sequence,
        kind=meeting.kind,
        agenda_only=meeting.kind.is_agenda,
        status=meeting.status,
        correction=_correction(node),
        participants=meeting.participants,
        absent=meeting.absent,
        preambles=tuple(link(record.minutes.preamble) for record in records if record.minutes.preamble),
        items=tuple(item_view(item, node.date, link) for item in node.items),
        annexes=tuple(
            HeadedText(annex.title, link(annex.text)) for record in records for annex in record.minutes.annexes
        ),
        unplaced=tuple(link(record.minutes.unplaced) for record in records if record.minutes.unplaced),
        origins=origins,
        unsure=any(origin.unsure for origin in origins),
        loses_numbers=any(origin.loses_numbers for origin in origins),
        previous=node.previous,
        next=node.next,
    )


def _head(node: MeetingNode) -> Head:
    day = format_long(node.date)
    sequence = node.minutes.meeting.sequence
    when = day if sequence == 1 else f"{day} ({sequence}. møde)"
    what = "Dagsorden" if node.minutes.meeting.kind.is_agenda else "Referat"
    return Head(
        title=f"{node.body}, {when}, {node.municipality}",
        url=node.url,
        here=when,
        crumbs=(Link(node.municipality, node.municipality_url), Link(node.body, node.body_url)),
        description=f"{what} fra mødet i {node.body}, {node.municipality} Kommune, den {when}.",
    )


def _when(date: dt.date, begins: dt.time | None, ends: dt.time | None) -> str:
    day = format_with_weekday(date)
    if begins is None:
        return day
    return f"{day} {format_time(begins)}" if ends is None else f"{day} {format_time(begins)}–{ends:%H.%M}"


def _correction(node: MeetingNode) -> Correction | None:
    meeting = node.minutes.meeting
    if meeting.corrected is None and meeting.correction is None and meeting.status is not Status.CORRECTED:
        return None
    return Correction(date=meeting.corrected, words=meeting.correction)
