"""A meeting: the facts, the agenda with what came of each item, then every item."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from msgspec import Struct

from referat.model import Minutes, MinutesKind, Status
from referat.site.mentions import LinkedText
from referat.site.nodes import MeetingNode, MeetingRef, Record
from referat.site.views.anchored import MEETING, anchored
from referat.site.views.attendance import Absences, absences
from referat.site.views.changes import ChangeLine, change_lines, changed_items
from referat.site.views.citations import citations_url
from referat.site.views.glossary import GlossaryWord, words_in
from referat.site.views.head import Head, Link, Linker
from referat.site.views.item import HeadedText, ItemView, item_view
from referat.site.views.origin import Origin, origin_of
from referat.site.views.tally import OutcomeCount, tally
from referat.site.views.version import Version, version_of
from referat.site.words import phrase


class Correction(Struct, frozen=True, kw_only=True):
    """A note that the record was corrected."""

    date: dt.date | None
    words: str | None


class Withdrawal(Struct, frozen=True, kw_only=True):
    """A note that the record was taken back."""

    date: dt.date | None
    words: str | None
    """Why the site's publisher took it back. None: the municipality did."""


class MeetingView(Struct, frozen=True, kw_only=True):
    """What ``meeting.html`` shows."""

    head: Head
    municipality: Link
    body: Link
    date: dt.date
    begins: dt.time | None
    ends: dt.time | None
    place: str | None
    period: str | None
    sequence: int
    kind: MinutesKind
    agenda_only: bool
    """No minutes are known: everything on the page is still to come."""
    status: Status | None
    correction: Correction | None
    changes: tuple[ChangeLine, ...]
    """What the municipality changed after it was first read, the newest first."""
    version: Version
    citations: str
    """The address of the files with references to all items, without ``.bib`` and ``.json``."""
    withdrawal: Withdrawal | None
    """The record was taken back: nothing is left but its front matter."""
    participants: tuple[str, ...]
    absent: tuple[Absences, ...]
    preambles: tuple[LinkedText, ...]
    """What stands before the first item: of the main record, then of each addendum."""
    words: tuple[GlossaryWord, ...]
    """The words of the town hall that stand in the decisions and the headings."""
    tally: tuple[OutcomeCount, ...]
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
    changes = change_lines(node)
    records = (Record(minutes=node.minutes, path=node.path), *node.addenda)
    outside = _outside([record.minutes for record in records], link)
    origins = tuple(origin for record in records if (origin := origin_of(record)) is not None)
    return MeetingView(
        head=_head(node),
        municipality=Link(node.municipality, node.municipality_url),
        body=Link(node.body, node.body_url),
        date=node.date,
        begins=meeting.time,
        ends=meeting.ends,
        place=meeting.place,
        period=meeting.period,
        sequence=meeting.sequence,
        kind=meeting.kind,
        agenda_only=meeting.kind.is_agenda,
        status=meeting.status,
        correction=_correction(node),
        changes=changes,
        version=version_of(node),
        citations=citations_url(node),
        withdrawal=_withdrawal(node),
        participants=meeting.participants,
        absent=absences(meeting.absent),
        preambles=outside.preambles,
        words=words_in(_telling(node)),
        tally=tally(item.outcome for item in node.items),
        items=_items(node, changed_items(changes), link),
        annexes=outside.annexes,
        unplaced=outside.unplaced,
        origins=origins,
        unsure=any(origin.unsure for origin in origins),
        loses_numbers=any(origin.loses_numbers for origin in origins),
        previous=node.previous,
        next=node.next,
    )


def _items(node: MeetingNode, changed: Mapping[str, dt.date], link: Linker) -> tuple[ItemView, ...]:
    return tuple(item_view(item, node.date, link, changed.get(item.anchor)) for item in node.items)


class _Outside(NamedTuple):
    preambles: tuple[LinkedText, ...]
    annexes: tuple[HeadedText, ...]
    unplaced: tuple[LinkedText, ...]


def _outside(records: Sequence[Minutes], link: Linker) -> _Outside:
    """The texts that belong to no item. They are numbered together, so that no passage's id is given twice."""
    preambles = [minutes.preamble for minutes in records if minutes.preamble]
    annexes = [annex for minutes in records for annex in minutes.annexes]
    unplaced = [minutes.unplaced for minutes in records if minutes.unplaced]
    texts = iter(anchored([*preambles, *(annex.text for annex in annexes), *unplaced], MEETING, link))
    return _Outside(
        preambles=tuple(islice(texts, len(preambles))),
        annexes=tuple(HeadedText(annex.title, next(texts)) for annex in annexes),
        unplaced=tuple(texts),
    )


def _telling(node: MeetingNode) -> Iterator[str]:
    """The short texts in which the words of the town hall stand."""
    for item in node.items:
        yield from (decision.text for decision in item.own)
        yield from (part.heading for part in item.item.parts)


def _head(node: MeetingNode) -> Head:
    meeting = node.minutes.meeting
    when = phrase("meeting.day", date=node.date)
    if meeting.sequence > 1:
        when = phrase("meeting.day_again", date=node.date, sequence=meeting.sequence)
    what = "meeting.description_agenda" if meeting.kind.is_agenda else "meeting.description_minutes"
    return Head(
        title=phrase("meeting.title", body=node.body, when=when, place=node.municipality),
        url=node.url,
        here=when,
        crumbs=(Link(node.municipality, node.municipality_url), Link(node.body, node.body_url)),
        description=phrase(what, body=node.body, place=node.municipality, when=when),
        listed=meeting.status is not Status.WITHDRAWN,
    )


def _withdrawal(node: MeetingNode) -> Withdrawal | None:
    meeting = node.minutes.meeting
    if meeting.withdrawn is None and meeting.status is not Status.WITHDRAWN:
        return None
    return Withdrawal(date=meeting.withdrawn, words=meeting.withdrawal)


def _correction(node: MeetingNode) -> Correction | None:
    meeting = node.minutes.meeting
    if meeting.corrected is None and meeting.correction is None and meeting.status is not Status.CORRECTED:
        return None
    return Correction(date=meeting.corrected, words=meeting.correction)
