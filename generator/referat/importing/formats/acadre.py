"""Acadre's minutes on the web: "Beslutningsprotokol", labelled fields, and items that begin with "Sagsid.:".

The page folds its items, and what stands on the fold, number and title, is often lost: then the label of the case is
all that tells where an item begins. It may have no number behind it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat.importing.cues import Cue, head_of, score_cues
from referat.importing.format import Format, Parsed
from referat.importing.reading.items import Boundary
from referat.importing.reading.page import read_page
from referat.importing.reading.series import Numbered
from referat.importing.reading.starts import Own, read_start, unmarked
from referat.vocabulary.dates import WEEKDAYS
from referat.vocabulary.meeting_fields import LABEL
from referat.vocabulary.sections import heading_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.document import Document
    from referat.importing.reading.pieces import Piece

_CASE = re.compile(r"(?:Udskriv)?Sagsid\.?:", re.IGNORECASE)
_NUMBER = re.compile(r"(?P<number>\d{1,4})\.?")
_NUMBERED = re.compile(r"(?P<number>\d{1,4})\.?\s+(?P<title>\S.*)")
LONGEST_TITLE = 250
_ENDS_SENTENCE = (".", ":", ";", ",")

_CUES = (
    Cue(re.compile(r"^(?:• )?(?:Udskriv)?Sagsid\.?:", re.MULTILINE | re.IGNORECASE), 0.4),
    Cue(re.compile(r"\bSagsinitialer:", re.IGNORECASE), 0.15),
    Cue(re.compile(r"^(?:Beslutningsprotokol|Referat|Dagsorden)$", re.MULTILINE | re.IGNORECASE), 0.1),
    Cue(re.compile(rf"^(?:{'|'.join(WEEKDAYS)}) den \d.*\d{{4}} kl\.", re.MULTILINE | re.IGNORECASE), 0.15),
    Cue(re.compile(r"^Mødested:?\s.*\nUdvalg:?\s", re.MULTILINE), 0.2),
    Cue(re.compile(r"^Beslutning:?(?: i)? [A-ZÆØÅ].* den \d\d-\d\d-\d{4}$", re.MULTILINE | re.IGNORECASE), 0.1),
)


def score(document: Document) -> float:
    """How well the document fits."""
    return score_cues(head_of(document), _CUES)


def parse(document: Document) -> tuple[Parsed, ...]:
    """Read the page as one meeting."""
    return (read_page(document, find_boundaries),)


def find_boundaries(lines: Sequence[Piece]) -> tuple[Boundary, ...]:
    """The labels of cases, and above them number and title where the page has kept them."""
    labels = [index for index, line in enumerate(lines) if _CASE.match(unmarked(line).text.lstrip("•· "))]
    above = [_text_above(lines, index) for index in labels]
    titled = all(index is not None and _can_be_title(lines[index]) for index in above)
    return tuple(_boundary(lines, label, index, titled=titled) for label, index in zip(labels, above, strict=True))


def _boundary(lines: Sequence[Piece], label: int, above: int | None, *, titled: bool) -> Boundary:
    """The item whose case's label stands at `label`. A title without a number counts only if all items have one."""
    if above is None:
        return Boundary(first=label)
    text = _bare(lines[above])
    match = _NUMBERED.fullmatch(text.text)
    if match and _can_be_title(lines[above]):
        return Boundary(first=above, numbered=_numbered(above, text, match, text.cut(*match.span("title"))))
    number_at = _text_above(lines, above)
    number = _bare(lines[number_at]) if number_at is not None else None
    alone = _NUMBER.fullmatch(number.text) if number else None
    if number_at is not None and number and alone and _can_be_title(lines[above]):
        title = number.cut(len(number.text))
        return Boundary(first=number_at, numbered=_numbered(number_at, number, alone, title), title=above)
    return Boundary(first=above, title=above) if titled else Boundary(first=label)


def _numbered(index: int, text: Piece, match: re.Match[str], title: Piece) -> Numbered:
    return Numbered(index=index, number=match["number"], title=title, number_piece=text.cut(*match.span("number")))


def _text_above(lines: Sequence[Piece], index: int) -> int | None:
    return next((i for i in range(index - 1, max(index - 4, -1), -1) if lines[i].text.strip()), None)


def _bare(line: Piece) -> Piece:
    """The line without the bullet of a list."""
    text = unmarked(line)
    return text.cut(len(text.text) - len(text.text.lstrip("•· \t")))


def _can_be_title(line: Piece) -> bool:
    text = _bare(line).text
    if not text or text[0].islower() or text.endswith(_ENDS_SENTENCE) or len(text) > LONGEST_TITLE:
        return False
    return not (heading_of(text) or LABEL.match(text) or _CASE.match(text) or read_start(line, Own("", None)))


FORMAT = Format(name="acadre", title="Acadre, web page", score=score, parse=parse)
