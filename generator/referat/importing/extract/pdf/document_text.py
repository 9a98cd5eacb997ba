"""The pages as one text: a line is a paragraph or a row of a table, empty lines stand between them."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

from referat.importing.extract.pdf.content import Content
from referat.importing.extract.pdf.furniture import find_furniture, row_text
from referat.importing.extract.pdf.hidden_lines import place_hidden
from referat.importing.extract.pdf.hyphens import join_lines, words_with_hyphens
from referat.importing.extract.pdf.paragraphs import LEADERS, MARK, Measure, Relation, measure, relate
from referat.importing.extract.pdf.words import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.extract.pdf.page import Page, Row

_NOTE = re.compile(r"<sup>\[?(\d{1,3})\]?</sup>\s*(?=\S)")
NESTED = 0.8
"""A list item that begins so many sizes right of the one above it stands under it."""


class _Writer:
    """Collects the lines of the document."""

    def __init__(self, usual: Measure, known_words: frozenset[str]) -> None:
        self.lines: list[str] = []
        self.furniture: list[int] = []
        self._usual = usual
        self._known_words = known_words
        self._paragraph: list[Row] = []
        self._outermost: float | None = None

    def part(self) -> None:
        """End what is being written: an empty line."""
        self._paragraph = []
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def write_furniture(self, row: Row) -> None:
        self.part()
        self.furniture.append(len(self.lines))
        self.lines += [_leaders(row_text(row)), ""]

    def write_cells(self, row: Row) -> None:
        if self._paragraph or row.top_of_grid:
            self.part()
        self.lines.append(row_text(row))

    def write_text(self, row: Row) -> None:
        text = _leaders(_note(text_of(row.line)))
        if self.lines and "\t" in self.lines[-1]:
            self.part()
        relation = relate(self._paragraph, row, self._usual) if self._paragraph else Relation.NEW_PARAGRAPH
        if relation is Relation.GOES_ON:
            self.lines[-1] = join_lines(self.lines[-1], text, self._known_words)
            self._paragraph.append(row)
            return
        if relation is Relation.NEW_PARAGRAPH:
            self.part()
        self.lines.append(self._indented(row, text))
        self._paragraph = [row]

    def _indented(self, row: Row, text: str) -> str:
        """List items under a list item begin with blanks, as in Markdown."""
        if not MARK.match(text):
            self._outermost = None
            return text
        if self._outermost is None or row.line.x0 < self._outermost:
            self._outermost = row.line.x0
        return f"    {text}" if row.line.x0 - self._outermost > NESTED * row.line.size else text


def write_text(pages: Sequence[Page]) -> Content:
    """The text of the pages, the lines of it that are furniture, and those at which something was hidden."""
    furniture = find_furniture(pages)
    body = [
        [row for number, row in enumerate(page.rows) if (index, number) not in furniture]
        for index, page in enumerate(pages)
    ]
    known_words = words_with_hyphens([row_text(row) for rows in body for row in rows])
    width = median(page.width for page in pages)
    writer = _Writer(measure(body, width), known_words)
    lines: dict[tuple[int, int], int] = {}
    for index, page in enumerate(pages):
        writer.part()
        for number, row in enumerate(page.rows):
            if (index, number) in furniture:
                writer.write_furniture(row)
            elif row.cells:
                writer.write_cells(row)
            else:
                writer.write_text(row)
            if (index, number) not in furniture:
                lines[index, number] = len(writer.lines) - 1
    return Content(
        text="\n".join(writer.lines).strip("\n") + "\n",
        furniture=tuple(writer.furniture),
        hidden=tuple(place_hidden(pages, furniture, lines)),
        empty_pages=tuple(page.number for page in pages if not page.characters and page.has_pictures),
    )


def _note(text: str) -> str:
    """A line that begins with a raised number is a footnote's text."""
    match = _NOTE.match(text)
    return f"[{match[1]}] {text[match.end() :]}" if match else text


def _leaders(text: str) -> str:
    """Dots that lead to a page number stand close together in some files and apart in others."""
    return LEADERS.sub(lambda match: "." * max(4, match[0].count(".")), text)
