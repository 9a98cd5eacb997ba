"""The lines ``Key: value`` right under a heading, both ways."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from referat.problems import Problem, Severity
from referat.spelling import known_words_advice


class FieldKeys(Struct, frozen=True):
    """Which fields a heading can have."""

    names: tuple[str, ...]
    """As they are written: ``Sagsnr.``. Case and dots do not matter to the reader."""
    only_these: bool
    """Whether another ``Key: value`` line is just text, and no unknown key. Decisions are full of ``For: …``."""
    after: tuple[tuple[str, str], ...] = ()
    """Fields that are such only below another one. Anywhere else their words begin a sentence of the text."""


WITHDRAWN, WITHDRAWAL = "Trukket tilbage", "Begrundelse"
ITEM_KEYS = FieldKeys(
    ("Sagsnr.", "Dok.nr.", "Lukket", "Tilbageholdt", WITHDRAWN, WITHDRAWAL, "KLE", "Type", "Nr."),
    only_these=False,
    after=((WITHDRAWAL, WITHDRAWN),),
)
DECISION_KEYS = FieldKeys(("Udfald",), only_these=True)

_FIELD = re.compile(r"([^\W\d_][^\W\d_]{0,20}(?:\.[^\W\d_]{0,20}){0,3}(?: [^\W\d_]{1,20}\.?)?)[ \t]?:(?:[ \t]+(.*)|)$")


class FieldLine(Struct, frozen=True):
    """A field as it stands in the record."""

    value: str
    line: int


class FieldBlock(Struct, frozen=True, kw_only=True):
    """What stands under a heading."""

    fields: Mapping[str, FieldLine]
    """By the name in `FieldKeys`. A field without a value is left out."""
    text: list[str]
    """All other lines."""
    problems: tuple[Problem, ...]


def write_fields(fields: Iterable[tuple[str, str | None]]) -> str:
    """One line for each field that has a value."""
    return "\n".join(f"{key}: {value}" for key, value in fields if value)


def escape_first_line(text: str, keys: FieldKeys) -> str:
    """The text so that its beginning is not read as fields. Only needed where no field is written above it."""
    return f"\\{text}" if _begins_like_field(text, keys) else text


def read_fields(lines: Sequence[str], start: int, end: int, keys: FieldKeys) -> FieldBlock:
    """Read the fields in the lines from `start` to before `end`, counted from 0.

    They end with the first line that is none. A line with an unknown or doubled key is told and stays text.
    """
    fields: dict[str, FieldLine] = {}
    kept: list[str] = []
    problems: list[Problem] = []
    index = _skip_empty(lines, start, end)
    first = index
    while index < end and (found := _field(lines[index], keys)):
        key, value = found
        name = _known(key, keys)
        if any(name == follower and leader not in fields for follower, leader in keys.after):
            name = None
        if name is None or name in fields:
            problems.append(_doubled(name, index + 1) if name else _unknown(key, index + 1, keys))
            kept.append(lines[index])
        elif value:
            fields[name] = FieldLine(value, index + 1)
        index += 1
    text = kept + list(lines[index:end])
    if index == first and text and text[0].startswith("\\") and _begins_like_field(text[0], keys):
        text[0] = text[0][1:]
    return FieldBlock(fields=fields, text=text, problems=tuple(problems))


def _skip_empty(lines: Sequence[str], start: int, end: int) -> int:
    while start < end and not lines[start]:
        start += 1
    return start


def _field(line: str, keys: FieldKeys) -> tuple[str, str] | None:
    match = _FIELD.match(line)
    if match is None:
        return None
    key, value = match.group(1), (match.group(2) or "").strip()
    if _known(key, keys) is None and (keys.only_these or not value or not key[0].isupper()):
        return None
    return key, value


def _begins_like_field(text: str, keys: FieldKeys) -> bool:
    return _field(text.partition("\n")[0].lstrip("\\"), keys) is not None


@lru_cache(maxsize=1024)
def _known(key: str, keys: FieldKeys) -> str | None:
    plain = _plain(key)
    return next((name for name in keys.names if _plain(name) == plain), None)


def _plain(key: str) -> str:
    return key.replace(".", "").replace(" ", "").casefold()


def _unknown(key: str, line: int, keys: FieldKeys) -> Problem:
    return Problem(
        code="field_unknown",
        message=f"the field {key} is unknown; the line is read as text",
        severity=Severity.WARNING,
        line=line,
        column=1,
        advice=f"{known_words_advice(key, keys.names)} Where the line is text, put a backslash before it.",
    )


def _doubled(name: str, line: int) -> Problem:
    return Problem(
        code="field_doubled",
        message=f"the field {name} stands here a second time; the line is read as text",
        severity=Severity.WARNING,
        line=line,
        column=1,
        advice="An item has each field once. Where it has two case numbers, tell the second one in its text.",
    )
