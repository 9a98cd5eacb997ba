"""Citations of an earlier treatment: ``Økonomiudvalget den 25. oktober 2005, pkt. 3``."""

import datetime as dt
import re

from msgspec import Struct

from referat.vocabulary import bodies, dates


class Citation(Struct, frozen=True, kw_only=True):
    """Words that point to a meeting, and perhaps to an item of it: the characters from `start` to before `end`."""

    start: int
    end: int
    body: str
    """Without the genitive; `bodies.is_same` compares it."""
    date: dt.date
    item_number: str | None
    text: str


_WINDOW = 140
"""How far before a date the body's name may begin, in characters."""
_BETWEEN = re.compile(
    r"(?:,| på| i)?(?: (?:sit|et|ordinært|ekstraordinært|dets))?(?: (?:møde[tr]?|beslutning|behandling|dagsorden))?"
    r"(?: (?:på|i) mødet)?(?:,| fra| af)? ?(?:(?:(?:man|tirs|ons|tors|fre|lør|søn)dag )?(?:den |d\. ?)?)?$",
    re.IGNORECASE,
)
_COLLEGE = r"(?:udvalg|råd|bestyrelse|repræsentation|magistrat|direktion)"
_NAME = re.compile(
    r"(?<![\w-])(?:"
    rf"(?:[A-ZÆØÅ][\wæøå-]{{1,30}}(?:,| og|,? og)? ){{0,6}}[A-ZÆØÅ][\wæøå-]{{0,40}}?{_COLLEGE}(?:ets|ens|et|en|s)?"
    r"|[\wæøå]{0,40}?(?:[Bb]yråd|[Kk]ommunalbestyrelse|[Bb]orgerrepræsentation|[Mm]agistrat|[Dd]irektion|[Ff]orretningsudvalg|udvalg|[Rr]egionsråd)(?:ets|ens|et|en|s)"
    r"|[Uu]dvalget for [A-ZÆØÅa-zæøå][\wæøå-]{1,30}(?:(?:,| og|,? og)? [\wæøå-]{2,30}){0,6}"
    r"|(?:Byråd|Magistrat|Direktion|Kommunalbestyrelse|Borgerrepræsentation|Regionsråd)(?:ets|ens|et|en|s)?"
    r")$"
)
_OPENERS = frozenset(
    {"Af", "Da", "Efter", "For", "Fra", "Hos", "I", "Jf", "Med", "Når", "På", "Sagen", "Se", "Siden", "Som", "Til"}
)
"""Words that begin a sentence right before a body's name and are no part of it."""
_ITEM = re.compile(
    r",? ?\(?(?:som |under )?(?:dagsordens)?(?:pkt\.?|punkt|sag nr\.?)(?: nr\.)? ?(?P<number>\d{1,4}[a-z]?)\)?(?!\w)"
)


_SIGNS = ("dvalg", "råd", "bestyrelse", "repræsentation", "agistrat", "irektion")
"""Letters of which every body's name has some: a text without them cites nothing."""


def find_citations(text: str) -> tuple[Citation, ...]:
    """The citations in a text, in order: a body's name, a date with its year, and the item's number where told."""
    if not any(sign in text for sign in _SIGNS):
        return ()
    citations: list[Citation] = []
    for mention in dates.find_dates(text):
        start = max(0, mention.start - _WINDOW, citations[-1].end if citations else 0)
        before = text[start : mention.start].replace("\u00a0", " ").replace("\n", " ")
        between = _BETWEEN.search(before)
        name = _named(before[: between.start()]) if between else None
        if name is None or between is None:
            continue
        item = _ITEM.match(text, mention.end)
        begins, ends = start + between.start() - len(name), item.end() if item else mention.end
        citations.append(
            Citation(
                start=begins,
                end=ends,
                body=_nominative(name),
                date=mention.date,
                item_number=item["number"] if item else None,
                text=text[begins:ends],
            )
        )
    return tuple(citations)


def _named(before: str) -> str | None:
    match = _NAME.search(before)
    if match is None:
        return None
    first, _, rest = match[0].partition(" ")
    return rest if first in _OPENERS and rest else match[0]


def _nominative(name: str) -> str:
    name = bodies.tidy(name)
    return name[:-1] if name.endswith(("ets", "ens")) else name
