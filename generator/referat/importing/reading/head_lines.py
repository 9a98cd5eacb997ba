"""Lines above the first item that need no label: "Referat", "mødet i Byrådet", "tirsdag den 14. maj 2024 kl. 16:30"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.reading import rules
from referat.importing.reading.pieces import Piece, dropped, split_claims
from referat.model import MinutesKind
from referat.vocabulary.body_mentions import find_body
from referat.vocabulary.dates import WEEKDAYS, DateMention, find_date, find_dates, parse_time, parse_times

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from referat.importing.ledger import Claim

_KINDS = (
    (re.compile(r"\btillægsreferat\b", re.IGNORECASE), MinutesKind.MINUTES_ADDENDUM),
    (re.compile(r"\btillægsdagsorden\b", re.IGNORECASE), MinutesKind.AGENDA_ADDENDUM),
    (re.compile(r"\b(?:referat(?:er|et)?|beslutningsprotokol|protokol)\b", re.IGNORECASE), MinutesKind.MINUTES),
    (re.compile(r"\bdagsorden(?:en)?\b", re.IGNORECASE), MinutesKind.AGENDA),
)
_MEETING_OF = re.compile(r"(?i:\bmødet? (?:i|for|af)) (?P<body>[A-ZÆØÅ].{2,90}?)(?= den \d| d\. \d| kl\.|,? \d|$)")
_TITLE = re.compile(r"(?P<body>[A-ZÆØÅ][^\d:|]{2,90}?) [-–] (?i:dagsorden(?:er)?|referat(?:er)?)\b.*")
_GENITIVE = re.compile(
    r"(?:(?i:referat|dagsorden)\w* (?:fra|til|for|af) )?"
    r"(?P<body>[A-ZÆØÅ][^\d:|]{2,90}?)s (?:(?:extra|ekstra)?ordinære |konstituerende )?møde (?:den|d\.) \d.*"
)
_CLOCK = re.compile(r"(?<![\d.,/-])\d{1,2}(?:[:.]\d{2}){0,2}(?![\d./])")
_MOMENT_WORDS = re.compile(rf"(?<!\w)(?:{'|'.join(WEEKDAYS)}|den|d|kl|klokken)(?!\w)", re.IGNORECASE)
_SMALL_WORDS = re.compile(
    rf"(?<!\w)(?:{'|'.join(WEEKDAYS)}|den|d|kl|klokken|til|af|fra|for|i|s|mødet?|dagsordener(?: og referater)?)(?!\w)",
    re.IGNORECASE,
)
_PLACE = re.compile(r",? ?i (?P<place>[^.].{1,120})", re.IGNORECASE)
_LETTER = re.compile(r"[^\W_]")
_NAME = re.compile(r"[A-ZÆØÅ][\w-]{2,30}(?:,? (?:(?:og|&|for) \w[\w-]{1,30}|[A-ZÆØÅ][\w-]{1,30})){1,6}")
"""A body that is named by its subjects alone: "Udvikling, By og Land"."""


class Told(Struct, frozen=True, kw_only=True):
    """What the record holds of the meeting: lines that say no more than this need not be kept as text."""

    kind: MinutesKind
    body: str | None
    date: dt.date | None
    times: tuple[dt.time, ...]
    place: str | None


def kind_of_line(text: str) -> MinutesKind | None:
    """The kind of document that a word in the line names."""
    return next((kind for pattern, kind in _KINDS if pattern.search(text)), None)


def find_moment(texts: Sequence[str]) -> int | None:
    """The first line that is a date, with weekday and clock or not, and nothing else (but the place)."""
    return next((index for index, text in enumerate(texts) if _is_moment(text)), None)


def _is_moment(text: str) -> bool:
    date = find_date(text)
    if date is None:
        return False
    after = text[date.end :]
    place = _PLACE.search(after)
    rest = text[: date.start] + (after[: place.start()] if place else after)
    return not _LETTER.search(_CLOCK.sub("", _MOMENT_WORDS.sub("", rest)))


def body_by_position(texts: Sequence[str]) -> str | None:
    """The body that is named by where it stands: "møde i X", "X - Referat", "Xs møde den", right above a lone date."""
    for pattern in (_MEETING_OF, _TITLE, _GENITIVE):
        for text in texts:
            match = pattern.search(text) if pattern is _MEETING_OF else pattern.fullmatch(text)
            if match and kind_of_line(match["body"]) is None:
                return match["body"].strip(" -–,")
    moment = find_moment(texts)
    above = texts[moment - 1] if moment else ""
    return above if _can_be_name(above) else None


def _can_be_name(text: str) -> bool:
    mention = find_body(text)
    named = mention.name == text if mention else _NAME.fullmatch(text) is not None
    return named and kind_of_line(text) is None


def moment_and_place(texts: Sequence[str], stated: DateMention | None) -> tuple[dt.time | None, str | None]:
    """The clock, and the place after "i", on a line that states the date or on the one below it."""
    for index, text in enumerate(texts if stated else ()):
        dates = [date for date in find_dates(text) if stated and date.date == stated.date]
        if not dates:
            continue
        after = text[dates[-1].end :]
        time = parse_times(after)[0] or next((parse_times(below)[0] for below in texts[index + 1 : index + 2]), None)
        place = _PLACE.fullmatch(_CLOCK.sub("", _MOMENT_WORDS.sub("", after)).strip(" .,-"))
        if place is None and index + 1 < len(texts) and _is_moment(text):
            place = _PLACE.fullmatch(texts[index + 1]) if not _MEETING_OF.search(texts[index + 1]) else None
        if time:
            return time, place["place"] if place else None
    return None, None


def explain(line: Piece, told: Told) -> tuple[Claim, ...] | None:
    """Claims for a line that only says what the record says of the meeting; None where it says more."""
    text = line.text
    kept = [line.cut(date.start, date.end) for date in find_dates(text) if date.date == told.date]
    for name in filter(None, (told.body, told.place)):
        at = text.casefold().find(name.casefold())
        kept += [line.cut(at, at + len(name))] if at >= 0 else []
    taken = [(piece.start - line.start, piece.end - line.start) for piece in kept]
    clocks = [match.span() for match in _CLOCK.finditer(text) if parse_time(f"kl. {match[0]}") in told.times]
    kept += [line.cut(*clock) for clock in clocks if not any(a < clock[1] and clock[0] < b for a, b in taken)]
    rest = line.without(*((piece.start - line.start, piece.end - line.start) for piece in kept))
    if any(_says_more(piece.text, told.kind) for piece in rest):
        return None
    return split_claims(line, kept, rules.LABEL) if kept else dropped(rules.LABEL, line)


def _says_more(text: str, kind: MinutesKind) -> bool:
    for pattern, named in _KINDS:
        text = pattern.sub("", text) if named is kind else text
    return _LETTER.search(_SMALL_WORDS.sub("", text)) is not None
