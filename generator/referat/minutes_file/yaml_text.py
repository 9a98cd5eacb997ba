"""Values as YAML that every reader of YAML understands as the same text."""

import re
from collections.abc import Iterable

MAX_LIST_WIDTH = 100
"""A list that is longer than this is written one value a line, which reads and compares better."""

_PLAIN = re.compile(r"[^\W\d_][\w ().&/+–'-]*(?<! )")
_PLAIN_ON_ITS_LINE = re.compile(rf"{_PLAIN.pattern}(?:, {_PLAIN.pattern})*")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PERIOD = re.compile(r"[0-9]{4}-[0-9]{4}")
_HASH = re.compile(r"(?=[0-9]*[a-f])(?![0-9]+e[0-9]+$)[0-9a-f]{64}")
_URL = re.compile(r"https?://[\w./?=&%~+-]+")
_FILE_NAME = re.compile(r"[^\W_][\w.-]*\.[a-z]{2,5}")
_GUESSED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""What a reader of YAML 1.1 takes for something else than text."""
_ESCAPES = {'"': '\\"', "\\": "\\\\"}


def write_scalar(value: str) -> str:
    """The text as the value of a key: plain where no reader can mistake it, else in double quotes."""
    plain = (
        (_PLAIN_ON_ITS_LINE.fullmatch(value) and value.casefold() not in _GUESSED)
        or _ISO_DATE.fullmatch(value)
        or _PERIOD.fullmatch(value)
        or _URL.fullmatch(value)
        or _HASH.fullmatch(value)
        or _FILE_NAME.fullmatch(value)
    )
    return value if plain else quoted(value)


def quoted(value: str) -> str:
    """The text in double quotes."""
    return f'"{"".join(map(_escaped, value))}"'


def write_list(key: str, values: Iterable[str]) -> list[str]:
    """The list as lines: on one line where it is short."""
    scalars = [_write_list_value(value) for value in values]
    line = f"{key}: [{', '.join(scalars)}]"
    return [line] if len(line) <= MAX_LIST_WIDTH else [f"{key}:", *(f"  - {scalar}" for scalar in scalars)]


def _write_list_value(value: str) -> str:
    return value if _PLAIN.fullmatch(value) and value.casefold() not in _GUESSED else quoted(value)


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    return char if char.isprintable() else f"\\U{ord(char):08X}"
