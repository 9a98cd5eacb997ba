"""The encoding of a web page: the mark at its beginning, UTF-8 where that fits, what it declares, Windows text."""

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096
_WINDOWS = "cp1252"
_READ_AS_WINDOWS = ("iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252", "iso-8859-15")
"""What pages call Windows text: browsers read all of them so."""


def decode(data: bytes) -> tuple[str, str | None]:
    """The text, and the encoding where that was neither UTF-8 nor what the page declares."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(_endian(mark, encoding), errors="replace"), None
    try:
        return data.decode(), None
    except UnicodeDecodeError:
        declared = declared_encoding(data)
    if declared is not None and declared != "utf-8":
        return data.decode(declared, errors="replace"), None
    return "".join(map(_windows_character, data.decode("latin-1"))), _WINDOWS


def declared_encoding(data: bytes) -> str | None:
    """The encoding that the page's head names, as Python calls it; None where it names none that is known."""
    match = _DECLARED.search(data[:_HEAD])
    name = match[1].decode().lower() if match else ""
    if name in _READ_AS_WINDOWS:
        return _WINDOWS
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None


def _endian(mark: bytes, encoding: str) -> str:
    if encoding != "utf-16":
        return encoding
    return "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"


def _windows_character(char: str) -> str:
    """Bytes that stand for nothing in Windows text stay what they are in Latin-1."""
    return char.encode("latin-1").decode(_WINDOWS, errors="ignore") or char
