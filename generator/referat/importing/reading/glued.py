"""Lines in which a web page lost its breaks: a heading glued to its text, headings as bullets, files in a row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.reading import rules
from referat.importing.reading.attachments import FILE_SUFFIX
from referat.importing.reading.pieces import Piece, dropped
from referat.vocabulary.casenumber import CASE_LABEL
from referat.vocabulary.run_on_headings import heading_before_text
from referat.vocabulary.sections import heading_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat.importing.ledger import Claim

_BULLET = re.compile(r"\s*[•·]\s+(?=\S)")
_FURNITURE = re.compile(
    r"(?i:application/\w+ icon ?)|^\s*(?:[•·]\s*)?Udskriv(?=[A-ZÆØÅ])|(?<=\S)Klik her for at (?:folde|læse|se) .*"
)
"""Icons of files, a button before a line, and the words on a fold behind it."""
_FIELD_AFTER_CASE = re.compile(
    rf"{CASE_LABEL.pattern}[^\s,]{{0,30}}(?P<gap>,\s*)(?=[A-ZÆØÅ]\w{{3,20}}:)", re.IGNORECASE
)
_FILES = re.compile(rf"\s*(?:\S{{1,200}}\.{FILE_SUFFIX}\s+){{1,60}}\S{{1,200}}\.{FILE_SUFFIX}\s*", re.IGNORECASE)


class Parted(Struct, frozen=True):
    """The lines of a page, parted, and claims for what is left out of them."""

    lines: tuple[Piece, ...]
    claims: tuple[Claim, ...]


def part_glued(lines: Sequence[Piece]) -> Parted:
    """Part each line where it is certain that it is more than one. Headings lose their bullets, files their icons, and
    lines the furniture that is glued to them.
    """
    texts = [line for line in lines if line.text.strip()]
    indents = [_indent(line) for line in texts]
    beside = zip([None, *indents[:-1]], indents, [*indents[1:], None], strict=False)
    in_lists = {line.start for line, (above, own, below) in zip(texts, beside, strict=True) if own in (above, below)}
    furniture = [line.cut(*match.span()) for line in texts for match in _FURNITURE.finditer(line.text)]
    return Parted(
        lines=tuple(part for line in lines for part in _parts(line, in_list=line.start in in_lists)),
        claims=dropped(rules.FURNITURE, *furniture),
    )


def _indent(line: Piece) -> int | None:
    """How far in a bullet stands: two that stand as far in, one after the other, are a list. None for other lines."""
    return len(line.text) - len(line.text.lstrip()) if _BULLET.match(line.text) else None


def _parts(line: Piece, *, in_list: bool) -> Iterator[Piece]:
    bullet = _BULLET.match(line.text)
    field = _FIELD_AFTER_CASE.match(line.text)
    if _FURNITURE.search(line.text):
        for part in line.without(*(match.span() for match in _FURNITURE.finditer(line.text))):
            yield from _parts(part, in_list=in_list)
    elif _FILES.fullmatch(line.text):
        yield from (line.cut(*match.span()) for match in re.finditer(r"\S+", line.text))
    elif bullet and not in_list and heading_of(line.text):
        yield line.cut(bullet.end())
    elif field:
        yield line.cut(0, field.start("gap"))
        yield line.cut(field.end())
    elif end := heading_before_text(line.text):
        yield Piece(line.text[:end], line.start)
        yield Piece(line.text[end:], line.start + end)
    else:
        yield line
