"""Whether an answer is the publication that was asked for, whole; and what of it counts as its content."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

import msgspec
from selectolax.lexbor import LexborHTMLParser

from referat.fetching.clock import in_denmark
from referat.fetching.faults import unavailable
from referat.fetching.json_answer import read_json
from referat.fetching.provider import Portal, Publication, Row
from referat.fetching.providers.firstagenda.shapes import NO_ID, Agenda, Item

if TYPE_CHECKING:
    from referat.fetching.answer import Answer

_BLANKS = re.compile(r"\s+")
_AROUND_TAG = re.compile(r" ?(<[^<>]*>) ?")
_JUNK = ("meta", "title", "script", "style")
"""What word processors leave in every text, and what is no text."""


def check_publication(portal: Portal, row: Row, answer: Answer) -> Publication:
    """The publication, if the answer is it. What does not match the list is never kept as content."""
    agenda = read_json(answer, Agenda)
    differs = _difference(agenda, row)
    if differs:
        told = f"The answer is not the publication that the list tells of: {differs} differs"
        raise unavailable("fetch_mismatch", told, answer.url)
    return Publication(
        portal=portal,
        row=msgspec.structs.replace(row, supplement=row.supplement or bool(agenda.supplement)),
        answer=answer,
        digest=content_digest(agenda),
        is_minutes=agenda.meeting.is_minutes,
        is_empty=not agenda.items,
    )


def _difference(agenda: Agenda, row: Row) -> str | None:
    if agenda.id.casefold() != row.id.casefold():
        return "its id"
    if any(item.agenda not in (None, NO_ID) and item.agenda.casefold() != row.id.casefold() for item in agenda.items):
        return "an item's meeting"
    if in_denmark(agenda.meeting.start) != row.start:
        return "the time"
    same_id = (agenda.committee.id or "").casefold() == (row.committee_id or "").casefold()
    if not same_id and _flat(agenda.committee.name) != _flat(row.committee):
        return "the committee"
    return None


def content_digest(agenda: Agenda) -> str:
    """A hash of what the publication says. Ids and links are others each time it is published, and do not count."""
    said = {
        "committee": _flat(agenda.committee.name),
        "start": in_denmark(agenda.meeting.start).isoformat(),
        "place": _flat(agenda.meeting.place),
        "minutes": agenda.meeting.is_minutes,
        "supplement": bool(agenda.supplement),
        "people": [(_flat(one.name), one.absent, one.cancelled) for one in agenda.meeting.attendees or ()],
        "items": [_said(item) for item in sorted(agenda.items, key=lambda item: item.sorting)],
    }
    return hashlib.sha256(msgspec.json.encode(said, order="deterministic")).hexdigest()


def _said(item: Item) -> dict[str, Any]:
    return {
        "number": str(item.number or ""),
        "title": _flat(item.title),
        "case": _flat(item.case_number),
        "open": item.is_open,
        "texts": [(_flat(one.heading), _said_html(one.html or ""), _flat(one.text)) for one in item.fields or ()],
        "attached": [_flat(one.name) for one in item.attached or ()],
    }


def _said_html(html: str) -> str:
    tree = LexborHTMLParser(html)
    tree.strip_tags(list(_JUNK))
    return _AROUND_TAG.sub(r"\1", _flat(tree.body.html if tree.body else ""))


def _flat(text: str | None) -> str:
    return _BLANKS.sub(" ", text or "").strip()
