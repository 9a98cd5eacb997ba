"""From the lines of a section to Markdown: paragraphs, sub-headings, lists, tables and footnotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from referat.importing.reading.chunks import Chunk, ChunkKind, read_chunks
from referat.importing.reading.footnotes import refer, references_in
from referat.importing.reading.headings import mark_headings
from referat.importing.reading.joins import join_broken
from referat.importing.reading.repairs import part_glued_at
from referat.importing.reading.tables import split_caption, to_markdown_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat.importing.ledger import Claim
    from referat.importing.reading.pieces import Piece

# What would be a mark of Markdown at the beginning of a paragraph, but is text in minutes.
_MARKLIKE = re.compile(r"(?P<before>\d{1,9}|)(?P<mark>[.)](?=\s)|[-+*](?=\s)|[>#](?=\S|\s)|`{3}|~{3}|\[(?=[^\]]+\]:))")


class Style(Struct, frozen=True, kw_only=True):
    """How a family of documents sets its text."""

    lone_headings: bool = False
    """Sub-headings are lines of their own without any mark."""
    clauses: bool = False
    """The text at hand is a recommendation: clauses that begin with "At". The assembler sets it."""
    known_words: frozenset[str] = frozenset()
    """The document's words, to appeal to in a repair: see `referat.importing.reading.repairs.words_of`."""


class Prose(Struct, frozen=True, kw_only=True):
    """Markdown, and the account of what it was made from."""

    text: str = ""
    claims: tuple[Claim, ...] = ()
    joined: tuple[int, ...] = ()
    """Where a paragraph or table was joined across a page break: offsets of the second halves."""


def to_markdown(pieces: Sequence[Piece], style: Style) -> Prose:
    """Markdown from the lines `pieces`; empty pieces separate paragraphs. Every character is accounted for."""
    chunks, claims = read_chunks(pieces)
    chunks, joined = join_broken(chunks)
    if style.lone_headings:
        chunks = mark_headings(chunks)
    if style.clauses:
        chunks = [replace(chunk, text=part_glued_at(chunk.text, style.known_words)) for chunk in chunks]
    notes = _referred_notes(chunks)
    return Prose(text=_stack(chunks, notes), claims=claims, joined=joined)


def _referred_notes(chunks: Sequence[Chunk]) -> frozenset[str]:
    """The footnotes that stand in the same text as their references: Markdown shows no others."""
    referred = frozenset(number for chunk in chunks for text in _texts(chunk) for number in references_in(text))
    return referred & frozenset(chunk.mark for chunk in chunks if chunk.kind is ChunkKind.NOTE)


def _texts(chunk: Chunk) -> Iterator[str]:
    yield chunk.text
    for row in chunk.rows:
        yield from row


def _stack(chunks: Sequence[Chunk], notes: frozenset[str]) -> str:
    """The chunks under each other: list items close together, all else apart."""
    parts: list[str] = []
    previous: Chunk | None = None
    for chunk in chunks:
        if parts:
            parts.append("\n" if previous and chunk.kind is previous.kind is ChunkKind.ITEM else "\n\n")
        parts.append(_render(chunk, notes))
        previous = chunk
    return "".join(parts)


def _render(chunk: Chunk, notes: frozenset[str]) -> str:
    match chunk.kind:
        case ChunkKind.HEADING:
            return f"#### {refer(chunk.text, notes)}"
        case ChunkKind.ITEM:
            return f"{'    ' if chunk.nested else ''}{chunk.mark} {refer(chunk.text, notes)}"
        case ChunkKind.NOTE:
            mark = f"[^{chunk.mark}]:" if chunk.mark in notes else f"[{chunk.mark}]"
            return f"{mark} {refer(' '.join(chunk.text.split()), notes)}"
        case ChunkKind.TABLE:
            caption, rows = split_caption([[refer(cell, notes) for cell in row] for row in chunk.rows])
            table = to_markdown_table(rows)
            return f"{_as_text(caption)}\n\n{table}" if caption else table
        case ChunkKind.TEXT:
            return "\n".join(_as_text(refer(line, notes)) for line in chunk.text.split("\n"))


def _as_text(line: str) -> str:
    """The line with a backslash before what Markdown would take for a mark."""
    match = _MARKLIKE.match(line)
    if not match:
        return line
    at = match.start("mark")
    return f"{line[:at]}\\{line[at:]}"
