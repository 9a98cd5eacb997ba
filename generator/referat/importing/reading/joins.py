"""Paragraphs and tables that a page break cut in two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from referat.importing.reading.chunks import Chunk, ChunkKind
from referat.importing.reading.tables import goes_on
from referat.vocabulary.sentences import cannot_end_with

if TYPE_CHECKING:
    from collections.abc import Iterable

_FINAL = re.compile(r"[.:;!?…][\s»”\"')\]*_]*$")
_CLAUSE = re.compile(r"at\b", re.IGNORECASE)
LONG_LINE = 80
"""A paragraph cut by the page is at least this long; what is shorter may be a heading that ends in any word."""


def continues(left: str, right: str) -> bool:
    """Whether the paragraph `left` goes on in `right`, for certain.

    The left part must lack a final mark, and the right one begin in lower case; a name may follow where the left part
    ends with a word that no sentence ends with. Clauses with "at" after a comma are a list, one to a paragraph.
    """
    left, right = left.rstrip(), right.lstrip()
    if not left or not right or _FINAL.search(left):
        return False
    if left.endswith(",") and _CLAUSE.match(right):
        return False
    if right[0].islower():
        return True
    return len(left) >= LONG_LINE and right[0].isalpha() and cannot_end_with(left.rsplit(None, 1)[-1])


def join_broken(chunks: Iterable[Chunk]) -> tuple[list[Chunk], tuple[int, ...]]:
    """The chunks with the halves of broken paragraphs, list items and tables joined; offsets of the second halves.

    A footnote at the foot of the page may stand between the halves.
    """
    joined: list[int] = []
    result: list[Chunk] = []
    for chunk in chunks:
        at = next((i for i in reversed(range(len(result))) if not _is_foot(result[i])), None)
        whole = None if at is None else _joined(result[at], chunk)
        if at is None or whole is None:
            result.append(chunk)
        else:
            result[at] = whole
            joined.append(chunk.start)
    return result, tuple(joined)


def _is_foot(chunk: Chunk) -> bool:
    """Whether it is a footnote of one line. A longer one may have prose below it that only looks like a part of it."""
    return chunk.kind is ChunkKind.NOTE and "\n" not in chunk.text


def _joined(left: Chunk, right: Chunk) -> Chunk | None:
    if right.kind is ChunkKind.TEXT and left.kind in (ChunkKind.TEXT, ChunkKind.ITEM):
        return replace(left, text=f"{left.text} {right.text}") if continues(left.text, right.text) else None
    if right.kind is left.kind is ChunkKind.TABLE and goes_on(left.rows, right.rows):
        return replace(left, rows=(*left.rows, *right.rows))
    return None
