"""Run-on text parted where the source must have had lines: headings, decisions, points, lists."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.reading.pieces import Piece
from referat.vocabulary.citations import find_citations
from referat.vocabulary.sections import SectionKind, kind_of, known_headings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

GROUP_HEAD = (
    r"(?:(?:SAGER )?TIL [A-ZÆØÅ ]{3,40}(?:AFGØRELSE|EFTERRETNING|BEHANDLING)|SAGER TIL EFTERRETNING|LUKKEDE SAGER"
    r"|(?:Åbne|Lukkede) (?:dagsordenspunkter|punkter|efterretningssager|beslutningssager|sager)"
    r"|Til (?:efterretning|behandling) - for (?:åbne|lukkede) døre|(?:Åbent|Lukket) møde:?)"
)
"""The head of a group of items, as a piece of a pattern without groups."""
_SAFE_LENGTH = 10
"""A single word shorter than this is a heading only where a sentence has ended before it."""
_HEADINGS = [heading for heading in known_headings() if kind_of(heading) is not SectionKind.ATTENDANCE]
"""Who was absent is told within a decision: those words do not end it."""
_HEADING = re.compile(
    rf"(?<!\S)(?P<heading>{'|'.join(re.escape(heading) for heading in _HEADINGS)}"
    rf"|{'|'.join(re.escape(heading.upper()) for heading in _HEADINGS)}):?"
    r"(?=\s+(?:[A-ZÆØÅ0-9\"”»(•-]|at )|$)"
)
_LOST_DATE = re.compile(
    r"(?<!\S)(?:Beslutning(?:er)?|BESLUTNING(?:ER)?)(?: [iI])? [A-ZÆØÅ][\w ,-]{3,60}? (?:den|DEN)(?= [A-ZÆØÅ]|$)"
)
_POINT = re.compile(r"(?<=[.:;] )(?=Ad\.? ?\d{1,2}[.:]? )")
_DASH = re.compile(r"(?<=\s)(?=[-•] (?:at|At) )")
_NUMBERED = re.compile(r"(?<=\s)(?P<number>\d{1,2})\. (?=[A-ZÆØÅ])|^(?P<first>\d{1,2})\. (?=[A-ZÆØÅ])")
_STOP = re.compile(r"\.\s(?=[A-ZÆØÅ])")
_ENDED = (".", ":", "!", "?", ")", '"', "”")


def is_lost_date_head(line: str) -> bool:
    """Whether the line is the head of a decision whose date the transcript lost."""
    return _LOST_DATE.fullmatch(line) is not None


def split_lines(piece: Piece, *, sub_items_of: str | None = None) -> tuple[Piece, ...]:
    """The lines of a run-on text, an empty one between paragraphs. Their order and every character are kept."""
    text = piece.text
    heads = [match.span() for match in _LOST_DATE.finditer(text)]
    cuts = {*_heading_cuts(text, heads), *_decision_cuts(text), *chain.from_iterable(heads)}
    cuts |= {match.start() for pattern in (_POINT, _DASH) for match in pattern.finditer(text)}
    lists = list(_lists(text, cuts))
    paragraphs = {found.end for found in lists if found.end} | set(_sub_items(text, sub_items_of))
    cuts |= paragraphs | {start for found in lists for start in found.starts}
    ends = [*sorted(cuts - {0}), len(text)]
    lines: list[Piece] = []
    for start, end in zip([0, *ends[:-1]], ends, strict=True):
        line = piece.cut(start, end)
        if start in paragraphs:
            lines.append(Piece("", line.start))
        if line.text:
            lines.append(line)
    return tuple(lines) or (piece,)


def _sub_items(text: str, number: str | None) -> Iterator[int]:
    """Before ``4.2 Havnefest`` in item 4: a sub-item, which is no item of the meeting."""
    if number:
        yield from (match.start() for match in re.finditer(rf"(?<=[.:] ){re.escape(number)}\.\d{{1,2}}\.? ", text))


def _heading_cuts(text: str, heads: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Around headings, those aside that are part of a decision's head."""
    for match in _HEADING.finditer(text):
        if any(start <= match.start() < end for start, end in heads):
            continue
        before = text[: match.start()].rstrip()
        heading = match["heading"]
        if " " in heading or len(heading) >= _SAFE_LENGTH or heading.isupper() or not before or before.endswith(_ENDED):
            yield from (match.start(), match.end())


def _decision_cuts(text: str) -> Iterator[int]:
    """Before ``Teknikudvalget den 17. januar 2012: Anbefalet.``"""
    return (citation.start for citation in find_citations(text) if text[citation.end : citation.end + 1] == ":")


class _List(Struct, frozen=True):
    """A numbered list in a run-on text."""

    starts: tuple[int, ...]
    end: int | None
    """Where the text goes on after it, where that can be seen."""


def _lists(text: str, cuts: Iterable[int]) -> Iterator[_List]:
    """The numbered lists: 1, then 2, and so on, all between the same two cuts."""
    borders = sorted(cuts)
    run: list[int] = []
    for match in _NUMBERED.finditer(text):
        number = int(match["number"] or match["first"])
        parted = bool(run) and any(run[-1] < border <= match.start() for border in borders)
        if number == len(run) + 1 and not parted:
            run.append(match.start())
            continue
        if len(run) > 1:
            yield _list(text, run)
        run = [match.start()] if number == 1 else []
    if len(run) > 1:
        yield _list(text, run)


def _list(text: str, starts: Sequence[int]) -> _List:
    """Members without a full stop are no sentences: then the first full stop in the last one ends the list."""
    if any(text[:start].rstrip().endswith((".", ":")) for start in starts[1:]):
        return _List(tuple(starts), None)
    stop = _STOP.search(text, starts[-1] + len("1. "))
    return _List(tuple(starts), stop.end() if stop else None)
