"""Damage to text that can be mended for certain, before anything is made of the text.

Each repair stays within its line, so that lines keep their numbers. What is not certain is left as it is: a letter that
was lost is never guessed.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.extract.mojibake import mend_mojibake
from referat.invisible import HIDING
from referat.vocabulary.letter_spacing import join_letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_SOFT_HYPHEN = re.compile("\u00ad")
_WIDE_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(f"{HIDING.pattern}|[\x00-\x08\x0e-\x1f\x7f]")
_WINDOWS = re.compile("[\x80-\x9f]")
_ENTITY = re.compile(
    r"&(?:amp|nbsp|quot|apos|lt|gt|sect|eacute|ndash|mdash|bull|hellip|[lr][ds]quo|[lr]aquo"
    r"|(?:ae|AE)lig|[oO]slash|[aA]ring|#(?:3[2-9]|[4-9]\d|1[6-9]\d|2\d\d|82\d\d));"
)


class Repaired(Struct, frozen=True):
    """Lines made whole, and how often each repair was made."""

    lines: tuple[str, ...]
    counts: Counter[str]


def repair(lines: Iterable[str]) -> Repaired:
    """The lines with all certain damage mended."""
    counts: Counter[str] = Counter()
    mended = []
    for line in lines:
        text = line
        for name, mend in _REPAIRS:
            text, count = mend(text)
            counts[name] += count
        mended.append(text)
    return Repaired(tuple(mended), +counts)


def _replaced(pattern: re.Pattern[str], by: str | Callable[[re.Match[str]], str]) -> Callable[[str], tuple[str, int]]:
    return lambda text: pattern.subn(by, text)


def _composed(text: str) -> tuple[str, int]:
    """``å`` that was written as ``a`` and a ring above."""
    composed = unicodedata.normalize("NFC", text)
    return composed, int(composed != text)


def _from_windows(match: re.Match[str]) -> str:
    """What a byte of Windows text stands for that was taken for Latin-1; nothing where it stands for nothing."""
    return match[0].encode("latin-1").decode("cp1252", errors="ignore")


def _from_entity(match: re.Match[str]) -> str:
    return html.unescape(match[0])


_REPAIRS: tuple[tuple[str, Callable[[str], tuple[str, int]]], ...] = (
    ("letters written in the wrong encoding", mend_mojibake),
    ("characters of Windows text", _replaced(_WINDOWS, _from_windows)),
    ("HTML entities", _replaced(_ENTITY, _from_entity)),
    ("soft hyphens", _replaced(_SOFT_HYPHEN, "")),
    ("unusual spaces", _replaced(_WIDE_SPACE, " ")),
    ("invisible characters", _replaced(_INVISIBLE, "")),
    ("lines with composed letters", _composed),
    ("lines with spaced letters", join_letters),
)
