"""YAML front matter as strings with their places: nothing is guessed, and each value can be named by line and column.

Read from the parser's events, so that no loader resolves anything: no ``NO`` as false, no ``0101`` as 65. Anchors,
aliases, tags and doubled keys are errors (docs/adr/0006-yaml-as-strings.md).
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import yaml
from msgspec import Struct

from referat.problems import Problem, ProblemError

FENCE = "---"
MAX_CHARACTERS = 65_536
"""Longer front matter is refused. YAML parsers are slow on hostile input; minutes need a few hundred characters."""
MAX_DEPTH = 3

LOADER: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The C loader where PyYAML has it: 15 times as fast."""


class Scalar(Struct, frozen=True):
    """A value or a key, always text."""

    value: str
    line: int
    """Of the file, from 1."""
    column: int
    """From 1."""


class ListNode(Struct, frozen=True):
    """A list of values."""

    values: tuple["Node", ...]
    line: int
    column: int


class MapNode(Struct, frozen=True):
    """Keys with values, in the order of the file."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int


Node: TypeAlias = Scalar | ListNode | MapNode


class FrontMatter(Struct, frozen=True, kw_only=True):
    """The head of a file."""

    fields: MapNode
    body: int
    """How many lines it takes: the index of the first line after it."""


def split_front_matter(lines: Sequence[str]) -> tuple[int, Problem | None]:
    """The index of the first line after the front matter, or what is wrong with its fences (then 0)."""
    if not lines or lines[0] != FENCE:
        return 0, Problem(
            code="front_matter_missing",
            message="the file does not begin with front matter",
            line=1,
            column=1,
            advice="The first line must be ---, then come the fields, then a line --- again.",
        )
    try:
        return lines.index(FENCE, 1) + 1, None
    except ValueError:
        return 0, Problem(
            code="front_matter_unclosed",
            message="the front matter that begins here has no end",
            line=1,
            column=1,
            advice="Put a line --- after its last field.",
        )


def read_front_matter(lines: Sequence[str]) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
    """Read the front matter of a file, given as its lines without line breaks. Never raises."""
    body, problem = split_front_matter(lines)
    if problem is not None:
        return None, (problem,)
    text = "\n".join(lines[1 : body - 1])
    try:
        return FrontMatter(fields=_parse(text), body=body), ()
    except ProblemError as error:
        return None, (error.problem,)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        return None, (_syntax_problem(error, lines[: body - 1]),)


def _parse(text: str) -> MapNode:
    if len(text) > MAX_CHARACTERS:
        raise _wrong("front_matter_too_long", f"the front matter has more than {MAX_CHARACTERS} characters", None)
    events = iter(yaml.parse(text, Loader=LOADER))
    next(events)  # the stream's start
    event = next(events)
    if isinstance(event, yaml.StreamEndEvent):
        return MapNode((), 1, 1)
    node = _compose(next(events), events, 0)
    next(events)  # the document's end
    if not isinstance(event := next(events), yaml.StreamEndEvent):
        raise _wrong("front_matter_syntax", "a second YAML document begins in the front matter", event)
    if not isinstance(node, MapNode):
        raise ProblemError(
            Problem(
                code="front_matter_syntax",
                message="the front matter has no fields",
                line=node.line,
                column=node.column,
                advice="Write each field as key: value.",
            )
        )
    return node


def _compose(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
    _refuse_references(event)
    line, column = _place(event)
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(event.value, line, column)
    if depth == MAX_DEPTH:
        raise _wrong("front_matter_nested", f"fields are nested more than {MAX_DEPTH} deep", event)
    if isinstance(event, yaml.SequenceStartEvent):
        values = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            values.append(_compose(event, events, depth + 1))
        return ListNode(tuple(values), line, column)
    entries: dict[str, tuple[Scalar, Node]] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key = _compose(event, events, depth + 1)
        if not isinstance(key, Scalar):
            raise _wrong("front_matter_syntax", "a key must be a word", event)
        if key.value in entries:
            first = entries[key.value][0].line
            raise _wrong("front_matter_doubled", f"the key {key.value} stands here again, after line {first}", event)
        entries[key.value] = (key, _compose(next(events), events, depth + 1))
    return MapNode(tuple(entries.values()), line, column)


def _refuse_references(event: yaml.Event) -> None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
        raise _wrong("front_matter_anchor", "YAML anchors (&) and aliases (*) are not allowed in front matter", event)
    if getattr(event, "tag", None) is not None:
        raise _wrong("front_matter_tag", "YAML tags (!) are not allowed in front matter", event)


ADVICE = {
    "front_matter_anchor": 'Write the value itself. Text that begins with & or * stands in "double quotes".',
    "front_matter_tag": 'All values are text. Text that begins with ! stands in "double quotes".',
    "front_matter_doubled": "Keep one of the two lines.",
    "front_matter_syntax": 'Write key: value. Text with a colon, quotes or brackets stands in "double quotes".',
    "front_matter_nested": "Write lists as [a, b].",
    "front_matter_too_long": "Text for readers stands below the front matter.",
}


def _wrong(code: str, message: str, event: yaml.Event | None) -> ProblemError:
    line, column = (1, 1) if event is None else _place(event)
    return ProblemError(Problem(code=code, message=message, line=line, column=column, advice=ADVICE[code]))


def _place(event: yaml.Event) -> tuple[int, int]:
    # The YAML begins on the file's second line, and the parser counts from 0.
    mark = event.start_mark
    return (1, 1) if mark is None else (mark.line + 2, mark.column + 1)


def _syntax_problem(error: Exception, lines: Sequence[str]) -> Problem:
    line, column, what = 1, 1, "it holds a character that YAML does not allow"
    if isinstance(error, yaml.MarkedYAMLError):
        what = ", ".join(part for part in (error.problem, error.context) if part)
        mark = error.problem_mark or error.context_mark
        if mark is not None:
            line, column = mark.line + 2, mark.column + 1
    elif isinstance(error, yaml.reader.ReaderError):
        line, column = _find(chr(error.character), lines)
    if line > len(lines):  # the end of the front matter was reached
        line, column = len(lines), len(lines[-1]) + 1
    return Problem(
        code="front_matter_syntax",
        message=f"the front matter is no valid YAML: {what}",
        line=line,
        column=column,
        advice=ADVICE["front_matter_syntax"],
    )


def _find(char: str, lines: Sequence[str]) -> tuple[int, int]:
    return next(((number, line.index(char) + 1) for number, line in enumerate(lines, 1) if char in line), (1, 1))
