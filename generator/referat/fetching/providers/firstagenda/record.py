"""A FirstAgenda publication as a record: who met when, and every item with all that its answer holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from referat.fetching.clock import in_denmark
from referat.fetching.provider import Mapped
from referat.fetching.providers.firstagenda.addresses import meeting_url
from referat.fetching.providers.firstagenda.items import outline_item
from referat.fetching.providers.firstagenda.shapes import Agenda
from referat.fetching.providers.firstagenda.texts import Surroundings, clean
from referat.importing.diagnostics import diagnose
from referat.importing.extract.html.fragment import Fragment
from referat.importing.outline import Entry, Origin, OutlineRead, Text, read_outline, told
from referat.importing.reading.starts import Own
from referat.model import Meeting
from referat.vocabulary.bodies import split_period, tidy
from referat.vocabulary.portal_words import ABSENCE, APOLOGY, PICTURE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat.fetching.provider import Publication
    from referat.fetching.providers.firstagenda.shapes import Attendee, Item
    from referat.importing.document import Document
    from referat.problems import Problem

FORMAT = "firstagenda_portal"
"""What a record's source names as its format."""

TOLD = frozenset({"closed_text_left_out", "coverage_gap", "portal_field_unread", "score_low", "unplaced_text"})
"""What a publisher can act on. That an item has no decision is how the municipality wrote its minutes."""


def to_minutes(publication: Publication) -> Mapped:
    """The record that the publication becomes. Pure. Nothing has been screened by the privacy gate yet."""
    assessed = read_publication(publication).assessed
    meeting = assessed.minutes.meeting
    source = meeting.source and replace(meeting.source, name=None)  # Its address says it all.
    minutes = replace(assessed.minutes, meeting=replace(meeting, source=source))
    return Mapped(minutes=minutes, problems=tuple(problem for problem in assessed.problems if problem.code in TOLD))


def read_publication(publication: Publication) -> OutlineRead:
    """The record of a publication that has been checked, and the account of its text. Pure.

    Nothing in the record has been screened by the privacy gate yet.
    """
    agenda = msgspec.json.decode(publication.answer.body.removeprefix(b"\xef\xbb\xbf"), type=Agenda)
    meeting = _meeting(agenda, publication)
    own = Own(body=meeting.body, date=meeting.date)
    around = Surroundings(own=own, is_minutes=publication.is_minutes, origin=publication.portal.origin)
    items = sorted(agenda.items, key=lambda item: item.sorting)
    outlines = [outline_item(item, around) for item in items]
    entries = [*_head(agenda, meeting), *(entry for outline in outlines for entry in outline.entries)]
    url = meeting_url(publication.portal.origin, publication.row.id)
    origin = Origin(data=publication.answer.body, name=url, url=url, format=FORMAT)
    read = read_outline(entries, meeting, origin)
    left_out = [(item, outline.withheld) for item, outline in zip(items, outlines, strict=True)]
    problems = (*read.assessed.problems, *_left_out(left_out, read.document), *_unread(items, read.document))
    return replace(read, assessed=replace(read.assessed, problems=problems))


def _meeting(agenda: Agenda, publication: Publication) -> Meeting:
    row, listed = publication.row, agenda.meeting
    start = in_denmark(listed.start)
    name, period = split_period(clean(agenda.committee.name))
    # Before the meeting the list tells who is called, not who came.
    people = [one for one in listed.attendees or () if clean(one.name or "")] if publication.is_minutes else []
    return Meeting(
        municipality=publication.portal.municipality,
        body=tidy(name),
        date=start.date(),
        time=start.time(),
        ends=in_denmark(row.end).time() if row.end and publication.is_minutes else None,
        place=clean(listed.place or row.place or "") or None,
        period=period,
        kind=publication.kind,
        participants=tuple(clean(one.name or "") for one in people if not (one.absent or one.cancelled)),
        absent=tuple(_absent(one) for one in people if one.absent or one.cancelled),
    )


def _absent(one: Attendee) -> str:
    return f"{clean(one.name or '')} ({APOLOGY if one.cancelled else ABSENCE})"


def _head(agenda: Agenda, meeting: Meeting) -> Iterator[Entry]:
    """The values of the head, and the description, which is nearly always an empty wrapper."""
    yield told(f"{meeting.body}")
    yield from (told(value) for value in (meeting.period, meeting.place) if value)
    for name in meeting.participants:
        yield told(name)
    if agenda.meeting.description and agenda.meeting.description.strip():
        fragment = Fragment(agenda.meeting.description, picture=PICTURE)
        yield Text((*fragment.lines(fragment.nodes), *fragment.rest()))


def _left_out(items: Sequence[tuple[Item, int]], document: Document) -> Iterator[Problem]:
    for item, count in items:
        if count:
            message = f"Item {item.number or '?'} is closed, and the portal holds {count} characters of it: left out"
            yield diagnose("closed_text_left_out", message, document)
    pictures = document.text.count(PICTURE)
    if pictures:
        yield diagnose("images_left_out", f"{pictures} pictures are seen only on the portal", document)


def _unread(items: Sequence[Item], document: Document) -> Iterator[Problem]:
    names = sorted({name for item in items for name in item.unread})
    if names:
        message = f"The portal tells something that is not read yet: {', '.join(names)}"
        yield diagnose("portal_field_unread", message, document)
