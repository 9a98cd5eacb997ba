"""One item of a FirstAgenda export: its title, its case number in the line below, then its sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.diagnostics import diagnose
from referat.importing.formats.firstagenda.head import ITEM_HEAD
from referat.importing.reading import rules
from referat.importing.reading.blocks import Aside, Block, Body, DecisionStart, ItemStart, SectionStart
from referat.importing.reading.contents import fold_title, is_cut, same_title
from referat.importing.reading.pieces import Piece, dropped, placed, split_claims
from referat.importing.reading.starts import Own, read_blocks, unmarked
from referat.importing.reading.titles import mend_title
from referat.vocabulary.casenumber import alone_on_line
from referat.vocabulary.closed import strip_marks
from referat.vocabulary.sections import SectionKind, kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.document import Document
    from referat.importing.ledger import Claim
    from referat.problems import Problem

REPEATED = 0.9
"""A line above the sections that is at least so much like the title is the title, printed once more."""


class ItemRead(Struct, frozen=True):
    """An item's blocks, and what there is to say about it."""

    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...]


class Title(Struct, frozen=True, kw_only=True):
    """An item's title as the record takes it."""

    text: str | None
    closed: bool
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]


def read_item(document: Document, lines: Sequence[Piece], *, own: Own, contents_title: str | None) -> ItemRead:
    """Read the lines of one item. Every line is claimed by a block or handed on as text."""
    heading, after = _heading_lines(lines, contents_title)
    match = ITEM_HEAD.fullmatch(heading[0].trimmed().text)
    number = match["number"] if match else None
    case, case_claims, rest = _case_number(after)
    chapters = read_blocks(rest, own)
    repeated = _repeated_title(chapters, [_printed(heading), contents_title or ""])
    title = _title(document, heading, contents_title, repeated)
    start = ItemStart(
        number=number,
        title=title.text,
        case_number=case,
        closed=title.closed,
        claims=(*_number_claims(heading[0]), *title.claims, *case_claims),
    )
    blocks: list[Block] = [start]
    for chapter in chapters:
        if isinstance(chapter, Body) and repeated is not None and repeated in chapter.pieces:
            blocks.append(Aside(dropped(rules.REPEATED_TITLE, repeated)))
            blocks.append(Body(tuple(Piece("", p.start) if p is repeated else p for p in chapter.pieces)))
        else:
            blocks.append(chapter)
    return ItemRead(tuple(blocks), title.problems)


def _heading_lines(lines: Sequence[Piece], contents_title: str | None) -> tuple[list[Piece], Sequence[Piece]]:
    """The line "Punkt 2: …" and those right below it that the list of contents shows to be the rest of the title."""
    count = 1
    for line in lines[1:]:
        longer = _printed([*lines[:count], line])
        if not line.text.strip() or not contents_title or not fold_title(contents_title).startswith(fold_title(longer)):
            break
        count += 1
    return list(lines[:count]), lines[count:]


def _printed(heading: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in _title_pieces(heading))


def _title_pieces(heading: Sequence[Piece]) -> tuple[Piece, ...]:
    first = heading[0].trimmed()
    match = ITEM_HEAD.fullmatch(first.text)
    title = first.cut(*match.span("title")) if match else first
    return tuple(piece for piece in (title, *map(unmarked, heading[1:])) if piece.text)


def _number_claims(line: Piece) -> tuple[Claim, ...]:
    first = line.trimmed()
    match = ITEM_HEAD.fullmatch(first.text)
    if match is None:
        return ()
    return split_claims(first.cut(0, match.start("title")), (first.cut(*match.span("number")),), rules.LABEL)


def _case_number(lines: Sequence[Piece]) -> tuple[str | None, tuple[Claim, ...], Sequence[Piece]]:
    """The number alone on the first line that is not empty, and the lines without it."""
    at = next((i for i, line in enumerate(lines) if line.text.strip()), None)
    if at is None:
        return None, (), lines
    line = lines[at].trimmed()
    number = alone_on_line(line.text)
    if number:
        return number, placed(line), lines[at + 1 :]
    return None, (), lines


def _repeated_title(chapters: Sequence[Block], titles: Sequence[str]) -> Piece | None:
    """The line that prints the title once more, where it stands before the first section (a list of attachments may
    stand above it). The last such line: an attachment may have the title for a name.
    """
    found: Piece | None = None
    for block in chapters:
        if isinstance(block, DecisionStart):
            break
        if isinstance(block, SectionStart) and kind_of(block.heading) is not SectionKind.ATTACHMENTS:
            break
        if isinstance(block, Body):
            alike = (p for p in block.pieces if any(_same(unmarked(p).text, title) for title in titles))
            found = max(alike, key=lambda piece: piece.start, default=found)
    return found


def _same(line: str, title: str) -> bool:
    return bool(line and title) and same_title(line, title, least=REPEATED)


def _title(document: Document, heading: Sequence[Piece], listed: str | None, repeated: Piece | None) -> Title:
    pieces = _title_pieces(heading)
    printed = " ".join(piece.text for piece in pieces)
    text, closed = strip_marks(printed)
    offset = heading[0].trimmed().start
    if closed or listed is None or is_cut(listed, printed):
        claims = _title_claims(pieces, text)
        return Title(text=text, closed=bool(closed), claims=claims, problems=())
    mended = mend_title(printed, listed, unmarked(repeated).text if repeated else None)
    if mended and len(pieces) == 1:
        damaged = pieces[0].cut(mended.start, mended.end)
        claims = (*placed(*pieces[0].without((mended.start, mended.end))), *dropped(rules.MENDED_WORD, damaged))
        message = f"Letters were missing in the title: {damaged.text} is {mended.whole}, as the list of contents has it"
        problem = diagnose("title_mended", message, document, damaged.start)
        return Title(text=mended.title, closed=False, claims=claims, problems=(problem,))
    claims = _title_claims(pieces, text)
    problems = (
        (diagnose("title_differs_from_toc", f"The list of contents has: {listed}", document, offset),)
        if same_title(printed, listed, least=0.6)
        else ()
    )
    return Title(text=text, closed=False, claims=claims, problems=problems)


def _title_claims(pieces: Sequence[Piece], text: str | None) -> tuple[Claim, ...]:
    """Claims for a title; what `strip_marks` took away only says whether the item is open or closed."""
    if len(pieces) != 1:
        return placed(*pieces)
    at = pieces[0].text.find(text) if text else -1
    kept = [pieces[0].cut(at, at + len(text))] if text and at >= 0 else []
    return split_claims(pieces[0], kept, rules.STATUS_MARK)
