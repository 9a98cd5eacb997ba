"""What a person names, an address on the site or an attachment's link, becomes entries of the list of withdrawals."""

import datetime as dt
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from referat.minutes_file import normalise_line
from referat.model import AgendaItem
from referat.passages import Passage, item_passages, passages, texts_of
from referat.privacy.redact import redact
from referat.privacy.withdrawals.entry import (
    ADDRESS,
    Withdrawal,
    check_of,
    check_of_titles,
    digest_of,
    origin_of,
)
from referat.privacy.withdrawals.finding import address_of
from referat.privacy.withdrawals.taking import links_in
from referat.problems import Problem, ProblemError
from referat.site.meetings import Gathering, PlacedItem, gather_meetings
from referat.site.nodes import Record
from referat.vocabulary.withdrawal_marks import plain_reason


class Request(Struct, frozen=True, kw_only=True):
    """What the person asked for."""

    target: str
    """An address on the site, or the link of an attachment."""
    date: dt.date
    reason: str


def request_of(target: str, date: dt.date | None, reason: str | None) -> Request:
    """The request, with today's date and the usual reason where nothing else is said."""
    told = plain_reason(redact(normalise_line(reason or "")))
    return Request(target=target.strip(), date=date or dt.date.today(), reason=told)


class Target(Struct, frozen=True):
    """One thing to withdraw."""

    entry: Withdrawal
    name: str
    """What it is, for the person's own screen: never to be logged, for it may say what is to be withdrawn."""


def is_target(entry: Withdrawal, target: str) -> bool:
    """Whether an entry of the list is what a person names."""
    if entry.attachment is not None and entry.attachment == digest_of(target):
        return True
    # An attachment withdrawn out of a sentence is not its whole item.
    return (entry.attachment is None or entry.passage is not None) and target.strip().endswith(entry.address)


def find_targets(records: Sequence[Record], request: Request) -> tuple[Target, ...]:
    """All that the request means.

    Args:
        records: The records of the site, past the privacy gate.
        request: What is to be withdrawn, when and why.

    Raises:
        ProblemError: nothing on the site has the address, and nothing leads there.
    """
    meetings, _ = gather_meetings(records)
    match = ADDRESS.search(request.target.strip())
    if match is not None and match.end() == len(request.target.strip()):
        found = [target for meeting in meetings for target in _at(meeting, match[0], request)]
    else:
        found = list(_attachments(records, meetings, request))
    if not found:
        raise ProblemError(_nothing(request.target, meetings, match[0] if match else None))
    return tuple(found)


def _at(meeting: Gathering, address: str, request: Request) -> Iterator[Target]:
    if address.partition("#")[0] != meeting.ref.url:
        return
    entry = Withdrawal(address=address, date=request.date, reason=request.reason)
    placed = next((placed for placed in meeting.items if placed.anchor == entry.fragment), None)
    if not entry.fragment:
        yield Target(_of_meeting(entry, meeting), f"{meeting.ref.body}, {meeting.ref.date}")
    elif placed is not None:
        yield Target(_of_item(entry, placed), placed.item.title or f"item {placed.item.number}")
    elif entry.passage is not None:
        yield from _passage(meeting, entry)
    else:
        yield from _whole_text(meeting, entry)


def _whole_text(meeting: Gathering, entry: Withdrawal) -> Iterator[Target]:
    """An annex, or what could not be placed: all its passages."""
    for record, anchor, text in _outside(meeting):
        if anchor == entry.fragment:
            for passage in passages(text):
                whole = replace(entry, address=f"{entry.address}-{passage.id.partition('-')[0]}")
                yield Target(_of_record(whole, record), text[passage.start : passage.end])


def _outside(meeting: Gathering) -> Iterator[tuple[Record, str, str]]:
    """The texts of a meeting's page that belong to no item, each with its id there."""
    records = (meeting.main, *meeting.addenda)
    annexes = [(record, annex.text) for record in records for annex in record.minutes.annexes]
    yield from ((record, f"tekst-{number}", text) for number, (record, text) in enumerate(annexes, 1))
    yield from ((record, "uplaceret", record.minutes.unplaced) for record in records)
    yield from ((record, "indledning", record.minutes.preamble) for record in records)


