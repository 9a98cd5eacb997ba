"""Telling which format a document has."""

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


class Recognised(Struct, frozen=True):
    """The format that fits best, and how well."""

    format: Format
    score: float


def recognise(document: Document, formats: Sequence[Format] | None = None) -> Recognised:
    """The format with the highest score; by name where two are equal.

    Raises:
        ProblemError: no format fits. A document that is no minutes is never guessed at.
    """
    scored = [Recognised(found, found.score(document)) for found in formats or all_formats()]
    best = max(scored, key=lambda found: (found.score, found.format.name))
    if best.score < LEAST:
        raise ProblemError(
            Problem(
                code="not_minutes",
                message="The document is no minutes: neither a head, nor items, nor decisions were found in it",
                path=document.name,
                advice="Take it out. If it is minutes, report its shape so that a format can be added.",
            )
        )
    return best
