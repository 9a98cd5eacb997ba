"""What the fields of a document's head say of the meeting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from referat.importing.reading import rules
from referat.importing.reading.pieces import dropped, placed
from referat.vocabulary.attendance import is_no_name, joint_before, split_people
from referat.vocabulary.dates import WEEKDAYS, DateMention, find_date, parse_time, parse_times
from referat.vocabulary.meeting_fields import MeetingField

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from referat.importing.ledger import Claim
    from referat.importing.reading.fields import Field
    from referat.importing.reading.pieces import Piece

_LIST_MARK = re.compile(r"\s*(?:\d{1,3}[.)]|[-•*·])\s+")
_CLOCK = re.compile(r"(?<![\d.,/-])\d{1,2}(?:[:.]\d{2}){0,2}(?![\d./])")
_WORDS = re.compile(rf"(?<!\w)(?:{'|'.join(WEEKDAYS)}|den|d\.|kl|klokken|til)(?!\w)", re.IGNORECASE)


class MeetingHead(Struct, frozen=True, kw_only=True):
    """When, where and by whom. None and empty: the document does not tell."""

    body: str | None = None
    date: DateMention | None = None
    time: dt.time | None = None
    ends: dt.time | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    remarks: tuple[Piece, ...] = ()
    """Labels with values for which the record has no field: they stay text."""
    claims: tuple[Claim, ...] = ()


def read_head(fields: Sequence[Field]) -> MeetingHead:
    """The meeting as its fields tell it. The first value of a field counts, names are added up."""
    moments = _of(fields, MeetingField.DATE, MeetingField.TIME)
    dated = next(filter(None, (find_date(field.text) for field in moments)), None)
    times = (_times(field) for field in _of(fields, MeetingField.TIME, MeetingField.DATE))
    begins, until = next((found for found in times if found[0]), (None, None))
    closing = (_times(field)[0] for field in _of(fields, MeetingField.ENDS))
    place = next((field.text for field in _of(fields, MeetingField.PLACE) if field.text), None)
    head = MeetingHead(
        body=next((field.text for field in _of(fields, MeetingField.BODY) if field.text), None),
        date=dated,
        time=begins,
        ends=next(filter(None, closing), None) or until,
        place=place,
        participants=_people(fields, MeetingField.PARTICIPANTS),
        absent=_people(fields, MeetingField.ABSENT),
    )
    remarks = tuple(p for field in fields if not _is_used(field, head) for p in (field.label, *field.values))
    return replace(head, remarks=remarks, claims=tuple(claim for field in fields for claim in _claims(field, head)))


def _of(fields: Sequence[Field], *kinds: MeetingField) -> list[Field]:
    return [field for kind in kinds for field in fields if field.field is kind]


def _people(fields: Sequence[Field], kind: MeetingField) -> tuple[str, ...]:
    return tuple(name for field in _of(fields, kind) for name in split_people("\n".join(v.text for v in field.values)))


def _times(field: Field) -> tuple[dt.time | None, dt.time | None]:
    date = find_date(field.text)
    return parse_times(field.text[date.end :] if date else field.text)


def _is_used(field: Field, head: MeetingHead) -> bool:
    """Whether the record holds the field's value as a field. A label without a value says nothing."""
    if not field.values:
        return True
    if field.field in (MeetingField.PLACE, MeetingField.BODY):
        return field.text in (head.place, head.body)
    return field.field is not MeetingField.REMARKS


def _claims(field: Field, head: MeetingHead) -> tuple[Claim, ...]:
    if not _is_used(field, head):
        return ()
    label = dropped(rules.LABEL, field.label)
    if field.field in (MeetingField.DATE, MeetingField.TIME, MeetingField.ENDS):
        return (*label, *(claim for value in field.values for claim in _claims_of_moment(value, head)))
    if field.field in (MeetingField.PARTICIPANTS, MeetingField.ABSENT):
        people = split_people("\n".join(value.text for value in field.values))
        return (*label, *(claim for value in field.values for claim in _claims_of_people(value, people)))
    return (*label, *placed(*field.values))


def find_people(value: Piece, people: Sequence[str]) -> tuple[Piece, ...]:
    """Where the people stand in `value`, as far as their names are not broken by a line; the words between are left."""
    found, at = [], 0
    for person in people:
        begins = value.text.find(person, at)
        if begins >= 0:
            at = begins + len(person)
            found.append(value.cut(begins, at))
    return tuple(found)


def _claims_of_people(value: Piece, people: Sequence[str]) -> tuple[Claim, ...]:
    """All names of a list of people are placed; the words between them only part them, or say what the field does."""
    mark = _LIST_MARK.match(value.text)
    names = value.cut(mark.end()) if mark else value
    found = find_people(names, people)
    rest = names.without(*((piece.start - names.start, piece.end - names.start) for piece in found))
    others = tuple(piece for piece in rest if not is_no_name(piece.text))
    joints = (piece if piece not in others else piece.cut(0, joint_before(piece.text)) for piece in rest)
    return (
        *dropped(rules.MARKUP, *((value.cut(0, mark.end()),) if mark else ())),
        *placed(*found, *(piece.cut(joint_before(piece.text)) for piece in others)),
        *dropped(rules.LABEL, *joints),
    )


def _claims_of_moment(value: Piece, head: MeetingHead) -> tuple[Claim, ...]:
    """The date and the clocks that the head took are placed; the words between them only say what they are. All else
    stays unclaimed.
    """
    date = find_date(value.text)
    after = date.end if date else 0
    clocks = [match.span() for match in _CLOCK.finditer(value.text, after)]
    times = [time for time in (head.time, head.ends) if time]
    taken = [span for span in clocks if parse_time(f"kl. {value.text[slice(*span)]}") in times]
    if date and head.date and date.date == head.date.date:
        taken.append((date.start, date.end))
    words = [match.span() for match in _WORDS.finditer(value.text)]
    return (
        *placed(*(value.cut(*span) for span in taken)),
        *dropped(rules.LABEL, *(value.cut(*span) for span in words)),
    )
