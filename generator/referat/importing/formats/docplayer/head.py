"""The first page of a transcript: who met, when and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.format import UNKNOWN_NAME
from referat.importing.reading import rules
from referat.importing.reading.fields import read_fields
from referat.importing.reading.meeting import read_head
from referat.importing.reading.pieces import Piece, dropped, in_order, placed, split_claims
from referat.model import MinutesKind
from referat.vocabulary.attendance import split_people
from referat.vocabulary.bodies import is_council, tidy
from referat.vocabulary.body_mentions import find_body
from referat.vocabulary.dates import PATTERN, WEEKDAYS, DateMention, find_date, parse_times
from referat.vocabulary.meeting_fields import LABEL, needs_colon
from referat.vocabulary.municipalities import find_mentions, lookup

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from referat.importing.ledger import Claim

_WEEKDAY = rf"(?:(?:{'|'.join(WEEKDAYS)}) )?"
_PROTOCOL = re.compile(
    rf"(?P<kind>Protokol|Dagsorden)? ?{_WEEKDAY}den (?P<date>{PATTERN})(?: kl\.? ?(?P<time>\d{{1,2}}[:.]\d\d))?"
    r" afholdt (?P<body>[^:.]{3,90}?) møde(?: i (?P<place>[^.]{2,80}?))?\."
    r"(?: (?P<members>(?:alle )?medlemmer(?:ne)? var til stede(?:, undtagen:(?P<absent>.{0,2000}?)|\.)?))?"
    r"(?: ?(?P<others>Endvidere deltog:(?P<guests>.*)))?$",
    re.IGNORECASE,
)
"""``Protokol Tirsdag den 14. maj 2024 kl. 08:15 afholdt Havneudvalget møde i Mødelokale 2. Medlemmerne var …``"""
_PAPER = re.compile(
    r"\b(?:åbent |åben )?(?:referat|dagsorden|protokol)(?: med vedtagelser)?"
    r"(?: (?:fra|af|til)(?: møde[tr]?)?(?: i)?)?\b|\båben\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\b[A-ZÆØÅ][A-ZÆØÅ-]{3,}(?:,? (?:OG )?[A-ZÆØÅ-]{4,}){0,5}\b")
_AGENDA = re.compile(r"\bdagsorden\b(?! med vedtagelser)", re.IGNORECASE)
_MINUTES = re.compile(r"\b(?:refer(?:at)?|protokol|beslutninger fra mødet|dagsorden med vedtagelser)\b", re.IGNORECASE)


class Head(Struct, frozen=True, kw_only=True):
    """What the first page and the document's title tell of the meeting."""

    kind: MinutesKind
    municipality: str = UNKNOWN_NAME
    body: str
    date: DateMention | None
    time: dt.time | None = None
    ends: dt.time | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    rest: tuple[Piece, ...] = ()
    """Text that is none of this: the preamble."""


def read_first_page(lines: Sequence[Piece], title: Piece | None) -> Head:
    """Read the page's text (without its running head), and what only the document's title kept."""
    text = " ".join(line.text for line in lines)
    kind = _kind(title.text if title else "", text)
    for index, line in enumerate(lines):
        match = _PROTOCOL.search(line.text)
        if match:
            others = (*lines[:index], line.cut(0, match.start()), *lines[index + 1 :])
            return _protocol(line, match, kind, others, title)
    return _labelled(lines, kind, title)


def _kind(title: str, text: str) -> MinutesKind:
    for told in (title, text[:600]):
        if _MINUTES.search(told):
            return MinutesKind.MINUTES
        if _AGENDA.search(told):
            return MinutesKind.AGENDA
    return MinutesKind.MINUTES


def _protocol(
    line: Piece, match: re.Match[str], kind: MinutesKind, others: Iterable[Piece], title: Piece | None
) -> Head:
    """Who was there is told by name and kept in its own words: the members are there without being named."""
    kept = {name: line.cut(*match.span(name)) for name, value in match.groupdict().items() if value and name != "kind"}
    told = [kept[name] for name in ("date", "time", "body", "place") if name in kept]
    attendance = [kept[name] for name in ("members", "others") if name in kept]
    whole = line.cut(match.start(), attendance[0].start - line.start if attendance else match.end())
    letterhead = _letterhead(others, kept["body"].text)
    return Head(
        kind=kind,
        municipality=letterhead.municipality,
        body=tidy(kept["body"].text),
        date=find_date(line.cut(match.start(), match.end("date")).text),
        time=parse_times(kept["time"].text)[0] if "time" in kept else None,
        place=kept["place"].text if "place" in kept else None,
        participants=split_people(kept["guests"].text) if "guests" in kept else (),
        absent=split_people(kept["absent"].text) if "absent" in kept else (),
        claims=(*split_claims(whole, told, rules.LABEL), *letterhead.claims, *_title_claims(title, None)),
        rest=in_order((*letterhead.rest, *attendance)),
    )


