"""The texts of an item as an outline: its sections, the decision of this meeting, and those of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from referat.fetching.providers.firstagenda.course import read_course
from referat.fetching.providers.firstagenda.parts import Part, read_parts
from referat.importing.extract.html.fragment import Fragment
from referat.importing.extract.lines import ExtractedLine
from referat.importing.extract.repair import repair
from referat.importing.ledger import Claim
from referat.importing.outline import Beginning, Entry, Text
from referat.importing.reading import rules
from referat.importing.reading.blocks import Aside, Body, DecisionStart, SectionStart
from referat.importing.reading.pieces import Piece, placed
from referat.importing.reading.starts import read_start
from referat.vocabulary.portal_words import PICTURE, UNHEADED, heading_of_class
from referat.vocabulary.sections import SectionKind, kind_of, repair_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from referat.fetching.providers.firstagenda.shapes import Field, Item
    from referat.importing.reading.starts import Own


class Surroundings(Struct, frozen=True):
    """What an item's texts are read in the light of."""

    own: Own
    """Who meets, and when."""
    is_minutes: bool
    """Whether anything can have been decided yet."""
    origin: str | None
    """Where relative links start from: ``https://dagsordener.strandby.example``."""


def read_texts(item: Item, around: Surroundings) -> tuple[Part, ...]:
    """All parts of the item's texts, in their order. A part without heading and text is left out."""
    found: list[Part] = []
    for field in item.fields or ():
        parts = _parts_of(field, around.origin)
        name = clean(field.heading or "")
        if name and parts and not parts[0].heading:
            parts = (Part(heading=name, key=parts[0].key, lines=parts[0].lines), *parts[1:])
        elif name:
            parts = (Part(heading=name, lines=()), *parts)
        found.extend(parts)
    return tuple(found)


def outline_texts(parts: Iterable[Part], around: Surroundings) -> Iterator[Entry]:
    """What begins in the parts, and the text below."""
    above = False
    for part in parts:
        heading = part.heading or heading_of_class(part.key) or (UNHEADED if above else "")
        if part.is_empty:
            yield from _named_only(part)
        elif not heading:
            yield Text(part.lines)
        else:
            above = True
            yield from _headed(part, heading, around)


def is_own_decision(part: Part, around: Surroundings) -> bool:
    """Whether the part is what this meeting decided."""
    start = _begun(part.heading, around)[0] if part.heading else None
    return isinstance(start, DecisionStart) and start.body is None and start.date is None


def clean(text: str) -> str:
    """A value on one line, with all certain damage mended."""
    before, after = "", " ".join(text.split())
    while before != after:
        before, after = after, " ".join(repair([after]).lines[0].split())
    return after


def _parts_of(field: Field, origin: str | None) -> tuple[Part, ...]:
    if field.html and field.html.strip():
        return read_parts(Fragment(field.html, base=origin, picture=PICTURE))
    lines = repair((field.text or "").splitlines()).lines
    return (Part(lines=tuple(map(ExtractedLine, lines))),) if any(line.strip() for line in lines) else ()


def _named_only(part: Part) -> Iterator[Entry]:
    """A heading with nothing below it: the case system prints it for every item."""
    if part.heading:
        yield Beginning(text=part.heading, block=Aside((Claim(0, len(part.heading), rules.LABEL),)))
    if part.lines:
        yield Text(part.lines)


def _headed(part: Part, heading: str, around: Surroundings) -> Iterator[Entry]:
    if not part.heading:
        yield Beginning(text="", block=SectionStart(heading=heading))
        yield Text(part.lines)
        return
    if kind_of(heading) is SectionKind.PROCESS:
        before, course = read_course(part.lines, part.underlined)
        if course:
            told = any(line.text.strip() for line in before.lines if line.rule is None)
            yield from (
                _headed_text(heading, before.lines, around)
                if told
                else _named_only(Part(heading=heading, lines=before.lines))
            )
            yield from course
            return
    yield from _headed_text(heading, part.lines, around)


def _headed_text(heading: str, lines: Sequence[ExtractedLine], around: Surroundings) -> Iterator[Entry]:
    start, *more = _begun(heading, around)
    rest = [piece for body in more if isinstance(body, Body) for piece in body.pieces]
    yield Beginning(text=heading[: rest[0].start] if rest else heading, block=start)
    if rest:
        yield Text(tuple(ExtractedLine(piece.text) for piece in rest))
    yield Text(tuple(lines))


def _begun(heading: str, around: Surroundings) -> tuple[SectionStart | DecisionStart, *tuple[object, ...]]:
    """What the heading begins. Before the meeting nothing is its decision, whatever the heading says."""
    line = Piece(heading, 0)
    start, *more = read_start(line, around.own) or (None,)
    if isinstance(start, SectionStart):
        return start, *more
    if isinstance(start, DecisionStart) and (around.is_minutes or start.body is not None or start.date is not None):
        return start, *more
    return (SectionStart(heading=repair_case(heading), claims=placed(line)),)
