"""Sub-headings of a section in plain text, where nothing but their look tells them."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from referat.importing.reading.chunks import Chunk, ChunkKind
from referat.vocabulary.outcomes import Outcome, outcome_of

LONGEST = 90
MOST_WORDS = 12
_CLOSING = (".", ",", ":", ";", "!", "…", ")", "”", '"', "*")
_UNLIKELY = re.compile(r"[@|]|https?:|(?<!\d)\d{4,}$")


def mark_headings(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Short lines of their own, without a final mark, right above a paragraph that is a sentence, a list or a table."""
    following = [*chunks[1:], None][: len(chunks)]
    return [
        replace(chunk, kind=ChunkKind.HEADING) if after is not None and _is_heading(chunk, after) else chunk
        for chunk, after in zip(chunks, following, strict=True)
    ]


def _is_heading(chunk: Chunk, after: Chunk) -> bool:
    text = chunk.text
    return (
        chunk.kind is ChunkKind.TEXT
        and "\n" not in text
        and len(text) <= LONGEST
        and len(text.split()) <= MOST_WORDS
        and (text[0].isupper() or text[0].isdigit())
        and not text.endswith(_CLOSING)
        and not _UNLIKELY.search(text)
        and _is_matter(after)
        and outcome_of(text) in (Outcome.OTHER, Outcome.NONE)
    )


def _is_matter(chunk: Chunk) -> bool:
    """Whether a heading can stand above it: prose that ends as prose does, a list, a table."""
    if chunk.kind is ChunkKind.TEXT:
        return chunk.text.rstrip(" »”\"'*_")[-1:] in (".", "?", "!", ":", ")", "…") and len(chunk.text.split()) > 2
    return chunk.kind in (ChunkKind.ITEM, ChunkKind.TABLE)
