"""What the fields of a document's head say of the meeting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.reading import rules
from referat.importing.reading.pieces import Piece, dropped, placed, split_claims
from referat.vocabulary.attendance import split_people
from referat.vocabulary.dates import DateMention, find_date, parse_times
from referat.vocabulary.meeting_fields import MeetingField

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from referat.importing.ledger import Claim
    from referat.importing.reading.fields import Field

_JOINTS = ("og", "samt", "")
_CLOCK = re.compile(r"(?<![\d.,/-])\d{1,2}(?:[:.]\d{2})?(?![\d./-])")


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
    dates = _of(fields, MeetingField.DATE, MeetingField.TIME)
    times = _of(fields, MeetingField.TIME, MeetingField.DATE)
    ends = _of(fields, MeetingField.ENDS)
    begins, until = next((found for found in map(_times, times) if found[0]), (None, None))
    place = next((field.text for field in _of(fields, MeetingField.PLACE) if field.text), None)
    claims = [claim for field in fields for claim in _claims(field, place)]
    return MeetingHead(
        body=next((field.text for field in _of(fields, MeetingField.BODY) if field.text), None),
        date=next(filter(None, (find_date(field.text) for field in dates)), None),
        time=begins,
        ends=next((_times(field)[0] for field in ends), None) or until,
        place=place,
        participants=_people(fields, MeetingField.PARTICIPANTS),
        absent=_people(fields, MeetingField.ABSENT),
        remarks=tuple(
            piece for field in fields if not _is_used(field, place) for piece in (field.label, *field.values)
        ),
        claims=tuple(claims),
    )


def _of(fields: Sequence[Field], *kinds: MeetingField) -> list[Field]:
    return [field for kind in kinds for field in fields if field.field is kind]


def _people(fields: Sequence[Field], kind: MeetingField) -> tuple[str, ...]:
    return tuple(name for field in _of(fields, kind) for name in split_people("\n".join(v.text for v in field.values)))


def _times(field: Field) -> tuple[dt.time | None, dt.time | None]:
    date = find_date(field.text)
    return parse_times(field.text[date.end :] if date else field.text)


def _is_used(field: Field, place: str | None) -> bool:
    """Whether the record holds the field's value as a field."""
    return field.field is not MeetingField.REMARKS and (field.field is not MeetingField.PLACE or field.text == place)


def _claims(field: Field, place: str | None) -> tuple[Claim, ...]:
    if not _is_used(field, place):
        return ()
    label = dropped(rules.LABEL, field.label)
    if field.field in (MeetingField.DATE, MeetingField.TIME, MeetingField.ENDS):
        return (*label, *(claim for value in field.values for claim in _claims_of_moment(value)))
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
    """All of a list of people is placed; the "og" between two of them only parts them."""
    found = find_people(value, people)
    rest = value.without(*((piece.start - value.start, piece.end - value.start) for piece in found))
    joints = tuple(piece for piece in rest if piece.text.strip(" ,;") in _JOINTS)
    return (*placed(*found, *(piece for piece in rest if piece not in joints)), *dropped(rules.LABEL, *joints))


def _claims_of_moment(value: Piece) -> tuple[Claim, ...]:
    """A date and a clock are placed; the weekday and words like "kl." between them only say what they are."""
    date = find_date(value.text)
    spans = [(date.start, date.end)] if date else []
    after = date.end if date else 0
    spans += [(match.start(), match.end()) for match in _CLOCK.finditer(value.text, after)]
    return split_claims(value, (value.cut(*span) for span in spans), rules.LABEL)
