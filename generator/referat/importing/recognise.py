"""Telling which formats a document may have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.registry import all_formats
from referat.problems import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.document import Document
    from referat.importing.format import Format

LEAST = 0.3
"""A document that no format scores at least this is no minutes."""

NEAR = 0.15
"""Where two formats score no further apart than this, cues cannot tell: what they read decides."""


class Recognised(Struct, frozen=True):
    """A format that a document may have, and how well it fits."""

    format: Format
    score: float


def recognise(document: Document, formats: Sequence[Format] | None = None) -> tuple[Recognised, ...]:
    """The format with the highest score, and the next one where it is near; by name where two are equal.

    A format that fails to score does not know the document.

    Raises:
        ProblemError: no format fits. A document that is no minutes is never guessed at.
    """
    scored = [Recognised(found, _score(found, document)) for found in formats or all_formats()]
    best, *others = sorted(scored, key=lambda found: (found.score, found.format.name), reverse=True)
    if best.score < LEAST:
        raise ProblemError(
            Problem(
                code="not_minutes",
                message="The document is no minutes: neither a head, nor items, nor decisions were found in it",
                path=document.name,
                advice="Take it out. If it is minutes, report its shape so that a format can be added.",
            )
        )
    near = (found for found in others if found.score >= max(LEAST, best.score - NEAR))
    return (best, *list(near)[:1])


def _score(found: Format, document: Document) -> float:
    try:
        return found.score(document)
    except Exception:  # A fault in one format must not take the document from the others.
        return 0.0
