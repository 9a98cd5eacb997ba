"""Archives that publish minutes item by item: the meeting's day, the title, "Se alle bilag", sections, "OM MØDET".

Nothing on the page tells the other items. The first one of a meeting says who was there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat.importing.cues import Cue, head_of, score_cues
from referat.importing.format import Format, Parsed
from referat.importing.reading.page import read_page
from referat.importing.reading.single import find_single

if TYPE_CHECKING:
    from referat.importing.document import Document


def _cue(pattern: str, weight: float) -> Cue:
    return Cue(re.compile(pattern, re.IGNORECASE | re.MULTILINE), weight)


_CUES = (
    _cue(r"^mødedato: \d\d\.\d\d\.\d{4}, kl\. ", 0.25),
    _cue(r"^se alle bilag$", 0.3),
    _cue(r"^[A-ZÆØÅ][^\d:.]{3,60}s beslutning (?:i mødet )?den \d", 0.3),
    _cue(r"^om mødet:?$", 0.25),
    _cue(r"^fremmøde og inhabilitet:?$", 0.25),
    _cue(r"^\d{1,3}\. \S.* \(\s?(?:\d{4}-\d{5,7})?\s?\)$", 0.3),
    _cue(r"^problemstilling$", 0.1),
    _cue(r"^løsning$", 0.1),
    _cue(r"^videre proces$", 0.1),
    _cue(r"^beslutningsprotokol$", -0.5),
    _cue(r"^(?:indholdsfortegnelse|dagsordenspunkter)$", -0.5),
)


def score(document: Document) -> float:
    """How well the document fits. A page that holds more than one item does not."""
    return score_cues(head_of(document), _CUES)


def parse(document: Document) -> tuple[Parsed, ...]:
    """Read the page as one item of one meeting."""
    return (read_page(document, find_single),)


FORMAT = Format(name="item_page", title="Archive of single items", score=score, parse=parse)
