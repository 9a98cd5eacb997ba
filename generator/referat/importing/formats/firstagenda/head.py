"""The head of a meeting: its line of kind, body and date, its fields, and its list of contents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.reading import rules
from referat.importing.reading.contents import ContentsEntry, read_entries_in_line, read_entry
from referat.importing.reading.fields import read_fields
from referat.importing.reading.meeting import MeetingHead, read_head
from referat.importing.reading.pieces import Piece, dropped, in_order, split_claims
from referat.model import MinutesKind
from referat.vocabulary.dates import DateMention, find_date
from referat.vocabulary.meeting_fields import MeetingField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.ledger import Claim
    from referat.importing.reading.fields import Field

MEETING_HEAD = re.compile(
    r"^[#*\s]*(?P<kind>REFERAT|DAGSORDEN|TILLÆGSREFERAT|TILLÆGSDAGSORDEN|BESLUTNINGSPROTOKOL)\s+"
    r"(?P<body>\S.*?)(?:\s+(?P<period>20\d\d-20\d\d))?\s+d\.\s+(?P<date>\d{2}-\d{2}-\d{4})[*\s]*$",
    re.IGNORECASE,
)
ITEM_HEAD = re.compile(r"[#*\s]*Punkt (?P<number>\d+[a-z]?):[*\s]*(?P<title>.*?)[*\s]*", re.IGNORECASE)
_CONTENTS_HEAD = re.compile(r"[#*\s]*Indholdsfortegnelse\b[*:]*\s*(?P<rest>.*)", re.IGNORECASE)
_KINDS = {
    "referat": MinutesKind.MINUTES,
    "beslutningsprotokol": MinutesKind.MINUTES,
    "dagsorden": MinutesKind.AGENDA,
    "tillægsreferat": MinutesKind.MINUTES_ADDENDUM,
    "tillægsdagsorden": MinutesKind.AGENDA_ADDENDUM,
}


class Head(Struct, frozen=True, kw_only=True):
    """All that stands before the first item."""

    kind: MinutesKind
    body: str
    period: str | None
    date: DateMention | None
    """As the head line or the field tells it. The field's weekday is kept."""
    date_piece: Piece | None
    meeting: MeetingHead
    contents: tuple[ContentsEntry, ...]
    claims: tuple[Claim, ...]
    rest: tuple[Piece, ...]
    """Lines that are none of this. They become the preamble."""


def read_meeting_head(lines: Sequence[Piece]) -> Head:
    """Read the lines before the first item. Every line is claimed or handed on in `rest`."""
    at = next((i for i, line in enumerate(lines) if MEETING_HEAD.fullmatch(line.trimmed().text)), None)
    match = None if at is None else MEETING_HEAD.fullmatch(lines[at].text)
    claims: list[Claim] = []
    if at is not None and match:
        spans = [match.span(name) for name in ("body", "period", "date") if match[name]]
        claims.extend(split_claims(lines[at], (lines[at].cut(*span) for span in spans), rules.LABEL))
    contents, contents_claims, contents_lines = _read_contents(lines)
    claims.extend(contents_claims)
    others = [_emptied(line, gone=i == at or i in contents_lines) for i, line in enumerate(lines)]
    found = read_fields(others, stops=_begins_something)
    overruled = [field for field in found.fields if match and _names_other_body(field, match)]
    meeting = read_head([field for field in found.fields if field not in overruled])
    in_head = find_date(match["date"]) if match else None
    claims.extend(claim for claim in meeting.claims if not _is_other_date(claim, found.fields, in_head))
    return Head(
        kind=_KINDS[match["kind"].lower()] if match else MinutesKind.MINUTES,
        body=match["body"] if match else meeting.body or "",
        period=match["period"] if match else None,
        date=in_head or meeting.date,
        date_piece=lines[at] if at is not None else None,
        meeting=meeting,
        contents=contents,
        claims=tuple(claims),
        rest=in_order(
            (
                *(_emptied(line, gone=i in found.lines) for i, line in enumerate(others)),
                *meeting.remarks,
                *(piece for field in overruled for piece in (field.label, *field.values)),
            )
        ),
    )


def _names_other_body(field: Field, head_line: re.Match[str]) -> bool:
    """Whether a field names another body than the line that begins the meeting: that one counts, this stays text."""
    told = " ".join(filter(None, (head_line["body"], head_line["period"])))
    names = (head_line["body"].casefold(), told.casefold())
    return field.field is MeetingField.BODY and bool(field.values) and field.text.casefold() not in names


def _is_other_date(claim: Claim, fields: Sequence[Field], in_head: DateMention | None) -> bool:
    """Whether a date was taken that is not the meeting's: it has no place in the record."""
    values = (value for field in fields for value in field.values if value.start <= claim.start < value.end)
    told = next((find_date(value.text[claim.start - value.start : claim.end - value.start]) for value in values), None)
    return claim.rule is None and told is not None and in_head is not None and told.date != in_head.date


def _emptied(line: Piece, *, gone: bool) -> Piece:
    return Piece("", line.start) if gone else line


def _begins_something(line: Piece) -> bool:
    text = line.trimmed().text
    return any(pattern.fullmatch(text) for pattern in (MEETING_HEAD, ITEM_HEAD, _CONTENTS_HEAD))


def _read_contents(
    lines: Sequence[Piece],
) -> tuple[tuple[ContentsEntry, ...], tuple[Claim, ...], frozenset[int]]:
    """The entries under "Indholdsfortegnelse", their claims, and the lines they stand on (indexes).

    A line without leaders is the first half of an entry when the entry's second half is the next line.
    """
    at = next((i for i, line in enumerate(lines) if _CONTENTS_HEAD.fullmatch(line.trimmed().text)), None)
    if at is None:
        return (), (), frozenset()
    head = lines[at].trimmed()
    match = _CONTENTS_HEAD.fullmatch(head.text)
    entries = list(read_entries_in_line(head.cut(match.start("rest")))) if match and match["rest"] else []
    used = [at]
    half: Piece | None = None
    for i in range(at + 1, len(lines)):
        line = lines[i].trimmed()
        if not line.text:
            continue
        entry = read_entry(line)
        if entry and half:
            entry = ContentsEntry(f"{half.text} {entry.title}", entry.piece)
        if entry:
            entries.append(entry)
            used.extend([i - 1, i] if half else [i])
            half = None
        elif half is None and not _begins_something(line) and i + 1 < len(lines) and read_entry(lines[i + 1].trimmed()):
            half = line
        else:
            break
    return tuple(entries), dropped(rules.CONTENTS, *(lines[i] for i in used)), frozenset(used)
