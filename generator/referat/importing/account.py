"""The ledger of a document as it is reported: what each rule dropped, and where."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.ledger import LAYOUT
from referat.privacy.redact import redact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.document import Document
    from referat.importing.ledger import Claim, Ledger

MOST_WORDS = 60
"""Of a stretch so many characters are shown."""
LOOKED_AT = 20 * MOST_WORDS


class Stretch(Struct, frozen=True):
    """Lines that one rule dropped, nothing but white space between them."""

    first: int
    """The number of the first line, from 1."""
    last: int
    words: str
    """How it begins, without what must not be published."""


class DroppedBy(Struct, frozen=True, kw_only=True):
    """What one rule dropped."""

    rule: str
    count: int
    """How many places."""
    characters: int
    stretches: tuple[Stretch, ...]
    """In the order of the document. None for white space: it is everywhere."""


class Account(Struct, frozen=True, kw_only=True):
    """The account of a document's characters. ``placed`` and all that was dropped add up to ``characters``."""

    characters: int
    placed: int
    dropped: tuple[DroppedBy, ...]
    """By rule, in alphabetical order."""


def account_of(document: Document, ledger: Ledger) -> Account:
    """The ledger with the lines that its rules dropped."""
    visible = [claim for claim in ledger.claims if claim.rule != LAYOUT]
    stretches: dict[str, list[Stretch]] = {}
    for rule, claims in groupby(visible, key=lambda claim: claim.rule):
        if rule is not None:
            stretches.setdefault(rule, []).append(_stretch(document, list(claims)))
    return Account(
        characters=ledger.characters,
        placed=ledger.placed,
        dropped=tuple(
            DroppedBy(
                rule=dropped.rule,
                count=dropped.count,
                characters=dropped.characters,
                stretches=tuple(stretches.get(dropped.rule, ())),
            )
            for dropped in ledger.dropped
        ),
    )


def _stretch(document: Document, claims: Sequence[Claim]) -> Stretch:
    start, end = claims[0].start, claims[-1].end
    words = " ".join(redact(document.text[start : min(end, start + LOOKED_AT)]).split())
    shown = words if len(words) <= MOST_WORDS else f"{words[: MOST_WORDS - 1]}…"
    return Stretch(document.line_at(start).number, document.line_at(end - 1).number, shown)
