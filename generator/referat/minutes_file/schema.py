"""Which fields front matter can have, and how the text of each becomes its value."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from msgspec import Struct

from referat.minutes_file.addresses import is_web_address
from referat.minutes_file.changes import read_change
from referat.minutes_file.front_matter import ListNode, MapNode, Node, Scalar
from referat.minutes_file.normal import normalise_line
from referat.model import Change, Meeting, MinutesKind, Source, Status
from referat.problems import Problem, ProblemError, Severity
from referat.spelling import known_words_advice

_E = TypeVar("_E", bound=StrEnum)


class Field(Struct, frozen=True):
    """A field that the front matter can have."""

    read: Callable[[Node], Any]
    """Its value; None where nothing is written. Raises `ProblemError` where it is not what it should be."""
    example: str | None = None
    """Only for a field that must be there."""


def read_fields(node: MapNode, schema: Mapping[str, Field]) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Convert every field by the schema. Fields without a value are left out, unknown ones are told."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    unfit: set[str] = set()
    for key, value in node.entries:
        if key.value not in schema:
            problems.append(_unknown(key, schema))
            continue
        try:
            values[key.value] = schema[key.value].read(value)
        except ProblemError as error:
            problems.append(error.problem)
            unfit.add(key.value)
    problems.extend(
        _missing(key, field.example)
        for key, field in schema.items()
        if field.example is not None and values.get(key) is None and key not in unfit
    )
    return {key: value for key, value in values.items() if value is not None}, tuple(problems)


def read_meeting(node: MapNode) -> tuple[Meeting | None, tuple[Problem, ...]]:
    """The meeting that the front matter tells of. None where a problem is an error."""
    values, problems = read_fields(node, MEETING)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, problems
    source = values.pop("source", None)
    if source is None:
        return Meeting(**values), problems
    told, source_problems = source
    problems += source_problems
    if any(problem.severity is Severity.ERROR for problem in source_problems):
        return None, problems
    return Meeting(**values, source=Source(**told) if told else None), problems


def _text(node: Node) -> str | None:
    if not isinstance(node, Scalar):
        raise _unfit(node, "a text on one line", 'Put text with commas and brackets in "double quotes".')
    return normalise_line(node.value) or None


def _address(node: Node) -> str | None:
    text = _text(node)
    if text is not None and not is_web_address(text):
        raise _unfit(node, "an address on the web", "Write the whole address of the original: https://…")
    return text


def _texts(node: Node) -> tuple[str, ...]:
    values = _values(node, "Write [Anna Holm (A), Bo Kjær (V)], or one name a line after a dash.")
    return tuple(text for text in map(_text, values) if text)


def _changes(node: Node) -> tuple[Change, ...]:
    return tuple(change for change in map(_change, _values(node, CHANGE_ADVICE)) if change)


def _change(node: Node) -> Change | None:
    text = _text(node)
    change = None if text is None else read_change(text)
    if text is not None and change is None:
        raise _unfit(node, "a change", CHANGE_ADVICE)
    return change


def _values(node: Node, advice: str) -> tuple[Node, ...]:
    if isinstance(node, Scalar) and not node.value.strip():
        return ()
    if not isinstance(node, ListNode):
        raise _unfit(node, "a list", advice)
    return node.values


def _date(node: Node) -> dt.date | None:
    text = _text(node)
    if text is None:
        return None
    try:
        if _ISO_DATE.fullmatch(text):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass  # the 31st of June
    raise _unfit(node, "a date", "Write year-month-day: 2024-05-14.")


def _time(node: Node) -> dt.time | None:
    text = _text(node)
    if text is None:
        return None
    match = _TIME.fullmatch(text)
    if match is None:
        raise _unfit(node, "a time of day", 'Write hours and minutes in quotes: "16:30".')
    return dt.time(int(match.group(1)), int(match.group(2)))


def _sequence(node: Node) -> int | None:
    text = _text(node)
    if text is not None and not _SEQUENCE.fullmatch(text):
        raise _unfit(node, "a number from 1", "It is 2 for the body's second meeting on that day.")
    return None if text is None else int(text)


def _score(node: Node) -> float | None:
    text = _text(node)
    if text is not None and not _SCORE.fullmatch(text):
        raise _unfit(
            node, "a number from 0 to 1", "Import writes it. Leave the line out where a person wrote the record."
        )
    return None if text is None else round(float(text), 2)


def _hash(node: Node) -> str | None:
    text = _text(node)
    if text is not None and not _SHA256.fullmatch(text):
        raise _unfit(node, "64 hexadecimal digits", "Import writes it. Leave the line out where there is no original.")
    return text


def _one_of(enum: type[_E]) -> Callable[[Node], _E | None]:
    def read(node: Node) -> _E | None:
        text = _text(node)
        if text is None:
            return None
        try:
            return enum(text)
        except ValueError:
            words = [member.value for member in enum]
            raise _unfit(node, f"one of {', '.join(words)}", known_words_advice(text, words)) from None

    return read


def _source(node: Node) -> tuple[dict[str, Any], tuple[Problem, ...]] | None:
    if isinstance(node, Scalar) and not node.value.strip():
        return None
    if not isinstance(node, MapNode):
        raise _unfit(node, "a group of fields", "Write url:, name: and so on below it, indented by two blanks.")
    return read_fields(node, SOURCE)


CHANGE_ADVICE = 'Write one a line after a dash: "2026-03-02: punkt 3: Beslutning; punkt 5: bilag".'
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")
_SEQUENCE = re.compile(r"[1-9][0-9]{0,2}")
_SCORE = re.compile(r"0(?:\.[0-9]{1,6})?|1(?:\.0{1,6})?")
_SHA256 = re.compile(r"[0-9a-f]{64}")

MEETING: Mapping[str, Field] = {
    "municipality": Field(_text, example="Strandby"),
    "body": Field(_text, example="Økonomiudvalget"),
    "date": Field(_date, example="2024-05-14"),
    "time": Field(_time),
    "ends": Field(_time),
    "place": Field(_text),
    "period": Field(_text),
    "sequence": Field(_sequence),
    "kind": Field(_one_of(MinutesKind)),
    "status": Field(_one_of(Status)),
    "corrected": Field(_date),
    "correction": Field(_text),
    "changes": Field(_changes),
    "withdrawn": Field(_date),
    "withdrawal": Field(_text),
    "participants": Field(_texts),
    "absent": Field(_texts),
    "source": Field(_source),
}
"""The fields of a record, in the order in which they are written."""

SOURCE: Mapping[str, Field] = {
    "url": Field(_address),
    "name": Field(_text),
    "sha256": Field(_hash),
    "released": Field(_date),
    "format": Field(_text),
    "score": Field(_score),
}


def _unknown(key: Scalar, schema: Mapping[str, Field]) -> Problem:
    return Problem(
        code="key_unknown",
        message=f"the key {key.value} is unknown and has no effect",
        severity=Severity.WARNING,
        line=key.line,
        column=key.column,
        advice=known_words_advice(key.value, schema),
    )


def _missing(key: str, example: str) -> Problem:
    return Problem(
        code=f"{key}_missing",
        message=f"the front matter does not tell the {key}",
        line=1,
        column=1,
        advice=f"Add a line like {key}: {example}",
    )


def _unfit(node: Node, expected: str, advice: str) -> ProblemError:
    shown = f"{node.value[:60]!r}" if isinstance(node, Scalar) else "this"
    return ProblemError(
        Problem(
            code="value_invalid",
            message=f"{shown} is not {expected}",
            line=node.line,
            column=node.column,
            advice=advice,
        )
    )
