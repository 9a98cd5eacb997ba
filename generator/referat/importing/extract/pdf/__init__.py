"""PDF files: text in reading order, as a reader of the pages sees it.

The file is opened in a child process with limits of time and memory (`child`). `glyphs` are the characters with their
places; `visible` tells which of them can be seen; `words` and `columns` put them into lines, `grids` finds tables,
`paragraphs` what belongs together, and `furniture` what is printed on every page. `document_text` makes a text of it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING

from referat.importing.diagnostics import diagnose
from referat.importing.document import Document
from referat.importing.extract.pdf.content import Hidden, HiddenKind, Refusal
from referat.importing.extract.pdf.sandbox import ask_child
from referat.importing.ledger import Claim
from referat.importing.reading import rules
from referat.problems import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FEWEST_HIDDEN = 3
"""Characters that make somebody's words."""
_REFUSALS = {
    Refusal.BROKEN: ("file_unreadable", "The PDF is damaged, or is no PDF", "Fetch it again from where it came."),
    Refusal.ENCRYPTED: (
        "pdf_encrypted",
        "The PDF is locked with a password",
        "Ask its publisher for one without, or save a copy that is not locked.",
    ),
    Refusal.SCANNED: (
        "pdf_scanned",
        "The PDF is a scan: it holds pictures of pages and no text",
        "Let OCR read it first, and look at what it made: ocrmypdf -l dan old.pdf new.pdf",
    ),
    Refusal.TOO_LONG: (
        "pdf_too_large",
        "The PDF takes more time, memory or pages than minutes do: it was not read",
        "Split it into one file a meeting, or take the attachments out.",
    ),
}
_HIDDEN = {
    HiddenKind.COVERED: "under a box or a picture",
    HiddenKind.BACKGROUND: "in the colour of what is behind it",
    HiddenKind.INVISIBLE: "that is set to be invisible",
    HiddenKind.OUTSIDE: "outside the page",
    HiddenKind.MARKED: "that somebody marked to be removed",
}


def extract(data: bytes, path: str) -> tuple[Document, tuple[Problem, ...]]:
    """The document in a PDF, and what there is to say about how it was read.

    What a reader of the page cannot see is held back and told with its page. Running heads are furniture.

    Raises:
        ProblemError: it is no PDF, is locked, is a scan, or is larger than any minutes.
    """
    answer = ask_child(data)
    if answer.content is None:
        code, message, advice = _REFUSALS[answer.refusal or Refusal.BROKEN]
        raise ProblemError(Problem(code=code, message=message, path=path, advice=advice))
    text = answer.content.text
    document = Document(
        name=PurePath(path).name,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        furniture=_claims(text, answer.content.furniture),
        blackened=_blackened(answer.content.hidden),
    )
    problems = [_held_back(document, kind, found) for kind, found in _by_kind(answer.content.hidden)]
    if answer.content.empty_pages:
        problems.append(_without_text(document, answer.content.empty_pages))
    return document, tuple(problems)


def _claims(text: str, lines: Iterable[int]) -> tuple[Claim, ...]:
    dropped = frozenset(lines)
    claims, start = [], 0
    for number, line in enumerate(text.split("\n")):
        if number in dropped and line:
            claims.append(Claim(start, start + len(line), rules.RUNNING_HEAD))
        start += len(line) + 1
    return tuple(claims)


def _blackened(hidden: Iterable[Hidden]) -> frozenset[int]:
    """The lines (from 1) at which words were hidden: a stray sign or two are none."""
    counted: Counter[int] = Counter()
    for found in hidden:
        if found.line is not None:
            counted[found.line + 1] += found.count
    return frozenset(line for line, count in counted.items() if count >= FEWEST_HIDDEN)


def _by_kind(hidden: Iterable[Hidden]) -> Iterable[tuple[HiddenKind, tuple[Hidden, ...]]]:
    ordered = sorted(hidden, key=lambda found: (found.kind, found.page))
    return ((kind, tuple(found)) for kind, found in groupby(ordered, key=lambda found: found.kind))


def _held_back(document: Document, kind: HiddenKind, found: Sequence[Hidden]) -> Problem:
    count = sum(one.count for one in found)
    pages = ", ".join(str(page) for page in dict.fromkeys(one.page for one in found))
    message = f"{count} characters {_HIDDEN[kind]} were left out: page {pages}"
    advice = "Somebody may have meant to remove them. Tell the publisher that the file still holds them."
    return diagnose("hidden_text", message, document, advice=advice)


def _without_text(document: Document, pages: Sequence[int]) -> Problem:
    message = f"Pages that are pictures without text were not read: {', '.join(map(str, pages))}"
    return diagnose("pdf_page_without_text", message, document, advice="ocrmypdf --skip-text -l dan old.pdf new.pdf")
