"""An independent look at a reading: does every character that is called placed really stand in the record?

It knows nothing of how the format read the document. It takes the stretches that the format says are placed and looks
for their letters in the record: text in the order of the source, values (dates, numbers, names) among the fields.
Only a footnote may stand later than in the source: it may have parted the halves of a paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.reading.footnotes import note_start
from referat.model import Decision, Minutes
from referat.vocabulary.dates import parse_date, parse_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from referat.importing.document import Document
    from referat.importing.ledger import Claim
    from referat.model import AgendaItem

_NO_LETTER = re.compile(r"[\W_]")

SHORT = 12
"""Stretches with fewer letters are found by chance: they are only looked for nearby."""
NEAR, FAR = 200, 4_000
"""How many letters of the record may be passed over to find a short and a long stretch."""
LONGEST_VALUE = 40
"""A date or a time with its weekday has at most so many characters."""


def letters_of(text: str) -> str:
    """The letters and digits of a text in lower case: what must survive whatever is done to its layout."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", text).casefold())


class Sought(Struct, frozen=True):
    """A stretch that is called placed."""

    claim: Claim
    source: str
    letters: str


def find_lost(document: Document, minutes: Minutes, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims of placed text that do not stand in the record, in the order of the source.

    Where some are missing, the search may have gone past them, because their neighbours stand in the record twice. Then
    it is done again, kept in its place by the stretches that stand there just once.
    """
    record = "".join(letters_of(text) for text in _texts(minutes))
    sought = [_sought(document, claim) for claim in sorted(claims) if claim.rule is None]
    lost = _seek(record, minutes, sought, {})
    return min(lost, _seek(record, minutes, sought, _bounds(record, sought)), key=len) if lost else lost


def _sought(document: Document, claim: Claim) -> Sought:
    source = document.text[claim.start : claim.end]
    return Sought(claim, source, letters_of(source))


def _seek(record: str, minutes: Minutes, sought: Sequence[Sought], bounds: Mapping[int, int]) -> tuple[Claim, ...]:
    """What is not found, one after the other.

    What is found as text and is also a value may be either: what is looked for next may begin before or behind it.
    """
    values = frozenset(_values(minutes))
    head = "".join(letters_of(text) for text in _head(minutes))
    position = unsure = len(head)
    moved = 0
    lost = []
    for index, one in enumerate(sought):
        wanted = one.letters
        is_note = bool(note_start(one.source))
        end = position + moved + len(wanted) + (FAR if is_note or len(wanted) >= SHORT else NEAR)
        found = record.find(wanted, position, end)
        is_value = wanted in values or _value_of(one.source) in values or wanted in head
        if found == position:
            unsure = position if is_value else position + len(wanted)
            position += len(wanted)
        elif is_value:
            continue
        elif found >= 0 and is_note:
            moved += len(wanted)
        elif (earliest := record.find(wanted, unsure, min(end, bounds.get(index, end)))) >= 0:
            position = unsure = earliest + len(wanted)
        else:
            lost.append(one.claim)
    return tuple(lost)


def _bounds(record: str, sought: Sequence[Sought]) -> dict[int, int]:
    """Before which place in the record each stretch ends: that of the next one that stands there only once.

    Of these, the most that keep the order of the source count.
    """
    long = ((index, one.letters) for index, one in enumerate(sought) if len(one.letters) >= SHORT)
    once = [(index, record.find(letters)) for index, letters in long if record.count(letters) == 1]
    bounds: dict[int, int] = {}
    bound = len(record)
    places = dict(_longest_rising(once))
    for index in range(len(sought) - 1, -1, -1):
        if index in places:
            bound = places[index]
            bounds[index] = bound + len(sought[index].letters)
        else:
            bounds[index] = bound
    return bounds


def _longest_rising(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest selection of pairs whose second numbers rise."""
    ends: list[int] = []
    lasts: list[int] = []
    before: list[int | None] = []
    for index, (_, place) in enumerate(places):
        at = bisect_left(ends, place)
        ends[at:], lasts[at : at + 1] = [place, *ends[at + 1 :]], [index]
        before.append(lasts[at - 1] if at else None)
    chosen = []
    last = lasts[-1] if lasts else None
    while last is not None:
        chosen.append(places[last])
        last = before[last]
    return chosen[::-1]


def _texts(minutes: Minutes) -> Iterator[str]:
    """All that the record holds, in the order a reader meets it."""
    yield from _head(minutes)
    yield minutes.preamble
    for item in minutes.items:
        yield from _texts_of_item(item)
    for annex in minutes.annexes:
        yield annex.title
        yield annex.text
    yield minutes.unplaced


def _head(minutes: Minutes) -> Iterator[str]:
    meeting = minutes.meeting
    yield from (meeting.municipality, meeting.body, meeting.period or "", meeting.place or "")
    yield from meeting.participants
    yield from meeting.absent


def _texts_of_item(item: AgendaItem) -> Iterator[str]:
    yield from (item.number or "", item.title or "", item.case_number or "")
    yield from item.document_numbers
    yield from (item.kle or "", item.type or "", item.text)
    for part in item.parts:
        yield part.heading
        if isinstance(part, Decision):
            yield from (part.body or "", part.item_number or "")
        yield part.text


def _values(minutes: Minutes) -> Iterator[str]:
    """All fields as letters; dates as ``20240514`` and times as ``1630``."""
    meeting = minutes.meeting
    yield from (meeting.date.strftime("%Y%m%d"), str(meeting.sequence))
    yield from (f"{time:%H%M}" for time in (meeting.time, meeting.ends) if time)
    yield from (letters_of(text) for text in _head(minutes))
    for item in minutes.items:
        yield from (letters_of(text or "") for text in (item.number, item.title, item.case_number, item.kle, item.type))
        yield from map(letters_of, item.document_numbers)
        for part in item.parts:
            yield letters_of(part.heading)
            if isinstance(part, Decision):
                yield from (letters_of(part.body or ""), letters_of(part.item_number or ""))
                yield part.date.strftime("%Y%m%d") if part.date else ""


def _value_of(source: str) -> str | None:
    """A date or time in the spelling of `_values`. A longer text must stand in the record itself."""
    if len(source) > LONGEST_VALUE:
        return None
    date = parse_date(source)
    if date:
        return date.strftime("%Y%m%d")
    time = parse_time(source)
    return f"{time:%H%M}" if time else None
