"""Minutes whose items carry their numbers on lines below the title: case, document, who writes, open or closed.

The case numbers begin with the municipality's code (``330-2018-3619``). Some print each number on a line of its own,
some all on one, below a title that is printed twice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat.importing.cues import Cue, head_of, score_cues
from referat.importing.format import Format, Parsed
from referat.importing.reading.contents import same_title
from referat.importing.reading.items import Boundary
from referat.importing.reading.page import read_page
from referat.importing.reading.series import find_series
from referat.importing.reading.starts import unmarked
from referat.importing.reading.title_lines import line_above
from referat.vocabulary.item_slot import read_slot_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.document import Document
    from referat.importing.reading.pieces import Piece

_CODE = r"\d{3}-20\d\d-\d{1,7}"
_ITEM = re.compile(r"(?P<number>\d{1,4})\.\s*(?P<title>[^\d\s.,:;].*)")
SLOT = 3
"""The case stands at most so many lines below the title, the title printed again among them."""


def _cue(pattern: str, weight: float) -> Cue:
    return Cue(re.compile(pattern, re.IGNORECASE | re.MULTILINE), weight)


_CUES = (
    _cue(rf"^Sag(?:snr\.?:)? {_CODE}", 0.35),
    _cue(rf"\bDok\.(?:nr\.:)? {_CODE}", 0.3),
    _cue(r"^(?:Initialer|Kompetence): ", 0.1),
    _cue(r"(?:^|\s{2,})(?:Åbent|Lukket)$", 0.1),
    _cue(r"^\d{1,3}\.\s+\S.*(?: \([BOCD]\))?$", 0.05),
    _cue(r"^\S.* – (?:Referat|Dagsorden) – \d{1,2}\. ", 0.1),
)


def score(document: Document) -> float:
    """How well the document fits."""
    return score_cues(head_of(document), _CUES)


def parse(document: Document) -> tuple[Parsed, ...]:
    """Read the page as one meeting."""
    return (read_page(document, find_boundaries),)


def find_boundaries(lines: Sequence[Piece]) -> tuple[Boundary, ...]:
    """The numbered titles with a case below them, begun where the title stands the first time."""
    texts = [unmarked(line).text for line in lines]

    def weigh(begin: int, end: int) -> float:
        first = [text for text in texts[begin:end] if text][:SLOT]
        return float(any((slot := read_slot_line(text)) and slot.case for text in first))

    found = []
    for row in find_series(lines, weigh, (_ITEM,)):
        above = line_above(texts, row.index)
        twice = above is not None and same_title(texts[above], texts[row.index])
        found.append(Boundary(first=above if above is not None and twice else row.index, numbered=row))
    return tuple(found)


FORMAT = Format(name="case_lines", title="Numbers below each title", score=score, parse=parse)
