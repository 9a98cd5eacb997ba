"""Settling the account of a reading: what nobody placed becomes unplaced text, and the ledger is made up."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

from referat.importing.audit import find_lost
from referat.importing.diagnostics import diagnose
from referat.importing.ledger import Claim, Gap, Ledger, find_gaps, make_ledger
from referat.importing.reading import rules
from referat.importing.reading.pieces import Piece
from referat.importing.reading.prose import Style, to_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from referat.importing.document import Document
    from referat.importing.format import Parsed
    from referat.problems import Problem

_LETTER = re.compile(r"[^\W_]")


def settle(document: Document, meetings: Sequence[Parsed]) -> tuple[tuple[Parsed, ...], Ledger]:
    """The meetings, each with its unplaced text, and the ledger of the whole document.

    Three things are unplaced: what no format claimed, what a format claimed twice (the second time), and what is called
    placed and does not stand in the record. Only punctuation may go unclaimed.
    """
    taken = chain.from_iterable(meeting.claims for meeting in meetings)
    claims, doubled = _without_overlaps(chain(document.furniture, taken))
    gaps = find_gaps(document.text, claims)
    separators = tuple(gap for gap in gaps if not _LETTER.search(document.text, gap.start, gap.end))
    unclaimed = tuple(gap for gap in gaps if gap not in separators)
    settled = tuple(
        _with_unplaced(document, meeting, [gap for gap in unclaimed if _owner(meetings, gap) == index], doubled)
        for index, meeting in enumerate(meetings)
    )
    complete = (
        *claims,
        *(Claim(gap.start, gap.end, rules.SEPARATOR) for gap in separators),
        *(Claim(gap.start, gap.end) for gap in unclaimed),
    )
    return settled, make_ledger(document.text, complete)


def _without_overlaps(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims with what is claimed twice left to the first, and the claims that had to give way."""
    kept: list[Claim] = []
    shortened: list[Claim] = []
    position = 0
    for claim in sorted(claims, key=lambda claim: (claim.start, -claim.end)):
        if claim.start < position:
            shortened.append(claim)
        if claim.end > position:
            kept.append(Claim(max(claim.start, position), claim.end, claim.rule))
            position = claim.end
    return tuple(kept), tuple(shortened)


def _owner(meetings: Sequence[Parsed], gap: Gap) -> int:
    """The meeting in whose part of the document the gap lies."""
    begins = [min((claim.start for claim in meeting.claims), default=0) for meeting in meetings]
    return max((index for index, begin in enumerate(begins) if begin <= gap.start), default=0)


def _with_unplaced(document: Document, meeting: Parsed, gaps: Sequence[Gap], doubled: Sequence[Claim]) -> Parsed:
    lost = [claim for claim in find_lost(document, meeting.minutes, meeting.claims) if claim not in doubled]
    stretches = sorted([*((gap.start, gap.end) for gap in gaps), *((claim.start, claim.end) for claim in lost)])
    if not stretches:
        return meeting
    texts = [meeting.minutes.unplaced, *(_text(document, start, end) for start, end in stretches)]
    minutes = replace(meeting.minutes, unplaced="\n\n".join(text for text in texts if text))
    return replace(meeting, minutes=minutes, diagnostics=(*meeting.diagnostics, *_problems(document, gaps, lost)))


def _text(document: Document, start: int, end: int) -> str:
    lines, at = [], start
    for text in document.text[start:end].split("\n"):
        lines.append(Piece(text, at))
        at += len(text) + 1
    return to_markdown(lines, Style()).text


def _problems(document: Document, gaps: Sequence[Gap], lost: Sequence[Claim]) -> list[Problem]:
    unplaced = [
        diagnose(
            "unplaced_text", "Text that has no place in the record stands under Uplaceret tekst", document, gap.start
        )
        for gap in gaps
    ]
    return unplaced + [
        diagnose(
            "coverage_gap",
            "The format took this text and did not hand it on: it stands under Uplaceret tekst",
            document,
            claim.start,
            advice="Please report the document's shape: the format has a fault.",
        )
        for claim in lost
    ]
