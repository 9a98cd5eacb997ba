"""The files that an import is given: finding them, and choosing by their content who turns their bytes into text."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec.structs import replace

from referat.importing.extract.kinds import ADVICE, HEAD, FileKind, kind_of
from referat.problems import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from referat.importing.document import Document

    Extractor = Callable[[bytes, str], tuple[Document, tuple[Problem, ...]]]

EXTRACTORS = {
    FileKind.PDF: "referat.importing.extract.pdf",
    FileKind.DOCX: "referat.importing.extract.docx",
    FileKind.HTML: "referat.importing.extract.html",
    FileKind.TEXT: "referat.importing.extract.plain",
    FileKind.JSON: "referat.importing.extract.answer",
    FileKind.EMPTY: "referat.importing.extract.plain",
}
"""The module whose ``extract`` reads a kind of file. They are loaded when first needed: each brings a large library."""

SUFFIXES = frozenset({".txt", ".md", ".markdown", ".text", ".pdf", ".docx", ".html", ".htm", ".xhtml"})
"""How the names of documents end. In a folder, other files count only where their first bytes say what they are."""

_ANSWER = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"Dagsordenpunkter"')
"""How a portal's answer begins that a person saved. What fetching keeps is in a folder for fetching to use: some of it
was withdrawn, and much of it is older than the records.
"""

LARGEST = 25_000_000
"""Bytes. A larger file is no minutes, or holds pictures of paper."""


def find_sources(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files among `paths`, and in a folder all documents beneath it, each once, a folder's sorted."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(sorted(file for file in path.rglob("*") if _is_document(file))))
        else:
            found[path] = None
    return tuple(found)


def read_source(path: Path, municipality: str | None = None) -> tuple[Document, tuple[Problem, ...]]:
    """The document in a file, and what there is to say about how it was read.

    Raises:
        ProblemError: the file is missing, far too large, of a kind that nothing reads, empty, or no text.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}"
        raise _refused(path, "file_unreadable", message, "Check its name and its rights.") from error
    if size > LARGEST:
        message = f"The file has {size // 1_000_000} MB: more than the {LARGEST // 1_000_000} MB that are read"
        raise _refused(path, "file_too_large", message, "Save it without pictures, or import the minutes alone.")
    kind = kind_of(data)
    if kind not in EXTRACTORS:
        advice = f"{ADVICE[kind]} What can be read: PDF, .docx, saved web pages and text."
        raise _refused(path, "file_type_unknown", f"The file is no document that can be read: {kind.value}", advice)
    document, problems = _extractor(kind)(data, path.as_posix())
    return replace(document, municipality=municipality), problems


def _extractor(kind: FileKind) -> Extractor:
    extract: Extractor = import_module(EXTRACTORS[kind]).extract
    return extract


def _is_document(path: Path) -> bool:
    if not path.is_file():
        return False
    if path.suffix.lower() in SUFFIXES:
        return True
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
            return kind_of(head) in (FileKind.PDF, FileKind.HTML) or _ANSWER.match(head) is not None
    except OSError:
        return False


def _refused(path: Path, code: str, message: str, advice: str) -> ProblemError:
    return ProblemError(Problem(code=code, message=message, path=path.as_posix(), advice=advice))
