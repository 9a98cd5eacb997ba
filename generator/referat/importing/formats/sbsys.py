"""SBSYS's minutes on the web: "Referat til mødet i Byrådet", groups of items, "Åbent - 00.00.00-A00-1-20".

The list above the items has no full stop after its numbers, and neither list nor items need be in order: what was added
late has a high number wherever it stands. The number of the case stands below the title, in some places above it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat.importing.cues import Cue, head_of, score_cues
from referat.importing.format import Format, Parsed
from referat.importing.reading.contents import same_title
from referat.importing.reading.item_signs import list_lines, weigh_item
from referat.importing.reading.items import Boundary
from referat.importing.reading.page import read_page
from referat.importing.reading.series import Numbered, find_series
from referat.importing.reading.starts import unmarked
from referat.vocabulary.casenumber import CASE_LABEL, alone_on_line, label_match
from referat.vocabulary.item_groups import item_group
from referat.vocabulary.item_slot import read_slot_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.document import Document
    from referat.importing.reading.pieces import Piece

_ITEM = re.compile(r"[#*\s]*(?:(?:Pkt\.|Punkt) (?P<pkt>\d{1,4})|(?P<dotted>\d{1,4})\.)\s+(?P<title>[^\s.,:;].*?)[*\s]*")
_STYLES = (
    re.compile(r"[#*\s]*(?P<number>\d{1,4}[a-z]?)\.\s*(?P<title>[^\d\s.,:;].*?)[*\s]*"),
    re.compile(r"[#*\s]*(?:Pkt\.|Punkt) (?P<number>\d{1,4})\s+(?P<title>\S.*?)[*\s]*"),
)
SLOT = 3
"""The case stands at most so many lines below the title (a group, the title once more), or right above it."""

_KLE = r"\d\d\.\d\d\.\d\d-(?:[A-ZÆØÅ]\d\d-)?\d{1,6}-\d\d"


def _cue(pattern: str, weight: float) -> Cue:
    return Cue(re.compile(pattern, re.IGNORECASE | re.MULTILINE), weight)


_CUES = (
    _cue(r"^sbsys dagsorden preview$", 0.4),
    _cue(r"^(?:referat|dagsorden)\n?(?:\s*til\s)?\n?mødet i \S.*", 0.3),
    _cue(r"^mødet i \S.*\nden \d", 0.1),
    _cue(r"^mødet hævet kl\.", 0.1),
    _cue(r"^oversigtsdagsorden\b", 0.25),
    _cue(r"^(?:åbent|lukket) - \d", 0.35),
    _cue(r"^[A-H][.:] Sager til ", 0.2),
    _cue(rf"^\d{{1,4}}\. .+\n(?:.+\n)?Sagsn(?:umme)?r\.?: {_KLE}$", 0.35),
    _cue(rf"^(?:{_KLE})\n\d{{1,4}}\. ", 0.5),
    _cue(rf"^Sagsn(?:umme)?r\.?: {_KLE}$", 0.2),
    _cue(rf"^Sagsn(?:umme)?r\.?: {_KLE}$(?s:.*)^Sagsn(?:umme)?r\.?: {_KLE}$", 0.15),
    _cue(r"^sagnr\.: \d", 0.3),
    _cue(r"\. .{0,300}klik her for at folde ud ", 0.35),
    _cue(r" - dagsordener og referater$", 0.15),
    _cue(r"^åbne dagsordenspunkter$|^dagsordens?punkter$", 0.1),
    _cue(r"^(?:Pkt\. )\d{1,4} .+\nSagsfremstilling$", 0.3),
)


def score(document: Document) -> float:
    """How well the document fits."""
    return score_cues(head_of(document), _CUES)


def parse(document: Document) -> tuple[Parsed, ...]:
    """Read the page as one meeting."""
    return (read_page(document, find_boundaries),)


def find_boundaries(lines: Sequence[Piece]) -> tuple[Boundary, ...]:
    """The numbered lines that have a case beside them, whatever their order, and those of the numbering; where no line
    is numbered, the labels of cases.
    """
    texts = [unmarked(line).text for line in lines]
    lists = list_lines(texts)
    outside = [line.cut(0, 0) if index in lists else line for index, line in enumerate(lines)]
    series = find_series(outside, lambda begin, end: weigh_item(texts, begin, end), _STYLES)
    numbered = [row for i, line in enumerate(lines) if (row := _read(i, line))]
    above = _cases_stand_above(texts, numbered)
    with_case = [row for row in numbered if _has_case(texts, row, above=above)]
    rows = {row.index: row for row in (*series, *with_case)}
    if rows:
        return tuple(Boundary(first=_first_line(texts, i, above=above), numbered=rows[i]) for i in sorted(rows))
    return tuple(Boundary(first=i) for i, text in enumerate(texts) if CASE_LABEL.match(text) and label_match(text))


def _read(index: int, line: Piece) -> Numbered | None:
    text = line.trimmed()
    match = _ITEM.fullmatch(text.text)
    if match is None:
        return None
    group = "pkt" if match["pkt"] else "dotted"
    title, number = text.cut(*match.span("title")), text.cut(*match.span(group))
    return Numbered(index=index, number=match[group], title=title, number_piece=number)


def _cases_stand_above(texts: Sequence[str], rows: Sequence[Numbered]) -> bool:
    """Whether the page puts cases above titles: so it does for the first title that has one beside it."""
    beside = (row for row in rows if _has_case(texts, row, above=True) or _has_case(texts, row, above=False))
    first = next(beside, None)
    return first is not None and _has_case(texts, first, above=True)


def _has_case(texts: Sequence[str], row: Numbered, *, above: bool) -> bool:
    return _case_above(texts, row.index) is not None if above else _case_below(texts, row)


def _first_line(texts: Sequence[str], index: int, *, above: bool) -> int:
    case = _case_above(texts, index) if above else None
    return index if case is None else case


def _case_below(texts: Sequence[str], row: Numbered) -> bool:
    """Whether a case stands right below the line, but for a group and the title once more."""
    for text in [text for text in texts[row.index + 1 : row.index + 10] if text][:SLOT]:
        if _is_case(text):
            return True
        if not item_group(text) and not same_title(text, row.title.text):
            return False
    return False


def _case_above(texts: Sequence[str], index: int) -> int | None:
    """The line with a case that is the first above the line at `index`."""
    above = next((i for i in range(index - 1, max(index - 4, -1), -1) if texts[i]), None)
    return above if above is not None and _is_case(texts[above]) else None


def _is_case(text: str) -> bool:
    slot = read_slot_line(text)
    return alone_on_line(text) is not None or (slot is not None and slot.case is not None)


FORMAT = Format(name="sbsys", title="SBSYS, web page", score=score, parse=parse)
