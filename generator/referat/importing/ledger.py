"""The account of a document's characters: each is placed in the record or dropped by a named rule. None is lost.

White space between claims is layout and belongs to the rule `LAYOUT`; every other character must be claimed once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

LAYOUT = "layout"
"""The rule that drops white space which separates: line breaks, indents, empty lines."""


class Claim(Struct, frozen=True):
    """The characters from `start` to before `end`, and what became of them."""

    start: int
    end: int
    rule: str | None = None
    """The rule that dropped them; None: they are placed in the record."""

    def __lt__(self, other: Claim) -> bool:
        """By place. Two claims of the same characters, placed by one and dropped by the other, have an order, too."""
        return (self.start, self.end, self.rule or "") < (other.start, other.end, other.rule or "")


class Dropped(Struct, frozen=True):
    """What one rule dropped."""

    rule: str
    count: int
    """How many places."""
    characters: int


class Ledger(Struct, frozen=True, kw_only=True):
    """The account, made up. ``placed + sum(d.characters for d in dropped) == characters`` always holds."""

    characters: int
    placed: int
    dropped: tuple[Dropped, ...]
    """By rule, in alphabetical order."""
    claims: tuple[Claim, ...] = ()
    """Every claim, layout included, in order and without a gap."""


class Gap(Struct, frozen=True):
    """Characters that nobody claimed."""

    start: int
    end: int


def find_gaps(text: str, claims: Iterable[Claim]) -> tuple[Gap, ...]:
    """The stretches that no claim covers, trimmed of white space; stretches of white space alone are no gaps."""
    gaps, position = [], 0
    for claim in [*sorted(claims), Claim(len(text), len(text))]:
        stretch = text[position : claim.start]
        if stretch.strip():
            start = position + len(stretch) - len(stretch.lstrip())
            gaps.append(Gap(start, position + len(stretch.rstrip())))
        position = max(position, claim.end)
    return tuple(gaps)


def make_ledger(text: str, claims: Iterable[Claim]) -> Ledger:
    """Make up the account.

    Raises:
        ValueError: two claims overlap, one lies outside the text, or text other than white space is unclaimed: a format
            that loses text is a fault of the program, and `find_gaps` tells beforehand.
    """
    complete, position = [], 0
    for claim in sorted(claims):
        if claim.start < position or claim.end < claim.start or claim.end > len(text):
            raise ValueError(f"claim {claim.start}-{claim.end} overlaps another or lies outside the text")
        complete.extend(_layout(text, position, claim.start))
        if claim.end > claim.start:
            complete.append(claim)
        position = claim.end
    complete.extend(_layout(text, position, len(text)))
    placed = sum(claim.end - claim.start for claim in complete if claim.rule is None)
    rules = sorted({claim.rule for claim in complete if claim.rule is not None})
    return Ledger(
        characters=len(text),
        placed=placed,
        dropped=tuple(_summary(rule, complete) for rule in rules),
        claims=tuple(complete),
    )


def _layout(text: str, start: int, end: int) -> list[Claim]:
    if text[start:end].strip():
        raise ValueError(f"characters {start}-{end} are neither placed nor dropped")
    return [Claim(start, end, LAYOUT)] if end > start else []


def _summary(rule: str, claims: list[Claim]) -> Dropped:
    mine = [claim for claim in claims if claim.rule == rule]
    return Dropped(rule, len(mine), sum(claim.end - claim.start for claim in mine))
