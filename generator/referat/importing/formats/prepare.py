"""FirstAgenda Prepare's web pages: labels in capitals above their values, "PUNKTER", then item after item.

Items are numbered through the year and have no case numbers. Closed items stand only in the list.
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

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.document import Document
    from referat.importing.reading.pieces import Piece

_LIST_HEAD = "PUNKTER"
_ITEM = re.compile(r"[#*\s]*(?P<number>\d{1,4})\.\s+(?P<title>\S.*?)[*\s]*")
SAME = 0.95


def _label(word: str) -> re.Pattern[str]:
    return re.compile(rf"^{word}$", re.MULTILINE)


_CUES = (
    Cue(_label("UDVALG"), 0.2),
    Cue(_label("MØDE"), 0.15),
    Cue(_label("STED"), 0.1),
    Cue(re.compile(r"^STARTTIDSPUNKT(?:$|\s+\d\d-\d\d-\d{4} \d\d:\d\d)", re.MULTILINE), 0.25),
    Cue(_label("SLUTTIDSPUNKT"), 0.1),
    Cue(_label(_LIST_HEAD), 0.2),
)


def score(document: Document) -> float:
    """How well the document fits."""
    return score_cues(head_of(document), _CUES)


def parse(document: Document) -> tuple[Parsed, ...]:
    """Read the page as one meeting."""
    return (read_page(document, find_boundaries),)


def find_boundaries(lines: Sequence[Piece]) -> tuple[Boundary, ...]:
    """The lines of the list "PUNKTER", where they come once more; without a list, by the numbering alone."""
    found = [row for index, line in enumerate(lines) if (row := _read(index, line))]
    head = next((index for index, line in enumerate(lines) if unmarked(line).text == _LIST_HEAD), None)
    below = [row for row in found if head is not None and row.index > head]
    listed = _until_repeated(below)
    again = [row for row in below[len(listed) :] if any(_same(row, entry) for entry in listed)]
    rows = _once_each(again) or _by_numbering(lines)
    return tuple(Boundary(first=row.index, numbered=row) for row in rows)


def _read(index: int, line: Piece) -> Numbered | None:
    text = line.trimmed()
    match = _ITEM.fullmatch(text.text)
    if match is None:
        return None
    title, number = text.cut(*match.span("title")), text.cut(*match.span("number"))
    return Numbered(index=index, number=match["number"], title=title, number_piece=number)


def _until_repeated(rows: Sequence[Numbered]) -> Sequence[Numbered]:
    """The rows of the list: it ends where the first of its numbers comes once more."""
    end = next((i for i, row in enumerate(rows) if i and row.number == rows[0].number), len(rows))
    return rows[:end]


def _same(row: Numbered, entry: Numbered) -> bool:
    return row.number == entry.number and same_title(row.title.text, entry.title.text, SAME)


def _once_each(rows: Sequence[Numbered]) -> Sequence[Numbered]:
    """Of rows with one number the first: a list in the text may happen to repeat an item's title."""
    return tuple({row.number: row for row in reversed(rows)}.values())[::-1]


def _by_numbering(lines: Sequence[Piece]) -> Sequence[Numbered]:
    texts = [unmarked(line).text for line in lines]
    lists = list_lines(texts)
    outside = [line.cut(0, 0) if index in lists else line for index, line in enumerate(lines)]
    return find_series(outside, lambda begin, end: weigh_item(texts, begin, end))


FORMAT = Format(name="prepare", title="FirstAgenda Prepare, web page", score=score, parse=parse)