def _passage(meeting: Gathering, entry: Withdrawal) -> Iterator[Target]:
    placed = next((placed for placed in meeting.items if placed.anchor == entry.anchor), None)
    if placed is not None:
        words = _words_of(placed.item, entry)
        if words is not None:
            yield Target(_of_item(entry, placed), words)
        return
    for record, _, text in _outside(meeting):
        words = _words(text, passages(text), entry)
        if words is not None:
            yield Target(_of_record(entry, record), words)
            return


def _words_of(item: AgendaItem, entry: Withdrawal) -> str | None:
    texts = zip(texts_of(item), item_passages(item), strict=True)
    return next((words for text, found in texts if (words := _words(text, found, entry))), None)


def _words(text: str, found: Sequence[Passage], entry: Withdrawal) -> str | None:
    return next((text[one.start : one.end] for one in found if one.id.partition("-")[0] == entry.passage), None)


def _attachments(records: Sequence[Record], meetings: Sequence[Gathering], request: Request) -> Iterator[Target]:
    digest = digest_of(request.target)
    placed = {id(one.item): one for meeting in meetings for one in meeting.items}
    for record in records:
        for item in record.minutes.items:
            there = placed.get(id(item))
            if there is not None and any(_leads_there(text, digest) for text in texts_of(item)):
                fragment = _listed(item, digest)
                address = f"{there.url}-{fragment}" if fragment else there.url
                yield Target(
                    _of_item(_attachment(address, digest, request), there), item.title or f"item {item.number}"
                )
        told = record.minutes
        outside = (told.preamble, told.unplaced, *(annex.text for annex in told.annexes))
        if any(_leads_there(text, digest) for text in outside):
            entry = _attachment(address_of(told.meeting), digest, request)
            yield Target(_of_record(entry, record), "a text outside the items")


def _attachment(address: str, digest: str, request: Request) -> Withdrawal:
    return Withdrawal(address=address, date=request.date, reason=request.reason, attachment=digest)


def _leads_there(text: str, digest: str) -> bool:
    return any(digest_of(link) == digest for link in links_in(text))


def _listed(item: AgendaItem, digest: str) -> str | None:
    """The id of the list item that is nothing but the attachment: its name tells it when it lies elsewhere."""
    for text, found in zip(texts_of(item), item_passages(item), strict=True):
        for passage in found:
            line = text[passage.start : passage.end].strip()
            if line.startswith(("- [", "* [", "+ [")) and _leads_there(line, digest) and line.endswith(")"):
                return passage.id.partition("-")[0]
    return None


def _of_item(entry: Withdrawal, placed: PlacedItem) -> Withdrawal:
    item = placed.item
    title = None if item.title is None else check_of(item.title)
    return _signed(entry, placed.record, case=item.case_number, title=title)


def _of_meeting(entry: Withdrawal, meeting: Gathering) -> Withdrawal:
    return _signed(entry, meeting.main, case=None, title=check_of_titles(meeting.main.minutes.items))


def _of_record(entry: Withdrawal, record: Record) -> Withdrawal:
    return _signed(entry, record, case=None, title=None)


def _signed(entry: Withdrawal, record: Record, *, case: str | None, title: str | None) -> Withdrawal:
    """The entry with all by which a new reading is known again."""
    meeting = record.minutes.meeting
    return Withdrawal(
        address=entry.address,
        date=entry.date,
        reason=entry.reason,
        attachment=entry.attachment,
        kind=meeting.kind,
        case=case,
        title=title,
        origin=origin_of(meeting.source),
    )


def _nothing(target: str, meetings: Sequence[Gathering], address: str | None) -> Problem:
    place, _, fragment = address.partition("#") if address else ("", "", "")
    meeting = next((meeting for meeting in meetings if meeting.ref.url == place), None)
    items = () if meeting is None else tuple(placed.anchor for placed in meeting.items)
    item = next((anchor for anchor in items if fragment.startswith(f"{anchor}-")), None)
    if item is not None:
        # A heading has an address, too, and goes only with its item.
        advice = (
            f"Name the whole item, {place}#{item}, or one of its paragraphs: the page shows their links when asked to."
        )
    elif meeting is not None:
        advice = f"Its items are {', '.join(items)}"
    else:
        advice = "Copy the address of the meeting, item or paragraph from the site, or the address of the attachment."
    return Problem(
        code="withdraw_not_found",
        message=f"No meeting, item, paragraph or attachment has the address {target}",
        advice=advice,
    )
