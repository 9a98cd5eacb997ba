"""Taking out what was withdrawn, and leaving a mark with the day and the reason in its place."""

import re
from collections.abc import Callable

from msgspec.structs import replace

from referat.model import AgendaItem, Annex, Decision, Meeting, Minutes, Section, Status
from referat.passages import Passage, folded, item_passages, passages, texts_of
from referat.privacy.withdrawals.entry import Withdrawal, digest_of
from referat.vocabulary.withdrawal_marks import mark, marks_of

_LEAD = re.compile(r"[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+|#{1,6}[ \t]+)?")
"""What makes a passage a list item, a heading or a quotation."""
_NAME = r"\[(?:[^\[\]\\\n]|\\.){0,500}\]"
_TARGET = r"(?:[^\s<>()]|\([^\s<>()]{0,200}\)){1,2000}"
_LINK = re.compile(
    rf"!?{_NAME}\(<?(?P<linked>{_TARGET})>?(?:[ \t]+\"[^\"\n]{{0,500}}\")?\)|<?(?P<bare>https?://{_TARGET})>?"
)


def without_text(item: AgendaItem) -> AgendaItem:
    """The item's place on the agenda, and its case: readers see that there is an item."""
    return AgendaItem(
        number=item.number,
        case_number=item.case_number,
        document_numbers=item.document_numbers,
        closed=item.closed,
        held_back=item.held_back,
        withdrawn=item.withdrawn,
        withdrawal=item.withdrawal,
        kle=item.kle,
        type=item.type,
    )


def withdrawn_item(item: AgendaItem, entry: Withdrawal) -> AgendaItem:
    """The item as one that was withdrawn."""
    return replace(without_text(item), held_back=False, withdrawn=entry.date, withdrawal=entry.reason)


def held_back_item(item: AgendaItem) -> AgendaItem:
    """The item, kept from the public until a person has looked at it."""
    return replace(without_text(item), held_back=True)


def bare_minutes(minutes: Minutes) -> Minutes:
    """A record that was taken back: its front matter is all it tells."""
    told = minutes.meeting
    if told.withdrawal is None:
        return Minutes(meeting=told)
    # Whoever the publisher removed may be among those present, and the original's address leads to the text.
    return Minutes(
        meeting=Meeting(
            municipality=told.municipality,
            body=told.body,
            date=told.date,
            time=told.time,
            sequence=told.sequence,
            kind=told.kind,
            status=Status.WITHDRAWN,
            withdrawn=told.withdrawn,
            withdrawal=told.withdrawal,
        )
    )


def withdrawn_minutes(minutes: Minutes, entry: Withdrawal) -> Minutes:
    """The record as one that the publisher took back."""
    meeting = replace(minutes.meeting, withdrawn=entry.date, withdrawal=entry.reason)
    return bare_minutes(replace(minutes, meeting=meeting))


def take_passage(item: AgendaItem, entry: Withdrawal, shortest: int = 0) -> AgendaItem:
    """The item with a mark in place of the passage, wherever it has these words: at least `shortest` letters."""
    found = zip(texts_of(item), item_passages(item), strict=True)
    text, *others = (_without(text, passages, entry, shortest) for text, passages in found)
    return replace(item, text=text, parts=_with_texts(item.parts, others))


def take_passage_outside(minutes: Minutes, entry: Withdrawal) -> Minutes:
    """The record with a mark in place of the passage in the texts that belong to no item."""
    return _outside(minutes, lambda text: _without(text, passages(text), entry))


def take_passage_of_text(text: str, entry: Withdrawal) -> str:
    """One text with a mark in place of the passage."""
    return _without(text, passages(text), entry)


def take_links(item: AgendaItem, entry: Withdrawal) -> AgendaItem:
    """The item with a mark in place of every link to the attachment."""
    parts = [_without_links(part.text, entry) for part in item.parts]
    return replace(item, text=_without_links(item.text, entry), parts=_with_texts(item.parts, parts))


def take_links_outside(minutes: Minutes, entry: Withdrawal) -> Minutes:
    """The record with such a mark in the texts that belong to no item."""
    return _outside(minutes, lambda text: _without_links(text, entry))


def links_in(text: str) -> tuple[str, ...]:
    """The addresses that a text leads to."""
    return tuple(match["linked"] or match["bare"] for match in _LINK.finditer(text))


def mark_of(entry: Withdrawal) -> str:
    """What stands in place of what the entry took out of a text."""
    return mark(_name(entry), entry.date, entry.reason, attachment=entry.attachment is not None)


def is_marked(text: str, entry: Withdrawal) -> bool:
    """Whether the entry took something out of the text before."""
    return marks_of(_name(entry)).search(text) is not None


def _name(entry: Withdrawal) -> str:
    return entry.passage or (entry.attachment or "")[:7] or "x"


def _without(text: str, found: tuple[Passage, ...], entry: Withdrawal, shortest: int = 0) -> str:
    for passage in reversed(found):
        words = text[passage.start : passage.end]
        if passage.id.partition("-")[0] == entry.passage and len(folded(words)) >= shortest:
            lead, stripped = _LEAD.match(words), words.rstrip()
            kept = lead[0] if lead else ""
            text = f"{text[: passage.start]}{kept}{mark_of(entry)}{words[len(stripped) :]}{text[passage.end :]}"
    return text


def _without_links(text: str, entry: Withdrawal) -> str:
    if "://" not in text and "](" not in text:
        return text

    def taken(match: re.Match[str]) -> str:
        return mark_of(entry) if digest_of(match["linked"] or match["bare"]) == entry.attachment else match[0]

    return _LINK.sub(taken, text)


def _with_texts(parts: tuple[Section | Decision, ...], texts: list[str]) -> tuple[Section | Decision, ...]:
    return tuple(replace(part, text=text) for part, text in zip(parts, texts, strict=True))


def _outside(minutes: Minutes, take: Callable[[str], str]) -> Minutes:
    return replace(
        minutes,
        preamble=take(minutes.preamble),
        annexes=tuple(Annex(title=annex.title, text=take(annex.text)) for annex in minutes.annexes),
        unplaced=take(minutes.unplaced),
    )
