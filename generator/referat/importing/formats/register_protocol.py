"""A council's old protocol: "Nr. 10  BR 357/07. Title", the council's own register number before the title.

The page of an item prints its title twice above the protocol. A recommendation ends with who made it, in parentheses;
what follows is the decision, with the votes of the parties.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from referat.importing.cues import Cue, head_of, score_cues
from referat.importing.format import Format, Parsed
from referat.importing.reading import rules
from referat.importing.reading.contents import same_title
from referat.importing.reading.items import Boundary
from referat.importing.reading.page import read_page
from referat.importing.reading.pieces import dropped, piece_of
from referat.importing.reading.series import find_series
from referat.importing.reading.starts import unmarked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.document import Document
    from referat.importing.reading.pieces import Piece

_REGISTER = r"(?:[A-ZÆØÅ]{2} )?\d{1,4}/\d\d(?:\d\d)?(?:\[#\w{1,8}\])?\."
_ITEM = re.compile(rf"(?:\./\. )?Nr\.? (?P<number>\d{{1,4}})\s+(?P<title>{_REGISTER}\s+\S.*)", re.IGNORECASE)


def _cue(pattern: str, weight: float) -> Cue:
    return Cue(re.compile(pattern, re.IGNORECASE | re.MULTILINE), weight)


_CUES = (
    _cue(r"^beslutningsprotokol$", 0.2),
    _cue(r"^fra (?:ekstra)?ordinært møde ", 0.25),
    _cue(rf"^{_ITEM.pattern}$", 0.45),
    _cue(r"^indstilling om,?$", 0.1),
    _cue(r"^(?:for|imod) stemte: ", 0.05),
)


def score(document: Document) -> float:
    """How well the document fits."""
    return score_cues(head_of(document), _CUES)


def parse(document: Document) -> tuple[Parsed, ...]:
    """Read the page as one meeting. The titles above the protocol stand in its items."""
    lines = [piece_of(line) for line in document.lines]
    boundaries = find_boundaries(lines)
    titles = [boundary.numbered.title.text.partition(". ")[2].strip() for boundary in boundaries if boundary.numbered]
    above = lines[: boundaries[0].first] if boundaries else []
    again = [i for i, line in enumerate(above) if any(same_title(unmarked(line).text, title) for title in titles)]
    read = read_page(document.hiding(again), find_boundaries)
    claims = dropped(rules.REPEATED_TITLE, *(lines[i] for i in again))
    return (replace(read, claims=(*read.claims, *claims)),)


def find_boundaries(lines: Sequence[Piece]) -> tuple[Boundary, ...]:
    """The lines with a number and a register number."""
    series = find_series(lines, lambda _begin, _end: 1.0, (_ITEM,))
    return tuple(Boundary(first=row.index, numbered=row) for row in series)


FORMAT = Format(name="register_protocol", title="Council protocol with register numbers", score=score, parse=parse)
