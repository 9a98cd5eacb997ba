"""Telling which family a document belongs to, by several cues that each add to a score: never by one alone."""

import re
from collections.abc import Iterable

from msgspec import Struct

from referat.importing.document import Document

HEAD_LINES = 60
"""Cues are looked for in so many lines that are not empty: a head and the beginning of the first item."""


class Cue(Struct, frozen=True):
    """Something that speaks for a family (or against it, with a negative weight)."""

    pattern: re.Pattern[str]
    """Searched in the head as a whole; use ``re.M`` and ``^`` for what begins a line."""
    weight: float


def head_of(document: Document, lines: int = HEAD_LINES) -> str:
    """The first `lines` lines that are not empty, one after the other, no-break spaces as spaces."""
    head: list[str] = []
    for line in document.lines:
        if line.text.strip():
            head.append(line.text.replace("\N{NO-BREAK SPACE}", " ").strip())
            if len(head) == lines:
                break
    return "\n".join(head)


def score_cues(text: str, cues: Iterable[Cue]) -> float:
    """The weights of the cues found, added up and kept between 0 and 1."""
    total = sum(cue.weight for cue in cues if cue.pattern.search(text))
    return round(min(max(total, 0.0), 1.0), 2)
