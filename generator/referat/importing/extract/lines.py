"""From the lines that an extractor found to a document: damage mended, furniture marked, all of it accounted for."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.diagnostics import diagnose
from referat.importing.document import Document
from referat.importing.extract.repair import repair
from referat.importing.ledger import Claim
from referat.problems import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_CHARACTERS = 5_000_000
"""No meeting's minutes are longer."""


class ExtractedLine(Struct, frozen=True):
    """One line of a file as a reader sees it."""

    text: str
    rule: str | None = None
    """The rule by which it is furniture of the paper or the page; None: it may be minutes."""


def to_document(
    lines: Sequence[ExtractedLine], data: bytes, path: str, *, url: str | None = None
) -> tuple[Document, tuple[Problem, ...]]:
    """The document with these lines, and a diagnostic where damage was mended.

    Args:
        lines: all lines, without line breaks.
        data: the file's bytes.
        path: the file's path, for its name.
        url: where the file was published, if it says so.

    Raises:
        ProblemError: no text is in the lines, or far too much.
    """
    mended = repair(line.text.replace("\n", " ") for line in lines)
    text = "\n".join(mended.lines)
    if not text.strip():
        raise ProblemError(refused("file_empty", "The file holds no text", path, "Take it out, or fetch it again."))
    if len(text) > MOST_CHARACTERS:
        message = f"The file holds {len(text):,} characters: no minutes are that long"
        raise ProblemError(refused("file_too_large", message, path, "Import the minutes alone."))
    document = Document(
        name=PurePath(path).name,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        furniture=furniture_of(lines, mended.lines),
        url=url,
    )
    if not mended.counts:
        return document, ()
    told = ", ".join(f"{count} {name}" for name, count in mended.counts.items())
    return document, (diagnose("text_repaired", f"Damage to the text was mended: {told}", document),)


def refused(code: str, message: str, path: str, advice: str) -> Problem:
    """Why a file gives no document, and what to do."""
    return Problem(code=code, message=message, path=path, advice=advice)


def furniture_of(lines: Sequence[ExtractedLine], texts: Sequence[str]) -> tuple[Claim, ...]:
    """The claims of the lines that have a rule, where the document's lines are `texts`."""
    claims, start = [], 0
    for line, text in zip(lines, texts, strict=True):
        if line.rule is not None and text:
            claims.append(Claim(start, start + len(text), line.rule))
        start += len(text) + 1
    return tuple(claims)
