"""Reading a document with one format, and how much of the document the reading explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.format import UNKNOWN_DATE, UNKNOWN_NAME, Format, Parsed
from referat.importing.settle import settle
from referat.vocabulary.outcomes import Outcome, outcome_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from referat.importing.document import Document
    from referat.importing.ledger import Ledger
    from referat.model import AgendaItem, Minutes


class Attempt(Struct, frozen=True, kw_only=True):
    """What a format made of a document."""

    format: Format
    meetings: tuple[Parsed, ...]
    ledger: Ledger

    @property
    def worth(self) -> float:
        """How much of the document it explains, from 0 to 1: the least that it explains of any of its meetings."""
        return min((_worth(meeting) for meeting in self.meetings), default=0.0)


class Failed(Struct, frozen=True):
    """A format that raised: a fault of the program, not of the document."""

    format: Format
    error: str


def read_with(found: Format, document: Document) -> Attempt | Failed:
    """Read the document with the format. A format that raises is a fault of ours, and must not cost the document."""
    try:
        meetings, ledger = settle(document, found.parse(document))
    except Exception as error:
        return Failed(found, f"{type(error).__name__}: {error}")
    if not meetings:
        return Failed(found, "it found no meeting")
    return Attempt(format=found, meetings=meetings, ledger=ledger)


def _worth(meeting: Parsed) -> float:
    """The mean of what can be asked of any reading: each is a share, so that long documents count as short ones."""
    minutes = meeting.minutes
    head = (minutes.meeting.date != UNKNOWN_DATE, minutes.meeting.body != UNKNOWN_NAME)
    items = [item for item in minutes.items if not item.closed]
    agrees = 0.5 if meeting.contents_count is None else float(meeting.contents_count == len(minutes.items))
    shares = (
        _share(head),
        _share(item.title is not None for item in items),
        _share(_is_decided(item) for item in items),
        _share(bool(item.parts) for item in items),
        _share_in_items(minutes),
        agrees,
    )
    return sum(shares) / len(shares)


def _share(answers: Iterable[bool]) -> float:
    told = list(answers)
    return sum(told) / len(told) if told else 0.0


def _is_decided(item: AgendaItem) -> bool:
    return any(outcome_of(decision.text) not in (Outcome.OTHER, Outcome.NONE) for decision in item.decisions)


def _share_in_items(minutes: Minutes) -> float:
    """How much of the text stands under items and annexes, and not before them or nowhere."""
    inside = sum(len(item.text) + sum(len(part.text) for part in item.parts) for item in minutes.items)
    inside += sum(len(annex.text) for annex in minutes.annexes)
    outside = len(minutes.preamble) + len(minutes.unplaced)
    return inside / (inside + outside) if inside else 0.0
