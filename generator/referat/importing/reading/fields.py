"""The labelled fields of a document's head: ``Mødested Byrådssalen``, a label above its value, several in a line."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.reading.pieces import Piece
from referat.vocabulary.attendance import is_member
from referat.vocabulary.meeting_fields import LABEL, MeetingField, field_of, needs_colon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_NO_VALUE = re.compile(r"\s*(?:#|\d{1,4}[.:)]|Punkt\b|Pkt\b)")
"""What begins like this below an empty field is the first item, not the field's value."""
_BULLET = re.compile(r"\s*[-•*·–]\s")
_EDGES = " \t*_|:•·-\N{NO-BREAK SPACE}"


class Field(Struct, frozen=True):
    """A label and its value."""

    field: MeetingField
    label: Piece
    values: tuple[Piece, ...]
    """The lines of the value. One name may run over two of them."""

    @property
    def text(self) -> str:
        """The value on one line."""
        return " ".join(" ".join(value.text.split()) for value in self.values)


class FieldsFound(Struct, frozen=True):
    """The fields, and the lines that are used up by them (indexes)."""

    fields: tuple[Field, ...]
    lines: frozenset[int]


def read_fields(lines: Sequence[Piece], stops: Callable[[Piece], bool]) -> FieldsFound:
    """All labelled fields in `lines`. A value goes on in the next lines until one is empty, labelled, or `stops`.

    Where labels stand in a block without colons, common words are labels too: ``Udvalg Byrådet`` below ``Mødested``.
    """
    fields: list[Field] = []
    used: set[int] = set()
    below_block: int | None = None
    for index, line in enumerate(lines):
        in_block = index == below_block
        marks = [] if index in used else (_block_label(line) if in_block else []) or _labels_in(line)
        if not marks:
            continue
        used.add(index)
        fields += _fields_on(line, marks)
        alone = not fields[-1].values
        begins_block = not marks[0]["colon"] and (in_block or not alone)
        ended = (lambda line: stops(line) or bool(_block_label(line))) if begins_block else stops
        more = () if in_block and alone else _lines_of_value(lines, index, ended, alone=alone)
        used.update(more)
        below_block = max((index, *more)) + 1 if begins_block else None
        last = fields[-1]
        fields[-1] = Field(last.field, last.label, (*last.values, *(bare(lines[i]) for i in more)))
    return FieldsFound(tuple(fields), frozenset(used))


def _fields_on(line: Piece, marks: Sequence[re.Match[str]]) -> list[Field]:
    """The fields that begin on a line: each value ends where the next label begins."""
    ends = [*(mark.start() for mark in marks[1:]), len(line.text)]
    found = []
    for mark, end in zip(marks, ends, strict=True):
        field = field_of(mark["label"])
        value = bare(line.cut(mark.end(), end))
        if field is not None:
            found.append(Field(field, line.cut(*mark.span()), (value,) if value.text else ()))
    return found


def bare(piece: Piece) -> Piece:
    """The piece without marks of emphasis, bullets and colons at its ends."""
    left = len(piece.text) - len(piece.text.lstrip(_EDGES))
    return Piece(piece.text.strip(_EDGES), piece.start + left)


def _block_label(line: Piece) -> list[re.Match[str]]:
    """The label that a line in a block of labels begins with, however common a word it is."""
    first = LABEL.match(line.text)
    return [first] if first and first["label"][0].isupper() else []


def _labels_in(line: Piece) -> list[re.Match[str]]:
    """The labels on a line that begins with one."""
    marks = [mark for mark in LABEL.finditer(line.text) if mark["colon"] or not needs_colon(mark["label"])]
    begin = bare(line).start - line.start
    if not marks:
        alone = LABEL.fullmatch(bare(line).text)
        marks = [alone] if alone and line.text.startswith(alone[0]) else []
    if not marks or marks[0].start() != begin or not marks[0]["label"][0].isupper():
        return []
    return [marks[0], *(mark for before, mark in pairwise(marks) if _is_label(mark, before, line.text))]


def _is_label(mark: re.Match[str], before: re.Match[str], line: str) -> bool:
    """Whether a further label on a line is one: ``Mødelokale B105`` right after ``Mødested`` is its value."""
    begins_value = not mark["colon"] and not line[before.end() : mark.start()].strip(_EDGES)
    return mark["label"][0].isupper() and not begins_value


def _lines_of_value(
    lines: Sequence[Piece], label_at: int, stops: Callable[[Piece], bool], *, alone: bool
) -> tuple[int, ...]:
    """The lines after a label's own that belong to its value. A label that stands alone may have empty lines below,
    and between the members of a body.
    """
    at = label_at + 1
    if alone:
        while at < len(lines) and not lines[at].text.strip():
            at += 1
        if label_at + 1 < at < len(lines) and _NO_VALUE.match(lines[at].text):
            return ()
    found: list[int] = []
    while at < len(lines) and _goes_on(lines, at, found) and not stops(lines[at]):
        if _labels_in(lines[at]):
            break
        found.append(at)
        at += 1
        below = next((i for i in range(at, min(at + 2, len(lines))) if lines[i].text.strip()), at)
        if below > at and is_member(lines[found[-1]].text) and is_member(lines[below].text):
            at = below
    return tuple(found)


def _goes_on(lines: Sequence[Piece], at: int, found: Sequence[int]) -> bool:
    """Whether the line may belong to the value whose lines so far are `found`. A list of bullets ends where they do."""
    leaves_list = bool(found) and _BULLET.match(lines[found[0]].text) and not _BULLET.match(lines[at].text)
    return bool(lines[at].text.strip()) and not leaves_list
