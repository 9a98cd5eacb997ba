"""The texts printed after the last item: each a paper of its own, with a running head of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat.importing.reading import rules
from referat.importing.reading.blocks import AnnexStart, Aside, Block, Body
from referat.importing.reading.pieces import Piece, dropped, split_claims

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.formats.docplayer.running_heads import Sheet

_BEFORE_TITLE = re.compile(r"^(?:[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)? Kommune )?(?:Sagsnr\.?:? )?")
_AFTER_TITLE = re.compile(
    r"\s(?:Sidst revideret|Sagsnummer|Sagsnr|Oprettet|Dato|Version|Indhold|[A-ZÆØÅ][\w-]{2,30}:)(?!\w)"
)
_SENTENCE = re.compile(r"[.!?:](?=\s)")
LONGEST_TITLE = 120
UNTITLED = "Bilag"


def annex_blocks(sheets: Sequence[Sheet]) -> tuple[Block, ...]:
    """Blocks for the pages after the last item. A change of running head begins a new annex."""
    blocks: list[Block] = []
    before: Sheet | None = None
    for sheet in sheets:
        blocks.append(Aside(sheet.claims))
        if before is None or sheet.group != before.group:
            blocks += _begin(sheet)
        else:
            blocks.append(Aside(dropped(rules.RUNNING_HEAD, *_heads(sheet))))
            blocks.append(Body((*sheet.body, Piece("", _end(sheet)))))
        before = sheet
    return tuple(blocks)


def _begin(sheet: Sheet) -> tuple[Block, ...]:
    whole = sheet.head or (sheet.body[0] if sheet.body else Piece("", 0))
    title = _title(whole)
    if sheet.head:
        claims = split_claims(whole, [title] if title else [], rules.RUNNING_HEAD)
        text = sheet.body
    else:
        claims = split_claims(title, [title], rules.RUNNING_HEAD) if title else ()
        text = (whole.cut(title.end - whole.start), *sheet.body[1:]) if title else sheet.body
    start = AnnexStart(title=title.text if title else UNTITLED, claims=claims)
    return (start, Body((*text, Piece("", _end(sheet)))))


def _title(whole: Piece) -> Piece | None:
    """The words between the municipality's name and what only describes the paper."""
    before = _BEFORE_TITLE.match(whole.text)
    begins = before.end() if before else 0
    ends = _AFTER_TITLE.search(whole.text, begins) or _SENTENCE.search(whole.text, begins)
    title = whole.cut(begins, ends.start() if ends else len(whole.text))
    return title if 0 < len(title.text) <= LONGEST_TITLE else None


def _heads(sheet: Sheet) -> tuple[Piece, ...]:
    return (sheet.head,) if sheet.head else ()


def _end(sheet: Sheet) -> int:
    return sheet.body[-1].end if sheet.body else 0
