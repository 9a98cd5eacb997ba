"""`Minutes` as the text of a record."""

from collections.abc import Iterator

from referat.minutes_file.changes import write_change
from referat.minutes_file.escape import escape_text, join_list
from referat.minutes_file.fields import (
    DECISION_KEYS,
    ITEM_KEYS,
    WITHDRAWAL,
    WITHDRAWN,
    FieldKeys,
    escape_first_line,
    write_fields,
)
from referat.minutes_file.front_matter import FENCE
from referat.minutes_file.headings import (
    ANNEX,
    UNPLACED,
    has_heading_number,
    write_decision_heading,
    write_item_heading,
    write_section_heading,
)
from referat.minutes_file.normal import normalise_minutes
from referat.minutes_file.yaml_text import quoted, write_list, write_scalar
from referat.model import AgendaItem, Annex, Decision, Meeting, Minutes, Section, Source
from referat.vocabulary import outcomes


def write(minutes: Minutes) -> str:
    """The record's text: its blocks divided by one empty line, with one line break at the end.

    The minutes are written in their normal form (`normalise_minutes`): `read` gives that back.
    """
    return "\n\n".join(block for block in _blocks(normalise_minutes(minutes)) if block) + "\n"


def _blocks(minutes: Minutes) -> Iterator[str]:
    yield "\n".join([FENCE, *_meeting(minutes.meeting), FENCE])
    yield escape_text(minutes.preamble)
    for item in minutes.items:
        yield from _item(item)
    for annex in minutes.annexes:
        yield from _annex(annex)
    if minutes.unplaced:
        yield _heading(2, UNPLACED)
        yield escape_text(minutes.unplaced)


def _meeting(meeting: Meeting) -> Iterator[str]:
    yield f"municipality: {write_scalar(meeting.municipality)}"
    yield f"body: {write_scalar(meeting.body)}"
    yield f"date: {meeting.date.isoformat()}"
    if meeting.time is not None:
        yield f"time: {quoted(f'{meeting.time:%H:%M}')}"
    if meeting.ends is not None:
        yield f"ends: {quoted(f'{meeting.ends:%H:%M}')}"
    yield from _scalars(place=meeting.place, period=meeting.period)
    if meeting.sequence != 1:
        yield f"sequence: {meeting.sequence}"
    yield f"kind: {meeting.kind}"
    yield from _scalars(
        status=meeting.status,
        corrected=meeting.corrected.isoformat() if meeting.corrected else None,
        correction=meeting.correction,
    )
    if meeting.changes:
        yield "changes:"
        yield from (f"  - {quoted(write_change(change))}" for change in meeting.changes)
    if meeting.withdrawn is not None:
        yield f"withdrawn: {meeting.withdrawn.isoformat()}"
    yield from _scalars(withdrawal=meeting.withdrawal)
    if meeting.participants:
        yield from write_list("participants", meeting.participants)
    if meeting.absent:
        yield from write_list("absent", meeting.absent)
    if meeting.source is not None:
        yield from _source(meeting.source)


def _source(source: Source) -> Iterator[str]:
    yield "source:"
    fields = _scalars(
        url=source.url,
        name=source.name,
        sha256=source.sha256,
        released=source.released.isoformat() if source.released else None,
        format=source.format,
    )
    yield from (f"  {line}" for line in fields)
    if source.score is not None:
        yield f"  score: {source.score:.2f}"


def _scalars(**values: str | None) -> Iterator[str]:
    return (f"{key}: {write_scalar(value)}" for key, value in values.items() if value is not None)


def _item(item: AgendaItem) -> Iterator[str]:
    yield _heading(2, write_item_heading(item))
    fields = write_fields(
        [
            ("Nr.", None if has_heading_number(item) else item.number),
            ("Sagsnr.", item.case_number),
            ("Dok.nr.", join_list(item.document_numbers)),
            ("Lukket", "ja" if item.closed else None),
            ("Tilbageholdt", "ja" if item.held_back else None),
            (WITHDRAWN, item.withdrawn.isoformat() if item.withdrawn else None),
            (WITHDRAWAL, item.withdrawal if item.withdrawn else None),
            ("KLE", item.kle),
            ("Type", item.type),
        ]
    )
    yield from _under_heading(fields, item.text, ITEM_KEYS)
    for part in item.parts:
        yield from _section(part) if isinstance(part, Section) else _decision(part)


def _section(section: Section) -> Iterator[str]:
    yield _heading(3, write_section_heading(section))
    yield escape_text(section.text)


def _decision(decision: Decision) -> Iterator[str]:
    yield _heading(3, write_decision_heading(decision))
    outcome = None if decision.outcome is None else outcomes.label(decision.outcome).lower()
    yield from _under_heading(write_fields([("Udfald", outcome)]), decision.text, DECISION_KEYS)


def _annex(annex: Annex) -> Iterator[str]:
    yield _heading(2, f"{ANNEX} {annex.title}")
    yield escape_text(annex.text)


def _under_heading(fields: str, text: str, keys: FieldKeys) -> Iterator[str]:
    yield fields
    yield escape_text(text if fields else escape_first_line(text, keys))


def _heading(level: int, text: str) -> str:
    return f"{'#' * level} {text}".rstrip()
