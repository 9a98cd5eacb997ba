"""Records become meetings: one page for a body's meeting, made of its minutes or agenda and the addenda to it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from referat.model import AgendaItem, MinutesKind
from referat.problems import Problem
from referat.site import urls
from referat.site.anchors import take_anchor
from referat.site.nodes import MeetingRef, Record
from referat.vocabulary import casenumber
from referat.vocabulary.casenumber import CaseNumber
from referat.vocabulary.slugs import is_folder_name, slugify

_MAIN_FIRST = (MinutesKind.MINUTES, MinutesKind.AGENDA, MinutesKind.MINUTES_ADDENDUM, MinutesKind.AGENDA_ADDENDUM)


class PlacedItem(Struct, frozen=True, kw_only=True):
    """An agenda item with its address."""

    item: AgendaItem
    record: Record
    anchor: str
    url: str
    number: CaseNumber | None
    addendum: bool


class Gathering(Struct, frozen=True, kw_only=True):
    """A meeting before its relations are made."""

    ref: MeetingRef
    time: dt.time | None
    sequence: int
    main: Record
    addenda: tuple[Record, ...]
    items: tuple[PlacedItem, ...]

    @property
    def is_upcoming(self) -> bool:
        """Only an agenda of the meeting is known."""
        return self.main.minutes.meeting.kind.is_agenda


def gather_meetings(records: Iterable[Record]) -> tuple[tuple[Gathering, ...], tuple[Problem, ...]]:
    """The meetings that the records tell of, oldest first, and the records that cannot have a page of their own."""
    by_url: dict[str, list[Record]] = defaultdict(list)
    problems: list[Problem] = []
    for record in sorted(records, key=lambda record: record.path):
        unusable = _unusable_name(record)
        if unusable is None:
            by_url[_url(record)].append(record)
        else:
            problems.append(unusable)
    gatherings = []
    for url, told in by_url.items():
        chosen, doubles = _one_of_each_kind(url, told)
        gatherings.append(_gather(url, chosen))
        problems.extend(doubles)
    return tuple(sorted(gatherings, key=lambda g: (g.ref.date, g.sequence, g.ref.url))), tuple(problems)


_SHOWN = 60
"""Characters of a name in a message."""


def _url(record: Record) -> str:
    meeting = record.minutes.meeting
    return urls.meeting_url(meeting.municipality, meeting.body, meeting.date, meeting.sequence)


def _unusable_name(record: Record) -> Problem | None:
    meeting = record.minutes.meeting
    municipality, body = slugify(meeting.municipality), slugify(meeting.body)
    unfit = [
        name
        for name, slug, taken in (
            (meeting.municipality, municipality, urls.RESERVED),
            (meeting.body, body, urls.RESERVED_BODIES),
        )
        if slug in taken or not is_folder_name(slug)
    ]
    if not unfit:
        return None
    name = unfit[0] if len(unfit[0]) <= _SHOWN else f"{unfit[0][:_SHOWN]}…"
    return Problem(
        code="name_unusable",
        message=f"“{name}” cannot be part of an address: it has no letter or digit, is too long, or is taken",
        path=record.path,
        advice="Give the municipality or the body another name in the front matter.",
    )


def _one_of_each_kind(url: str, records: Sequence[Record]) -> tuple[list[Record], list[Problem]]:
    chosen: dict[MinutesKind, Record] = {}
    problems = []
    for record in records:
        first = chosen.setdefault(record.minutes.meeting.kind, record)
        if first is not record:
            problems.append(_url_taken(url, first, record))
    return [chosen[kind] for kind in _MAIN_FIRST if kind in chosen], problems


def _url_taken(url: str, first: Record, second: Record) -> Problem:
    return Problem(
        code="url_taken",
        message=f"{url} is already the page of {first.path}: this record is not published",
        path=second.path,
        line=second.date_line,
        advice="Delete one of the two, or give this one `sequence: 2` if there was a second meeting that day.",
    )


def _gather(url: str, records: Sequence[Record]) -> Gathering:
    main, *others = records
    addenda = [record for record in others if record.minutes.meeting.kind.is_addendum]
    items = _place_items(url, main, addenda)
    published = {placed.record.path for placed in items}
    meeting = main.minutes.meeting
    return Gathering(
        ref=MeetingRef(municipality=meeting.municipality, body=meeting.body, date=meeting.date, url=url),
        time=meeting.time,
        sequence=meeting.sequence,
        main=main,
        addenda=tuple(record for record in addenda if record.path in published or not record.minutes.items),
        items=items,
    )


def _place_items(url: str, main: Record, addenda: Sequence[Record]) -> tuple[PlacedItem, ...]:
    taken: set[str] = set()
    placed: list[PlacedItem] = []
    for record in (main, *addenda):
        minutes_exist = any(not earlier.record.minutes.meeting.kind.is_agenda for earlier in placed)
        told = tuple(placed) if record.minutes.meeting.kind.is_agenda and minutes_exist else ()
        for item in record.minutes.items:
            # What an extra agenda announced is told again by the minutes, with the decision.
            if not any(_same_matter(item, earlier.item) for earlier in told):
                anchor = take_anchor(item, taken, addendum=record is not main)
                placed.append(_placed(item, record, url, anchor, addendum=record is not main))
    return tuple(placed)


def _placed(item: AgendaItem, record: Record, url: str, anchor: str, *, addendum: bool) -> PlacedItem:
    number = casenumber.parse(item.case_number) if item.case_number else None
    return PlacedItem(item=item, record=record, anchor=anchor, url=f"{url}#{anchor}", number=number, addendum=addendum)


def _same_matter(item: AgendaItem, other: AgendaItem) -> bool:
    return item.title is not None and (item.title, item.case_number) == (other.title, other.case_number)
