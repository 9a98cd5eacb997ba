"""Text that looks like structure gets one backslash more when it is written, and loses one when it is read.

So any text can stand in a record, and a text that has had its backslash since ever keeps it (as mbox files do with
``>From``). A line is structure where it begins with one to three ``#`` and a blank, at its very beginning.
"""

import re

_HEADING = re.compile(r"^(\\*#{1,3})(?=[ \t]|$)", re.MULTILINE)
_ESCAPED_HEADING = re.compile(r"^\\(\\*#{1,3})(?=[ \t]|$)", re.MULTILINE)
_COMMA = re.compile(r"[\\,]")
_BETWEEN_COMMAS = re.compile(r"(?:[^\\,]|\\.?)+")
_ESCAPED = re.compile(r"\\(.?)")


def escape_text(text: str) -> str:
    """The text so that none of its lines is read as a heading of the record."""
    return _HEADING.sub(r"\\\1", text) if "#" in text else text


def unescape_text(text: str) -> str:
    """The text that `escape_text` was given."""
    return _ESCAPED_HEADING.sub(r"\1", text) if "\\" in text else text


def join_list(values: tuple[str, ...]) -> str:
    """The values in one line, divided by commas; a comma within one gets a backslash."""
    return ", ".join(_COMMA.sub(r"\\\g<0>", value) for value in values)


def split_list(text: str) -> tuple[str, ...]:
    """The values that `join_list` was given. What is empty is left out."""
    values = (unescape(part).strip() for part in _BETWEEN_COMMAS.findall(text))
    return tuple(value for value in values if value)


def unescape(text: str) -> str:
    """The text with each backslash taken away that protects the character after it."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text
