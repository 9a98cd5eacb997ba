"""Who met, and when, by what stands above the first item: labelled fields first, then what the first lines say."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from referat.importing.reading import rules
from referat.importing.reading.contents import read_entry
from referat.importing.reading.fields import read_fields
from referat.importing.reading.head_lines import (
    Told,
    body_by_position,
    explain,
    find_moment,
    kind_of_line,
    moment_and_place,
)
from referat.importing.reading.meeting import MeetingHead, read_head
from referat.importing.reading.pieces import Piece, dropped, in_order
from referat.importing.reading.starts import unmarked
from referat.model import MinutesKind
from referat.vocabulary.agenda_approval import Approval, agenda_approval
from referat.vocabulary.bodies import split_period, tidy
from referat.vocabulary.body_mentions import find_body
from referat.vocabulary.dates import DateMention, date_in_name, find_date
from referat.vocabulary.decisions import decision_head
from referat.vocabulary.item_groups import is_item_range
from referat.vocabulary.meeting_hours import meeting_hours
from referat.vocabulary.sections import heading_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from referat.importing.document import Document
    from referat.importing.ledger import Claim

HEAD_LINES = 80
"""Fields are looked for in so many lines."""

_NOT_THE_MEETING = re.compile(r"publiceret|revideret|udsendelse|udsendt|oprettet|opdateret", re.IGNORECASE)


class Head(Struct, frozen=True, kw_only=True):
    """All that stands before the first item, and what it says."""

    kind: MinutesKind
    body: str | None
    period: str | None
    date: dt.date | None
    stated: DateMention | None
    """The date as the text states it, with its weekday."""
    time: dt.time | None
    place: str | None
    fields: MeetingHead
    claims: tuple[Claim, ...]
    rest: tuple[Piece, ...]
    """Lines that are no fields. They become the preamble."""


def read_meeting_head(document: Document, lines: Sequence[Piece], all_lines: Sequence[Piece]) -> Head:
    """Read the lines before the first item. What they do not say, decisions and the file's name may."""
    contents = [i for i, line in enumerate(lines) if read_entry(line.trimmed())]
    others = [Piece("", line.start) if i in contents else line for i, line in enumerate(lines)]
    found = read_fields(others[:HEAD_LINES], stops=_begins_section)
    texts = [unmarked(line).text for line in others if line.text.strip()][:HEAD_LINES]
    below = [text for line in all_lines if (text := unmarked(line).text)]
    begins, ends = next((hours for text in below if (hours := meeting_hours(text))[0]), (None, None))
    read = read_head(found.fields)
    fields = replace(read, ends=read.ends or ends)
    decided, approved = _decided(below), _approved(below)
    named = fields.body or _body_in(texts) or decided[0] or body_by_position(texts) or approved[0]
    body, period = split_period(named or "")
    stated = fields.date or _date_in(texts)
    told = decided[1] or approved[1] or date_in_name(document.name) or date_in_name(document.url or "")
    date = stated.date if stated else told
    time, place = moment_and_place(texts, stated)
    head = Head(
        kind=_kind_in(texts, has_decisions=decided[1] is not None),
        body=tidy(body) or None,
        period=period,
        date=date,
        stated=stated,
        time=fields.time or time or begins,
        place=fields.place or place,
        fields=fields,
        claims=(*fields.claims, *dropped(rules.CONTENTS, *(lines[i] for i in contents))),
        rest=in_order((*(_emptied(line, gone=i in found.lines) for i, line in enumerate(others)), *fields.remarks)),
    )
    return _explained(head)


def _explained(head: Head) -> Head:
    """The head without the lines that say no more than its fields do."""
    told = Told(
        kind=head.kind,
        body=head.body,
        date=head.date,
        times=tuple(time for time in (head.time, head.fields.ends) if time),
        place=head.place,
    )
    rest: list[Piece] = []
    claims: list[Claim] = []
    for line in head.rest:
        said = explain(line, told)
        rest.append(_emptied(line, gone=said is not None))
        claims += said or ()
    return replace(head, claims=(*head.claims, *claims), rest=tuple(rest))


def _emptied(line: Piece, *, gone: bool) -> Piece:
    return Piece("", line.start) if gone else line


def _begins_section(line: Piece) -> bool:
    text = unmarked(line).text
    return heading_of(text) is not None or decision_head(text) is not None or is_item_range(text)


def _kind_in(texts: Sequence[str], *, has_decisions: bool) -> MinutesKind:
    """The first word that names a kind, a line that names the body or the date with it first; minutes where decisions
    with a date are told under the name of an agenda.
    """
    speaking = [text for text in texts if find_date(text) or find_body(text)]
    kind = next((kind for text in (*speaking, *texts) if (kind := kind_of_line(text))), MinutesKind.MINUTES)
    return MinutesKind.MINUTES if has_decisions and kind is MinutesKind.AGENDA else kind


def _body_in(texts: Sequence[str]) -> str | None:
    """The first body named in a line that speaks of a meeting or of little else; else the first that is named."""
    found = [(text, mention) for text in texts if (mention := find_body(text))]
    speaks = [
        mention
        for text, mention in found
        if re.search(r"referat|dagsorden|protokol|møde", text, re.IGNORECASE) or len(text) < 2 * len(mention.name)
    ]
    named = [*speaks, *(mention for _, mention in found)]
    return named[0].name if named else None


def _date_in(texts: Sequence[str]) -> DateMention | None:
    """The date on a line of its own; else the first one."""
    moment = find_moment(texts)
    dates = (find_date(text) for text in texts if not _NOT_THE_MEETING.search(text))
    return find_date(texts[moment]) if moment is not None else next((date for date in dates if date), None)


def _decided(texts: Sequence[str]) -> tuple[str | None, dt.date | None]:
    """Body and date that most heads of decisions name; of those named as often the latest: the others came before."""
    heads = (decision_head(text) for text in texts)
    counted = Counter((head.date, head.body) for head in heads if head and head.date)
    if not counted:
        return None, None
    date, body = max(counted, key=lambda named: (counted[named], named[0]))
    return body, date


def _approved(texts: Sequence[str]) -> tuple[str | None, dt.date | None]:
    """Body and date that the approval of the agenda names."""
    found = next(filter(None, map(agenda_approval, texts)), Approval())
    return found.body, found.date.date if found.date else None
