"""A site that gathers items of many municipalities: whose it is, the title, its number, and what a machine made of it.

Summaries and answers by a language model stand between the number and the minutes. They are no part of the minutes and
are left out; the item itself comes below, as its own system printed it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from referat.importing.cues import Cue, head_of, score_cues
from referat.importing.diagnostics import diagnose
from referat.importing.format import UNKNOWN_NAME, Format, Parsed
from referat.importing.reading import rules
from referat.importing.reading.items import Boundary
from referat.importing.reading.page import read_page
from referat.importing.reading.pieces import dropped, piece_of, placed
from referat.importing.reading.starts import unmarked
from referat.vocabulary.casenumber import alone_on_line
from referat.vocabulary.municipalities import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.document import Document
    from referat.importing.reading.pieces import Piece
    from referat.problems import Problem

_BLOCK = re.compile(r"^prompt resultater$", re.IGNORECASE)
_SOURCE = re.compile(r"^first-?agenda sagsfremstilling$", re.IGNORECASE)
_ATTACHMENTS = re.compile(r"^bilag$", re.IGNORECASE)

_NAME = re.compile(r"^[A-ZÆØÅ][\w-]{1,30}(?: [A-ZÆØÅ][\w-]{1,30}){0,2}$")

_CUES = (
    Cue(re.compile(_BLOCK.pattern, re.IGNORECASE | re.MULTILINE), 0.4),
    Cue(re.compile(_SOURCE.pattern, re.IGNORECASE | re.MULTILINE), 0.4),
    Cue(re.compile(r"^(?:opsummering|fordele|ulemper|relevans(?: v\d+)?)$", re.IGNORECASE | re.MULTILINE), 0.15),
    Cue(re.compile(r"^\S*\d/\d+ -$", re.MULTILINE), 0.1),
)


def score(document: Document) -> float:
    """How well the document fits."""
    return score_cues(head_of(document), _CUES)


def parse(document: Document) -> tuple[Parsed, ...]:
    """Read the page as one item of one meeting."""
    texts = [unmarked(piece_of(line)).text for line in document.lines]
    owner, machine = _owner(texts), _machine_lines(texts)
    source = [i for i, text in enumerate(texts) if _SOURCE.match(text)]
    read = read_page(document.hiding([*owner, *machine, *source]), _the_item)

    def pieces(indexes: Sequence[int]) -> tuple[Piece, ...]:
        return tuple(piece_of(document.lines[i]) for i in indexes)

    claims = (
        *placed(*pieces(owner)),
        *dropped(rules.MACHINE_TEXT, *pieces(machine)),
        *dropped(rules.LABEL, *pieces(source)),
    )
    name = next((named(texts[i]).name for i in owner), UNKNOWN_NAME)
    minutes = replace(read.minutes, meeting=replace(read.minutes.meeting, municipality=name))
    problems = tuple(_left_out(document, i) for i in machine[:1])
    return (replace(read, minutes=minutes, claims=(*read.claims, *claims), diagnostics=(*problems, *read.diagnostics)),)


def _owner(texts: Sequence[str]) -> list[int]:
    """The first line, where it is a name and a title follows it."""
    told = [i for i, text in enumerate(texts) if text][:2]
    return told[:1] if len(told) == 2 and _NAME.match(texts[told[0]]) and not alone_on_line(texts[told[1]]) else []


def _machine_lines(texts: Sequence[str]) -> list[int]:
    """The lines of the block, from its heading to the attachments or the minutes themselves."""
    begin = next((i for i, text in enumerate(texts) if _BLOCK.match(text)), None)
    if begin is None:
        return []
    stops = (i for i in range(begin, len(texts)) if _ATTACHMENTS.match(texts[i]) or _SOURCE.match(texts[i]))
    return [i for i in range(begin, next(stops, begin + 1)) if texts[i]]


def _left_out(document: Document, index: int) -> Problem:
    message = "What a language model wrote of the minutes is left out: it is no part of them"
    return diagnose("machine_text_dropped", message, document, document.lines[index].start)


def _the_item(lines: Sequence[Piece]) -> tuple[Boundary, ...]:
    first = next((i for i, line in enumerate(lines) if line.text.strip()), None)
    return () if first is None else (Boundary(first=first, title=first),)


FORMAT = Format(name="aggregator", title="Items gathered from many municipalities", score=score, parse=parse)
