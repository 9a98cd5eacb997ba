"""The running heads of a transcript: what several pages in a row begin with, numbers aside."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.reading import rules
from referat.importing.reading.pieces import Piece, dropped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat.importing.formats.docplayer.wrapper import Page
    from referat.importing.ledger import Claim

LEAST_WORDS = 3
"""Fewer words in common are chance."""
KEPT = 0.6
"""A page belongs to the pages before it where it begins with at least this share of their common words."""

_WORD = re.compile(r"\S+")
_DIGITS = re.compile(r"[\d.,:/-]*\d[\d.,:/-]*|[.,:]+$")
_KNOWN = re.compile(
    r"(?:(?:Åbent|Lukket) punkt )?[A-ZÆØÅ][^\d.:;]{3,80} den(?: [\d.-]{1,10})? ?, s\.? ?\d{0,3}(?=\s|$)"
)
"""The running head of a family of templates: its pages belong together, open and closed items alike."""
_KNOWN_GROUP = -1
_FOOT = re.compile(r"(?<=[.:;!?)\w])\s(?:Side )?(?P<number>\d{1,3})\s*$")


class Sheet(Struct, frozen=True, kw_only=True):
    """A page without its running head."""

    number: int
    group: int | None
    """Pages with the same running head have the same number; None for a page without one."""
    head: Piece | None
    body: tuple[Piece, ...]
    claims: tuple[Claim, ...]
    """For the running head, where nothing else answers for it."""


def take_off(pages: Sequence[Page]) -> tuple[Sheet, ...]:
    """The pages, each with its running head apart from its text."""
    groups, feet = _groups(pages), _feet(pages)
    return tuple(
        _sheet(page, number if count else None, count, feet)
        for number, (begin, end, count) in enumerate(groups)
        for page in pages[begin:end]
    )


def _words(text: str) -> list[tuple[str, re.Match[str]]]:
    """The words of a text without digits; words that are nothing but digits and marks are left out."""
    stripped = ((_DIGITS.sub("", match[0]), match) for match in _WORD.finditer(text[:400]))
    return [(word, match) for word, match in stripped if word]


def _groups(pages: Sequence[Page]) -> list[tuple[int, int, int]]:
    """Runs of pages (from, to, words of the running head; 0 for a page without one)."""
    words = [[word for word, _ in _words(page.text)] for page in pages]
    groups: list[tuple[int, int, int]] = []
    at = 0
    while at < len(pages):
        end, common = at + 1, words[at]
        while end < len(pages):
            shared = _common(common, words[end])
            if len(shared) < LEAST_WORDS or (end > at + 1 and len(shared) < KEPT * len(common)):
                break
            common, end = shared, end + 1
        groups.append((at, end, len(common) if end > at + 1 else 0))
        at = end
    return groups


def _common(one: Sequence[str], other: Sequence[str]) -> list[str]:
    shared = []
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared.append(left)
    return shared


def _sheet(page: Page, group: int | None, count: int, feet: frozenset[int]) -> Sheet:
    first = page.pieces[0]
    known = _KNOWN.match(first.text)
    if not count and not known:
        body, claims = _without_foot(first, page, feet)
        return Sheet(number=page.number, group=None, head=None, body=(body, *page.pieces[1:]), claims=claims)
    words = _words(first.text)[:count]
    end = _after_numbers(first.text, words[-1][1].end() if words else 0, page.number)
    end = max(end, known.end() if known else 0)
    head, (rest, claims) = first.cut(0, end), _without_foot(first.cut(end), page, feet)
    return Sheet(
        number=page.number,
        group=_KNOWN_GROUP if known else group,
        head=head,
        body=(rest, *page.pieces[1:]),
        claims=claims,
    )


def _feet(pages: Sequence[Page]) -> frozenset[int]:
    """By how much the numbers at the feet of pages lag behind the pages' own: what several pages agree on.

    A number that only happens to end a page stays text. A cover page that is not counted makes it one.
    """
    lags = Counter(page.number - foot for page in pages if (foot := _foot_of(page)) is not None)
    return frozenset(lag for lag, count in lags.items() if count > 1 or lag in (0, 1))


def _foot_of(page: Page) -> int | None:
    foot = _FOOT.search(page.text[-12:])
    return int(foot["number"]) if foot else None


def _without_foot(text: Piece, page: Page, feet: frozenset[int]) -> tuple[Piece, tuple[Claim, ...]]:
    foot = _FOOT.search(text.text) if _is_one_line(page) else None
    if foot is None or page.number - int(foot["number"]) not in feet:
        return text, ()
    return text.cut(0, foot.start()), dropped(rules.RUNNING_HEAD, text.cut(foot.start()))


def _is_one_line(page: Page) -> bool:
    return not any(piece.text.strip() for piece in page.pieces[1:])


def _after_numbers(text: str, at: int, page: int) -> int:
    """Where the running head ends: its own page number, or the year of a date in it, still belongs to it."""
    match = re.match(r"\s+(?P<number>\d{1,4})(?=\s|$)", text[at : at + 8])
    if match and (int(match["number"]) == page or len(match["number"]) == 4):
        return at + match.end()
    return at
