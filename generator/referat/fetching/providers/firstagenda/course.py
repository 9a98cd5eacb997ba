"""The course of a case within an item: each earlier treatment becomes a decision with its body and its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from referat.importing.ledger import Claim
from referat.importing.outline import Beginning, Entry, Text
from referat.importing.reading import rules
from referat.importing.reading.blocks import DecisionStart
from referat.importing.reading.pieces import Piece, split_claims
from referat.vocabulary.course import CourseLine, course_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from referat.importing.extract.lines import ExtractedLine


class Head(Struct, frozen=True):
    """The lines that tell who decided when."""

    told: CourseLine
    """What they say together."""
    claims: tuple[Claim, ...]
    """Counted from the beginning of the first."""
    count: int


def read_course(lines: Sequence[ExtractedLine], underlined: frozenset[str]) -> tuple[Text, tuple[Entry, ...]]:
    """The text that stands before the first treatment, and the treatments.

    Args:
        lines: of the section.
        underlined: those that are set apart.
    """
    before: list[ExtractedLine] = []
    found: list[Entry] = []
    under = before
    position = 0
    while position < len(lines):
        head = _head(lines[position:], underlined)
        if head is None:
            under.append(lines[position])
            position += 1
            continue
        if found:
            found.append(Text(tuple(under)))
        found.append(_beginning(lines[position : position + head.count], head))
        under = []
        position += head.count
    return Text(tuple(before)), (*found, Text(tuple(under))) if found else ()


def _head(lines: Sequence[ExtractedLine], underlined: frozenset[str]) -> Head | None:
    """The head that begins on the first line. It needs a day: a name alone may begin any sentence."""
    told, claims, start, count = CourseLine(spans=()), list[Claim](), 0, 0
    for line in lines:
        said = None if line.rule else course_line(line.text, marked=line.text.strip() in underlined)
        if said is None or _overlap(told, said):
            break
        claims += _claims(line.text, said, start)
        told = replace(told, **{name: value for name, value in _values(said).items() if value is not None})
        start += len(line.text) + 1
        count += 1
    return Head(told, tuple(claims), count) if told.date is not None else None


def _values(line: CourseLine) -> dict[str, object]:
    return {"body": line.body, "date": line.date, "item_number": line.item_number}


def _overlap(one: CourseLine, other: CourseLine) -> bool:
    others = _values(other)
    return any(value is not None and others[name] is not None for name, value in _values(one).items())


def _claims(text: str, said: CourseLine, start: int) -> Iterable[Claim]:
    line = Piece(text, start)
    return split_claims(line, (line.cut(*span) for span in said.spans), rules.LABEL)


def _beginning(lines: Sequence[ExtractedLine], head: Head) -> Beginning:
    start = DecisionStart(
        body=head.told.body, date=head.told.date, item_number=head.told.item_number, claims=head.claims
    )
    return Beginning(text="\n".join(line.text for line in lines), block=start)
