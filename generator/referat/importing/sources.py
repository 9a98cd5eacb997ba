"""The files that an import is given: finding them, and choosing who turns their bytes into text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from referat.importing.extract import plain
from referat.problems import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from referat.importing.document import Document

EXTRACTORS = dict.fromkeys(plain.SUFFIXES, plain.extract)
"""Who reads which kind of file, by the ending of its name in lower case."""


def find_sources(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files among `paths`, and in a folder all files beneath it that can be read, each once, a folder's sorted."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            beneath = sorted(file for file in path.rglob("*") if file.is_file() and file.suffix.lower() in EXTRACTORS)
            found.update(dict.fromkeys(beneath))
        else:
            found[path] = None
    return tuple(found)


def read_source(path: Path, municipality: str | None = None) -> tuple[Document, tuple[Problem, ...]]:
    """The document in a file, and what there is to say about how it was read.

    Raises:
        ProblemError: the file is missing, of a kind that nothing reads, empty, or no text.
    """
    extract = EXTRACTORS.get(path.suffix.lower())
    if extract is None:
        known = ", ".join(sorted(EXTRACTORS))
        raise _refused(
            path, "file_type_unknown", f"Files that end in {path.suffix!r} cannot be read", f"Known: {known}."
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}"
        raise _refused(path, "file_unreadable", message, "Check its name and its rights.") from error
    document, problems = extract(data, path.as_posix())
    return replace(document, municipality=municipality), problems


def _refused(path: Path, code: str, message: str, advice: str) -> ProblemError:
    return ProblemError(Problem(code=code, message=message, path=path.as_posix(), advice=advice))