class _Letterhead(Struct, frozen=True, kw_only=True):
    """The municipality's and the body's name above the rest."""

    municipality: str
    claims: tuple[Claim, ...]
    rest: tuple[Piece, ...]


def _letterhead(lines: Iterable[Piece], body: str) -> _Letterhead:
    municipality = UNKNOWN_NAME
    claims: list[Claim] = []
    rest: list[Piece] = []
    for line in lines:
        left = line
        mention = next((found for found in find_mentions(line.text) if found.start == 0), None)
        if mention and municipality in (UNKNOWN_NAME, mention.municipality.name):
            municipality = mention.municipality.name
            at = max(line.text.casefold().find(municipality.casefold()), 0)
            name = line.cut(at, mention.end)
            claims += split_claims(name, (name.cut(0, name.text.rfind(" ")),), rules.LABEL)
            rest += [front for front in (line.cut(0, at),) if front.text]
            left = line.cut(mention.end)
        if body and left.text.casefold().startswith(body.casefold()):
            claims += placed(left.cut(0, len(body)))
            left = left.cut(len(body))
        if left.text:
            rest.append(left)
    return _Letterhead(municipality=municipality, claims=tuple(claims), rest=tuple(rest))


def _labelled(lines: Sequence[Piece], kind: MinutesKind, title: Piece | None) -> Head:
    """A head of labels (``Mødedato: … Mødested: …``), or one in plain words."""
    parted = [part for line in lines for part in _before_labels(line)]
    found = read_fields(parted, stops=lambda _: False)
    fields = read_head(found.fields)
    others = tuple(line for index, line in enumerate(parted) if index not in found.lines and line.text)
    loose = " ".join(line.text for line in (*others, *fields.remarks))
    letterhead = _letterhead(others, "")
    others = letterhead.rest
    in_title = find_date(title.text) if title and not fields.date else None
    in_text = None if fields.date or in_title else find_date(loose)
    body = tidy(fields.body or _body_in(" ".join(line.text for line in others)) or _body_in(_words(title)))
    papers = [line for line in others if _only_names_paper(line.text, body)]
    loose_lines = [line for line in others if line not in papers]
    return Head(
        kind=kind,
        municipality=letterhead.municipality or _municipality_of(body),
        body=body,
        date=fields.date or in_title or in_text,
        time=fields.time or _time(title, loose),
        ends=fields.ends,
        place=fields.place,
        participants=fields.participants,
        absent=fields.absent,
        claims=(*fields.claims, *letterhead.claims, *_paper_claims(papers, body), *_title_claims(title, in_title)),
        rest=in_order((*loose_lines, *fields.remarks)),
    )


def _body_in(text: str) -> str:
    """The body that a head in plain words names, capitals made readable and the words for kinds of papers set aside."""
    readable = _CAPITALS.sub(lambda match: tidy(match[0]), _PAPER.sub(". ", text))
    mention = find_body(readable)
    return mention.name if mention else ""


def _only_names_paper(text: str, body: str) -> bool:
    """Whether a line only says what paper it is, and of whom: ``Åbent referat til Havneudvalget``."""
    rest = _PAPER.sub(" ", text).casefold().replace(body.casefold(), " ") if body else text
    return not rest.strip(" .,:-")


def _paper_claims(lines: Iterable[Piece], body: str) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    for line in lines:
        at = line.text.casefold().find(body.casefold())
        claims += split_claims(line, [line.cut(at, at + len(body))] if at >= 0 else [], rules.LABEL)
    return tuple(claims)


def _municipality_of(body: str) -> str:
    """A council is often called by its municipality: ``Strandby Byråd``."""
    first, _, rest = body.partition(" ")
    known = lookup(first) if is_council(rest) else None
    return known.name if known else UNKNOWN_NAME


def _before_labels(line: Piece) -> tuple[Piece, ...]:
    """The words before the first label, and the labels with their values: two lines."""
    first = next((mark for mark in LABEL.finditer(line.text) if _is_label(mark)), None)
    at = first.start() if first else 0
    return tuple(part for part in (line.cut(0, at), line.cut(at)) if part.text)


def _is_label(mark: re.Match[str]) -> bool:
    return mark["label"][0].isupper() and (mark["colon"] is not None or not needs_colon(mark["label"]))


def _words(title: Piece | None) -> str:
    return title.text if title else ""


def _time(title: Piece | None, text: str) -> dt.time | None:
    return parse_times(_words(title))[0] or (parse_times(text)[0] if "kl" in text.lower() else None)


def _title_claims(title: Piece | None, date: DateMention | None) -> tuple[Claim, ...]:
    """The title is docplayer's; only the date that nothing else tells is taken from it."""
    if title is None:
        return ()
    if date is None:
        return dropped(rules.FURNITURE, title)
    kept = title.cut(date.start, date.end)
    return (*placed(kept), *dropped(rules.FURNITURE, *title.without((date.start, date.end))))
