"""From lines to paragraphs, list items, tables, headings and notes, by what a line looks like, not what it says."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from referat.importing.reading import rules
from referat.importing.reading.footnotes import note_start, tag_spans
from referat.importing.reading.lists import ListMark, Series, read_mark
from referat.importing.reading.pieces import Piece, dropped, placed
from referat.importing.reading.tables import cells_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.ledger import Claim

_DECORATION = re.compile(r"[-_*=–—]{3,}|(?:[-_*]\s){2,}[-_*]")
_HASH_HEADING = re.compile(r"(#{1,6})\s+(.*?)[\s#]*$")
_BOLD_LINE = re.compile(r"\*\*([^*]+)\*\*")


class ChunkKind(StrEnum):
    """What a stretch of text is on the page."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    TABLE = "table"
    NOTE = "note"


class Chunk(Struct, frozen=True, kw_only=True):
    """One paragraph, heading, list item, table or footnote."""

    kind: ChunkKind
    text: str = ""
    start: int
    """Offset of its first character in the document."""
    mark: str = ""
    """Of a list item, as Markdown writes it: ``-``, ``2.``; of a footnote its number."""
    nested: bool = False
    """Of a list item: it stands under the item before it."""
    indent: int = 0
    """Of a list item: how far in the list stands that it belongs to, or is nested in."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table."""


def read_chunks(pieces: Sequence[Piece]) -> tuple[list[Chunk], tuple[Claim, ...]]:
    """The chunks in `pieces`, and the claims for every character of them."""
    chunks: list[Chunk] = []
    claims: list[Claim] = []
    series = Series()
    after_blank = True
    for piece in pieces:
        line = piece.trimmed()
        if not line.text or _DECORATION.fullmatch(line.text):
            claims.extend(dropped(rules.DECORATION, line))
            after_blank = True
            continue
        heading = _heading_in(line)
        mark = None if heading or "\t" in piece.text else read_mark(line.text, series)
        if heading:
            claims.extend((*_claims(heading), *dropped(rules.MARKUP, *line.without(_span(heading, line)))))
            chunks.append(Chunk(kind=ChunkKind.HEADING, text=heading.text, start=line.start))
            series = Series()
        else:
            claims.extend(_claims(line))
            _add(chunks, piece, mark, after_blank=after_blank)
        if mark:
            series = mark.series
        after_blank = heading is not None
    return chunks, tuple(claims)


def _claims(line: Piece) -> tuple[Claim, ...]:
    """A line of text is placed, but for its tags."""
    tags = tag_spans(line.text)
    return (*placed(*line.without(*tags)), *dropped(rules.MARKUP, *(line.cut(*tag) for tag in tags)))


def _heading_in(line: Piece) -> Piece | None:
    """The text of a line that is marked as a heading with ``#`` or is bold as a whole."""
    match = _HASH_HEADING.fullmatch(line.text)
    inner = line.cut(match.start(2), match.end(2)) if match else line
    bold = _BOLD_LINE.fullmatch(inner.text)
    if bold and (match or inner.text[-3] not in ".:,;!"):
        return inner.cut(bold.start(1), bold.end(1))
    return inner if match and inner.text else None


def _span(inner: Piece, outer: Piece) -> tuple[int, int]:
    return inner.start - outer.start, inner.end - outer.start


def _add(chunks: list[Chunk], piece: Piece, mark: ListMark | None, *, after_blank: bool) -> None:
    """Begin a new chunk with the line, or let it go on the one before."""
    line = piece.trimmed()
    last = chunks[-1] if chunks else None
    note = note_start(line.text)
    if "\t" in piece.text:
        row = cells_of(piece.text)
        if last and last.kind is ChunkKind.TABLE and not after_blank:
            chunks[-1] = replace(last, rows=(*last.rows, row))
        else:
            chunks.append(Chunk(kind=ChunkKind.TABLE, start=line.start, rows=(row,)))
    elif note:
        chunks.append(Chunk(kind=ChunkKind.NOTE, text=line.text[note.end() :], start=line.start, mark=note[1]))
    elif mark and _explains_a_star(line.text, chunks):
        chunks.append(Chunk(kind=ChunkKind.TEXT, text=line.text, start=line.start))
    elif mark:
        chunks.append(_item(piece, mark, last))
    elif last and not after_blank:
        chunks[-1] = _going_on(last, line.text)
    else:
        chunks.append(Chunk(kind=ChunkKind.TEXT, text=line.text, start=line.start))


def _item(piece: Piece, mark: ListMark, last: Chunk | None) -> Chunk:
    """A list item; nested if it stands further in than the list that the item before it belongs to."""
    indent = len(piece.text) - len(piece.text.lstrip())
    nested = last is not None and last.kind is ChunkKind.ITEM and indent > last.indent + 1
    within = last.indent if last and nested else indent
    return Chunk(
        kind=ChunkKind.ITEM, text=mark.text, start=piece.trimmed().start, mark=mark.mark, nested=nested, indent=within
    )


def _explains_a_star(text: str, above: Sequence[Chunk]) -> bool:
    """Whether a line that begins with a star is the note to a cell of the table above that ends with one."""
    table = takewhile(lambda chunk: chunk.kind is ChunkKind.TABLE, reversed(above))
    return text.startswith("* ") and any(cell.endswith("*") for chunk in table for row in chunk.rows for cell in row)


def _going_on(chunk: Chunk, text: str) -> Chunk:
    """A line without a mark and without an empty line before it belongs to what stands above it."""
    if chunk.kind is ChunkKind.TABLE:
        *rows, last = chunk.rows
        return replace(chunk, rows=(*rows, (*last[:-1], f"{last[-1]} {text}".strip())))
    keeps_lines = chunk.kind is ChunkKind.NOTE or (chunk.kind is ChunkKind.TEXT and _is_new_sentence(chunk.text, text))
    separator = "\n" if keeps_lines else " "
    return replace(chunk, text=f"{chunk.text}{separator}{text}")


def _is_new_sentence(above: str, text: str) -> bool:
    return above.rstrip()[-1:] in ".:;!?" or not text[0].islower()
