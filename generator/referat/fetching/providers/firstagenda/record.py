"""A FirstAgenda publication as a record: who met when, and every item with all that its answer holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from referat.fetching.clock import in_denmark
from referat.fetching.mapping import to_mapped
from referat.fetching.providers.firstagenda.addresses import meeting_url
from referat.fetching.providers.firstagenda.items import outline_item
from referat.fetching.providers.firstagenda.shapes import Agenda
from referat.fetching.providers.firstagenda.texts import Surroundings, clean
from referat.importing.extract.html.fragment import Fragment
from referat.importing.outline import Entry, Outline, Text, told
from referat.importing.reading.starts import Own
from referat.model import Meeting
from referat.vocabulary.bodies import split_period, tidy
from referat.vocabulary.portal_words import ABSENCE, APOLOGY, PICTURE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat.fetching.provider import Mapped, Publication
    from referat.fetching.providers.firstagenda.shapes import Attendee, Item

FORMAT = "firstagenda_portal"
"""What a record's source names as its format."""
TITLE = "FirstAgenda portal"


def to_minutes(publication: Publication) -> Mapped:
    """The record that a checked publication becomes. Pure. The privacy gate has not seen it yet."""
    return to_mapped(outline(publication))


def outline(publication: Publication) -> Outline:
    """All that a checked publication holds. Pure."""
    agenda = msgspec.json.decode(publication.answer.body.removeprefix(b"\xef\xbb\xbf"), type=Agenda)
    origin = publication.portal.origin if publication.portal.host else None
    url = meeting_url(origin, publication.row.id) if origin else None
    meeting = _meeting(agenda, publication)
    own = Own(body=meeting.body, date=meeting.date)
    around = Surroundings(own=own, is_minutes=publication.is_minutes, origin=origin)
    items = sorted(agenda.items, key=lambda item: item.sorting)
    outlines = [outline_item(item, around) for item in items]
    entries = (*_head(agenda, meeting), *(entry for item in outlines for entry in item.entries))
    withheld = [(item, told.withheld) for item, told in zip(items, outlines, strict=True)]
    return Outline(
        entries=entries,
        meeting=meeting,
        remarks=(*_left_out(withheld), *_pictures(entries), *_unread(items)),
        format=FORMAT,
        title=TITLE,
        data=publication.answer.body,
        name=url or publication.answer.url,
        url=url,
    )


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


def _left_out(items: Sequence[tuple[Item, int]]) -> Iterator[tuple[str, str]]:
    for item, count in items:
        if count:
            message = f"Item {item.number or '?'} is closed, and the portal holds {count} characters of it: left out"
            yield "closed_text_left_out", message


def _pictures(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    texts = (line.text for entry in entries if isinstance(entry, Text) for line in entry.lines)
    count = sum(text.count(PICTURE) for text in texts)
    if count:
        yield "images_left_out", f"{count} pictures are seen only on the portal"


def _unread(items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    names = sorted({name for item in items for name in item.unread})
    if names:
        yield "portal_field_unread", f"The portal tells something that is not read yet: {', '.join(names)}"
