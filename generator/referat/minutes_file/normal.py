"""The normal form of text: two values that differ only in invisible layout are written and read as one."""

import datetime as dt

from msgspec.structs import replace

from referat.invisible import without_invisible
from referat.minutes_file.addresses import is_web_address
from referat.model import AgendaItem, Annex, Change, Decision, Meeting, Minutes, Section, Source


def clean(text: str) -> str:
    """The text with the line feed as its only line break and without what nobody sees. Lines keep their places."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return without_invisible(text)


def normalise(text: str) -> str:
    """Markdown in normal form: clean, no blanks at the ends of lines, nothing empty at its beginning and end."""
    return "\n".join(line.rstrip() for line in clean(text).split("\n")).strip()


def normalise_line(text: str) -> str:
    """Plain text on one line: every run of white space is one blank."""
    return " ".join(clean(text).split())


def normalise_minutes(minutes: Minutes) -> Minutes:
    """The minutes as a record can hold them: every text in normal form, what is empty left out."""
    return Minutes(
        meeting=_meeting(minutes.meeting),
        preamble=normalise(minutes.preamble),
        items=tuple(map(_item, minutes.items)),
        annexes=tuple(
            Annex(title=normalise_line(annex.title), text=normalise(annex.text)) for annex in minutes.annexes
        ),
        unplaced=normalise(minutes.unplaced),
    )


def _meeting(meeting: Meeting) -> Meeting:
    return replace(
        meeting,
        municipality=normalise_line(meeting.municipality),
        body=normalise_line(meeting.body),
        time=_minute(meeting.time),
        ends=_minute(meeting.ends),
        place=_line(meeting.place),
        period=_line(meeting.period),
        correction=_line(meeting.correction),
        changes=tuple(Change(date=change.date, what=_lines(change.what)) for change in meeting.changes),
        withdrawal=_line(meeting.withdrawal),
        participants=_lines(meeting.participants),
        absent=_lines(meeting.absent),
        source=_source(meeting.source),
    )


def _source(source: Source | None) -> Source | None:
    if source is None:
        return None
    url = _line(source.url)
    normal = Source(
        url=url if url and is_web_address(url) else None,
        name=_line(source.name),
        sha256=_line(source.sha256),
        released=source.released,
        format=_line(source.format),
        score=None if source.score is None else round(min(max(source.score, 0.0), 1.0), 2),
    )
    return None if normal == Source() else normal


def _item(item: AgendaItem) -> AgendaItem:
    return replace(
        item,
        number=_line(item.number),
        title=_line(item.title),
        case_number=_line(item.case_number),
        withdrawal=_line(item.withdrawal) if item.withdrawn else None,
        document_numbers=_lines(item.document_numbers),
        kle=_line(item.kle),
        type=_line(item.type),
        text=normalise(item.text),
        parts=tuple(map(_part, item.parts)),
    )


def _part(part: Section | Decision) -> Section | Decision:
    if isinstance(part, Section):
        return Section(heading=normalise_line(part.heading), text=normalise(part.text))
    return replace(
        part,
        heading=normalise_line(part.heading) or "Beslutning",
        body=_line(part.body),
        item_number=_line(part.item_number),
        text=normalise(part.text),
    )


def _line(text: str | None) -> str | None:
    return None if text is None else normalise_line(text) or None


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for line in map(normalise_line, texts) if line)


def _minute(time: dt.time | None) -> dt.time | None:
    return None if time is None else time.replace(second=0, microsecond=0, tzinfo=None, fold=0)
