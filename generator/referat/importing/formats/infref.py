"""Minutes whose every item begins with "Åbent punkt" or "Lukket punkt", then number and title, then the case.

Below stands a table of who dealt with the case and when; its cells come as lines. The decisions of all these bodies
stand together under "Indstilling og beslutning". Closed items are numbered from 101 on.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from referat.importing.cues import Cue, head_of, score_cues
from referat.importing.format import Format, Parsed
from referat.importing.reading.items import Boundary
from referat.importing.reading.page import read_page
from referat.importing.reading.series import read_numbered
from referat.importing.reading.starts import unmarked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.document import Document
    from referat.importing.reading.pieces import Piece

_MARK = re.compile(r"(?:åbent|lukket)\s+punkt", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<number>\d{1,4})[.:]?\s+(?P<title>\S.*)")


def _cue(pattern: str, weight: float) -> Cue:
    return Cue(re.compile(pattern, re.IGNORECASE | re.MULTILINE), weight)


_CUES = (
    _cue(r"^dagsordenspunkter$", 0.15),
    _cue(r"^(?:åbent|lukket) \d{1,3} \S", 0.25),
    _cue(r"^(?:åbent|lukket)\s+punkt\n\d{1,4}\s+\S", 0.35),
    _cue(r"^behandling\nmødedato\nåbent punkt\nlukket punkt$", 0.35),
    _cue(r"^hvem beslutter$", 0.1),
    _cue(r"^indstilling og beslutning$", 0.1),
)


def score(document: Document) -> float:
    """How well the document fits."""
    return score_cues(head_of(document), _CUES)


def parse(document: Document) -> tuple[Parsed, ...]:
    """Read the page as one meeting."""
    return (read_page(document, find_boundaries),)


def find_boundaries(lines: Sequence[Piece]) -> tuple[Boundary, ...]:
    """The marks that a line with number and title follows."""
    told = [index for index, line in enumerate(lines) if line.text.strip()]
    found = []
    for index, below in itertools.pairwise(told):
        numbered = read_numbered(lines[below], below, (_NUMBERED,))
        if numbered and _MARK.fullmatch(" ".join(unmarked(lines[index]).text.split())):
            found.append(Boundary(first=index, numbered=numbered))
    return tuple(found)


FORMAT = Format(name="infref", title="InfRef", score=score, parse=parse)
