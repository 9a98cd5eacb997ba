"""TOML that others may have written: lists in ``content/`` come with anyone's proposal for a change."""

import tomllib
from typing import Any

LONGEST_LINE = 4_000
"""Characters. An entry's longest line is a reason or a file's name."""
MOST_DOTS = 50
"""In a line. Python's reader takes time with the square of a dotted key's parts, and more: ``a.a.a. … = 1``."""


def read_toml(text: str) -> dict[str, Any]:
    """The tables of a text.

    Raises:
        tomllib.TOMLDecodeError: it is no TOML, or a line of it is longer, or has more dots, than any that is meant to
            be read. The message ends with the place: ``(at line 3, column 1)``.
        RecursionError: a value is deeper than can be read.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE or line.count(".") > MOST_DOTS:
            raise tomllib.TOMLDecodeError(f"Line too long, or with too many dots (at line {number}, column 1)")
    return tomllib.loads(text)
