"""Text and Markdown files: from bytes to a document, with the encoding found out for certain or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referat.importing.diagnostics import diagnose
from referat.importing.extract.lines import ExtractedLine, refused, to_document
from referat.problems import Problem, ProblemError

if TYPE_CHECKING:
    from referat.importing.document import Document

_DANISH = "æøåÆØÅ"
_DANISH_WORDS = ("mødet", "udvalget", "beslutning", "indstilling", "møde", "dagsorden", "referat", "råd", "sag")
_BINARY_SHARE = 0.02
"""A file with a larger share of control characters is no text."""
_ALLOWED_CONTROLS = "\n\t\f\v"


def extract(data: bytes, path: str) -> tuple[Document, tuple[Problem, ...]]:
    """The document in `data`, and a diagnostic where the encoding had to be found out.

    Line breaks become line feeds, and damage that is certain is mended; nothing else is changed.

    Raises:
        ProblemError: the file is empty, is no text, or its encoding cannot be told for certain.
    """
    if not data.strip(b"\xef\xbb\xbf\x00 \t\r\n\f\v"):
        raise ProblemError(refused("file_empty", "The file holds no text", path, "Take it out, or fetch it again."))
    text, encoding = _decode(data)
    if text is None or _is_binary(text):
        advice = "Save it as text in UTF-8. A PDF or Word file has to be converted to text first."
        message = "The file is no text that can be read: its bytes are neither UTF-8 nor Danish Windows text"
        raise ProblemError(refused("file_unreadable", message, path, advice))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    document, problems = to_document([ExtractedLine(line) for line in lines], data, path)
    if encoding == "utf-8":
        return document, problems
    message = f"The file is not in UTF-8: it was read as {encoding}, because that gives Danish words"
    guessed = diagnose("encoding_guessed", message, document, advice="Save it as UTF-8 to be sure.")
    return document, (guessed, *problems)


def _decode(data: bytes) -> tuple[str | None, str]:
    """The text and its encoding. Windows text counts only where its bytes above ASCII give Danish letters in words."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _try(data, encoding), encoding
    text = _try(data, "utf-8-sig")
    if text is not None:
        return text, "utf-8"
    text = _try(data, "cp1252")
    return (text, "cp1252") if text is not None and _reads_danish(text) else (None, "")


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _reads_danish(text: str) -> bool:
    """Whether most of the characters above ASCII are Danish letters, and words that minutes are made of occur."""
    high = [char for char in text if ord(char) > 127]
    danish = sum(char in _DANISH for char in high)
    folded = text.casefold()
    return danish * 2 > len(high) and any(word in folded for word in _DANISH_WORDS)


def _is_binary(text: str) -> bool:
    controls = sum(ord(char) < 32 and char not in _ALLOWED_CONTROLS + "\r" for char in text)
    return controls > len(text) * _BINARY_SHARE or "\x00" in text
