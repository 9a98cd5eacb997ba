"""A decision without a heading, in the three places where minutes put one.

Councils print what a member proposed or asked in quotation marks, under the heading of the presentation, and what came
of it in one sentence right above. Old protocols end a recommendation with who made it, in parentheses, and then tell
what was decided. Boards and councils of citizens have no headings at all: a short sentence says what came of an item.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from referat.importing.reading.blocks import Block, Body, DecisionStart, SectionStart
from referat.vocabulary.decision_sentences import is_decision_sentence
from referat.vocabulary.outcomes import Outcome, outcome_of
from referat.vocabulary.sections import SectionKind, kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.reading.pieces import Piece

LONGEST = 160
"""A longer text is a presentation that happens to say what was decided."""
_ORIGIN = re.compile(r"\([A-ZÆØÅ][^()]{5,120}\)")
_QUOTES = ("”", "“", "„", "»", '"')


def head_decision(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of one item, with a start before the sentence that is its decision, if it has no other one."""
    if any(isinstance(block, DecisionStart) for block in blocks):
        return tuple(blocks)
    if not any(isinstance(block, SectionStart) for block in blocks):
        return _split_at_decision(blocks)
    for index, (block, body) in enumerate(pairwise(blocks)):
        if not isinstance(block, SectionStart) or not isinstance(body, Body):
            continue
        kind = kind_of(block.heading)
        at = _decision_at(body.pieces) if kind is SectionKind.PRESENTATION else None
        if at is not None:
            decided, rest = Body(body.pieces[: at + 1]), Body(body.pieces[at + 1 :])
            return (*blocks[:index], DecisionStart(), decided, block, rest, *blocks[index + 2 :])
        origin = _origin_at(body.pieces) if kind is SectionKind.RECOMMENDATION else None
        if origin is not None:
            asked, decided = Body(body.pieces[: origin + 1]), Body(body.pieces[origin + 1 :])
            return (*blocks[: index + 1], asked, DecisionStart(), decided, *blocks[index + 2 :])
        if kind is SectionKind.PRESENTATION:
            return tuple(blocks)
    return tuple(blocks)


def _origin_at(pieces: Sequence[Piece]) -> int | None:
    """The line in parentheses that tells whose recommendation it was, when something that was decided follows it."""
    at = next((i for i, piece in enumerate(pieces) if _ORIGIN.fullmatch(piece.text.strip())), None)
    if at is None:
        return None
    told = outcome_of("\n".join(piece.text for piece in pieces[at + 1 :]))
    return None if told in (Outcome.OTHER, Outcome.NONE) else at


def _split_at_decision(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of an item without headings, parted at the first line that is a decision and nothing else."""
    for index, block in enumerate(blocks):
        if isinstance(block, Body):
            at = next((i for i, piece in enumerate(block.pieces) if is_decision_sentence(piece.text)), None)
            if at is not None:
                before, decided = Body(block.pieces[:at]), Body(block.pieces[at:])
                return (*blocks[:index], before, DecisionStart(), decided, *blocks[index + 1 :])
    return tuple(blocks)


def _decision_at(pieces: Sequence[Piece]) -> int | None:
    """The piece that is the decision: the first one with text, when a quotation follows it."""
    filled = [index for index, piece in enumerate(pieces) if piece.text.strip()][:2]
    if len(filled) < 2:
        return None
    sentence, quoted = (pieces[index].text.strip() for index in filled)
    told = outcome_of(sentence) not in (Outcome.OTHER, Outcome.NONE, Outcome.DISCUSSED)
    short = len(sentence) <= LONGEST and sentence.endswith(".") and not sentence.startswith(_QUOTES)
    return filled[0] if told and short and quoted.startswith(_QUOTES) else None
