"""Lines that begin a section or a decision."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from referat.importing.reading import rules
from referat.importing.reading.blocks import Block, Body, DecisionStart, SectionStart
from referat.importing.reading.pieces import Piece, split_claims
from referat.vocabulary.dates import find_date
from referat.vocabulary.decisions import decision_head, is_own
from referat.vocabulary.sections import SectionKind, heading_of, kind_of, repair_case

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from referat.vocabulary.decisions import DecisionHead

_BULLETS = ("-", "•", "·", "–")
_MARKS = "#*_ \t\N{NO-BREAK SPACE}"


class Own(Struct, frozen=True):
    """The meeting at hand: a decision of that body on that date is its own."""

    body: str
    date: dt.date | None

    def made(self, head: DecisionHead) -> bool:
        """Whether the decision with that head is this meeting's. Where the meeting's date is unknown, it is."""
        return self.date is None or is_own(head, self.body, self.date)


def unmarked(line: Piece) -> Piece:
    """The line without marks of headings and emphasis at its ends."""
    left = len(line.text) - len(line.text.lstrip(_MARKS))
    return Piece(line.text.strip(_MARKS), line.start + left)


def read_start(line: Piece, own: Own) -> tuple[Block, ...]:
    """The section or decision that begins on `line`, with the text that follows on it; empty where none begins."""
    text = unmarked(line)
    head = decision_head(text.text)
    if head is not None:
        return _decision(line, text, head, own)
    heading = None if text.text.startswith(_BULLETS) else heading_of(text.text)
    if heading is None:
        return ()
    claims = split_claims(line, (_found(text, heading),), rules.MARKUP)
    if kind_of(heading) is SectionKind.DECISION:
        return (DecisionStart(heading=repair_case(heading), claims=claims),)
    return (SectionStart(heading=repair_case(heading), claims=claims),)


def read_blocks(lines: Iterable[Piece], own: Own) -> tuple[Block, ...]:
    """The sections and decisions that begin in `lines`, each followed by its text.

    ``Det indstilles:`` opens a recommendation; right under the heading of one it is its first line. So is
    ``Fraværende:`` right under the head of a decision: who was not there is told before what was decided.
    ``Beslutning.`` right under ``Punkttype`` is the type.
    """
    blocks: list[Block] = []
    text: list[Piece] = []
    kind: SectionKind | None = None
    for line in lines:
        start = read_start(line, own)
        first = start[0] if start else None
        if first is not None and _belongs_above(first, line, kind, text):
            start = ()
        if not start:
            text.append(line)
            continue
        if isinstance(first, DecisionStart) and kind is SectionKind.DECISION and not any(p.text.strip() for p in text):
            blocks, start = _one_decision(blocks, first, start[1:])
        blocks += [Body(tuple(text)), *start]
        text = []
        kind = _kind_begun(start)
    return (*blocks, Body(tuple(text)))


def _one_decision(
    blocks: list[Block], second: DecisionStart, rest: tuple[Block, ...]
) -> tuple[list[Block], tuple[Block, ...]]:
    """A bare heading of a decision and, right below it, the line that tells whose it is: they begin one decision."""
    first = blocks[-1]
    if not isinstance(first, DecisionStart) or first.body is not None:
        return blocks, (second, *rest)
    return blocks[:-1], (replace(second, heading=first.heading, claims=(*first.claims, *second.claims)), *rest)


def _kind_begun(start: Sequence[Block]) -> SectionKind | None:
    """The kind of section that begins; None where its first words stand on the same line."""
    if len(start) > 1:
        return None
    return kind_of(start[0].heading) if isinstance(start[0], SectionStart) else SectionKind.DECISION


def _belongs_above(start: Block, line: Piece, kind: SectionKind | None, text: Iterable[Piece]) -> bool:
    """Whether the heading is the first line of the section of that kind that has just begun."""
    if any(piece.text.strip("-— ") for piece in text):
        return False
    if kind is SectionKind.ITEMTYPE:
        return line.text.rstrip().endswith(".")
    if not isinstance(start, SectionStart):
        return False
    if kind is SectionKind.DECISION:
        return kind_of(start.heading) is SectionKind.ATTENDANCE and line.text.rstrip().endswith(":")
    return kind is SectionKind.RECOMMENDATION is kind_of(start.heading)


def _decision(line: Piece, text: Piece, head: DecisionHead, own: Own) -> tuple[Block, ...]:
    rest = text.cut(len(text.text) - len(head.rest)) if head.rest else Piece("", text.end)
    front = Piece(line.text[: rest.start - line.start], line.start)
    body = _found(front, head.body) if head.body else None
    date = find_date(front.text) if head.date else None
    date_piece = front.cut(date.start, date.end) if date else None
    first = min(piece.start for piece in (body, date_piece, rest) if piece)
    heading = unmarked(Piece(line.text[: first - line.start], line.start))
    word = _found(heading, heading.text.split()[0].strip(":")) if heading.text else None
    mine = own.made(head)
    kept = [word] if mine else [word, body, date_piece]
    claims = split_claims(front, filter(None, kept), rules.OWN_DECISION if mine else rules.LABEL)
    start = DecisionStart(
        heading=repair_case(word.text) if word else "Beslutning",
        body=None if mine else head.body,
        date=None if mine else head.date,
        item_number=None if mine else head.item_number,
        claims=claims,
    )
    return (start, Body((rest,))) if rest.text else (start,)


def _found(piece: Piece, text: str) -> Piece:
    """Where `text` stands in the piece; the whole piece where its spelling differs."""
    match = re.search(r"\s+".join(map(re.escape, text.split())), piece.text, re.IGNORECASE)
    return piece.cut(*match.span()) if match else piece
