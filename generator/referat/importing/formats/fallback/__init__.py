"""Minutes of a shape that no other format knows: labels, numbered items, known headings, whatever is there.

It never guesses what is not there. A document without numbered items and without a heading that comes back is one item.
It scores low, so that any format that knows a document goes before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat.importing.cues import HEAD_LINES, Cue, head_of, score_cues
from referat.importing.format import Format
from referat.importing.formats.fallback.meeting import parse
from referat.importing.reading.pieces import pieces_of
from referat.importing.reading.series import strip_number
from referat.importing.reading.starts import unmarked
from referat.vocabulary.body_mentions import find_body
from referat.vocabulary.casenumber import label_match
from referat.vocabulary.containers import is_container_title
from referat.vocabulary.council_words import count_council_words
from referat.vocabulary.dates import find_date
from referat.vocabulary.decisions import decision_head
from referat.vocabulary.sections import heading_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.document import Document

MOST = 0.6
"""The best a document can score here: less than a format that knows its shape gives."""

_KIND = re.compile(
    r"\b(?:tillægs)?(?:referat|dagsorden(?:s?punkter)?|beslutningsprotokol|protokol)(?:er|en|et)?\b", re.IGNORECASE
)
_FIELD = re.compile(
    r"^[#*\s]*(?:(?:mødedato|mødested|mødetidspunkt|medlemmer|afbud|fraværende)\b|(?:deltagere|til ?stede):)",
    re.IGNORECASE | re.MULTILINE,
)
_RUN_ON_LABEL = re.compile(
    r"\b(?:mødedeltagere:|medlemmer:|fraværende:|afbud:|mødet slut:|indholdsfortegnelse|sag nr\. \d|journal nr\.:"
    r"|j\.nr\.:|sagsfremstilling:|indstilling:|beslutning:|lovgrundlag:|dagsorden:)",
    re.IGNORECASE,
)
LONG_LINE = 300
_STANDING = 0.2
_MATTER = 0.05
_HEAD_CUES = (Cue(_KIND, 0.15), Cue(_FIELD, 0.1))


def score(document: Document) -> float:
    """How much of what minutes are made of is there: a head, headings, decisions, case numbers."""
    head = head_of(document)
    lines = [unmarked(piece).text for piece in pieces_of(document) if piece.text.strip()]
    headings = sum(heading_of(line) is not None for line in lines)
    decisions = sum(_is_decision(line) for line in lines)
    cases = sum(label_match(line) is not None for line in lines if len(line) < 100)
    told = (
        score_cues(head, _HEAD_CUES)
        + 0.05 * (find_date(head) is not None)
        + 0.1 * any(find_body(line) is not None for line in head.split("\n"))
        + 0.1 * min(headings, 2)
        + 0.1 * min(decisions, 2)
        + 0.1 * min(cases, 2)
        + _told_by_title(lines)
        + _told_in_long_lines(lines)
    )
    return round(min(told, MOST), 2)


def _told_by_title(lines: Sequence[str]) -> float:
    """What the title of a standing item says, and below it the words that the business of a council is told in.

    A page with one item may have nothing else. Without such a title these words may stand in any newspaper.
    """
    if not any(is_container_title(strip_number(line)) for line in lines[:HEAD_LINES]):
        return 0.0
    return _STANDING + _MATTER * min(count_council_words(" ".join(lines)), 3)


def _told_in_long_lines(lines: Sequence[str]) -> float:
    """What the labels within long lines say: the text of a scan has a whole page on each line."""
    pages = [line for line in lines if len(line) > LONG_LINE]
    return 0.1 * min(len({match[0].casefold() for page in pages for match in _RUN_ON_LABEL.finditer(page)}), 4)


def _is_decision(line: str) -> bool:
    """Whether it is the head of a decision that tells something: body and date, or the decision itself."""
    found = decision_head(line)
    return found is not None and (found.date is not None or found.rest != "")


FORMAT = Format(name="fallback", title="Minutes of an unknown shape", score=score, parse=parse)
