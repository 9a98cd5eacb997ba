"""The course of a case, as portals tell it: who dealt with it when, each time above what was decided."""

import datetime as dt
import re

from msgspec import Struct

from referat.vocabulary import bodies, dates


class CourseLine(Struct, frozen=True, kw_only=True):
    """What one line tells of a time that the case was dealt with."""

    body: str | None = None
    date: dt.date | None = None
    item_number: str | None = None
    spans: tuple[tuple[int, int], ...]
    """Where the values stand in the line."""


_LABELLED = re.compile(
    r"\s*(?:(?P<body>udvalg)|(?P<date>(?:møde)?dato)|(?P<number>punkt(?:nummer)?|pkt\.?))\s?:\s{0,9}(?P<value>\S.{0,120}?)\s*",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"\s*(?P<date>{dates.PATTERN})[ ,:–-]{{1,3}}(?P<body>(?-i:[A-ZÆØÅ])[^\d.;:]{{2,80}}?)\s*", re.IGNORECASE
)
_MEETS = re.compile(r"udvalg|råd|bestyrelse|repræsentation|magistrat|direktion|forvaltning", re.IGNORECASE)
_LONGEST = 200


def course_line(line: str, *, marked: bool) -> CourseLine | None:
    """What the line tells, or None for a line of text.

    ``Udvalg: Byrådet``, ``Dato: 03-05-2021`` and ``Punktnummer: 7`` stand one below the other;
    ``03/05/2021 Havneudvalget`` says it at once.

    Args:
        line: the line.
        marked: whether the source sets it apart (underlined), so that any name after a date is a body's.
    """
    if len(line) > _LONGEST:
        return None
    labelled = _LABELLED.fullmatch(line)
    if labelled:
        return _from_label(labelled)
    dated = _DATED.fullmatch(line)
    date = dates.parse_date(dated["date"]) if dated else None
    if dated is None or date is None or not (marked or _MEETS.search(dated["body"])):
        return None
    return CourseLine(body=bodies.tidy(dated["body"]), date=date, spans=(dated.span("date"), dated.span("body")))


def _from_label(match: re.Match[str]) -> CourseLine | None:
    value, spans = match["value"], (match.span("value"),)
    if match["body"]:
        return CourseLine(body=bodies.tidy(value), spans=spans)
    if match["date"]:
        date = dates.parse_date(value)
        return CourseLine(date=date, spans=spans) if date else None
    return CourseLine(item_number=value.rstrip("."), spans=spans)
