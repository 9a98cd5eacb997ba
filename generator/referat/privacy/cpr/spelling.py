r"""How a CPR number may be written: every pattern reads a folded text in one pass.

No pattern has a repetition within a repetition, and each repetition has an upper bound: from any place in a text they
look at no more than a hundred characters. The lookaheads ``(?=…)`` let candidates overlap: ``1 010165-1234``. What a
pattern matches is the first digit alone, its group 0, for which a text is searched much faster than for a place.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto

from msgspec import Struct

from referat.vocabulary.identifiers import CPR


class Shape(Enum):
    """How a number is written."""

    DIVIDED = auto()
    """``010165-1234`` and its kind: hardly anything else looks so."""
    PLAIN = auto()
    """Ten digits, together or each by itself: a P-number and many an order number look the same."""
    UNSURE = auto()
    """Divided as other things are, too."""
    GROUPED = auto()
    """Ten digits in groups that are none of a CPR number: only a word beside them can make one of it."""
    MASKED = auto()
    """``010165-xxxx``: a birth date that someone has covered half."""


class Candidate(Struct, frozen=True):
    """Ten digits that begin with a date."""

    start: int
    end: int
    digits: str
    shape: Shape
    year: int | None = None
    """The birth year, where all four digits of it are written."""


_GAP = r"[\s|_]{0,40}+[-/.,:;+=]{0,3}+[\s|_]{0,40}+"
_PART = r"[\s_]?[.\-/]?[\s_]?"
_FIRST = r"\d(?<!\d\d)"
"""The first digit of a row."""
_SIX_AND_FOUR = re.compile(rf"{_FIRST}(?=(\d)({_PART})(\d\d)({_PART})(\d\d)({_GAP})(\d{{4}})(?!\d))")
_LONG_YEAR = re.compile(rf"{_FIRST}(?=(\d)({_PART})(\d\d)({_PART})(18|19|20)(\d\d)({_GAP})(\d{{4}})(?!\d))")
_FIVE_PAIRS = re.compile(rf"{_FIRST}(?=(\d)([ \t._-])(\d\d)\2(\d\d)([ \t_]?[ \t._-][ \t_]?)(\d\d)\2(\d\d)(?!\d))")
_TEN_DIGITS = re.compile(rf"{_FIRST}(?<!\d[ ._-]\d)(?=((?:[ ._-]{{1,3}}\d){{9}})(?![ ._-]?\d))")
_GROUPS = re.compile(rf"{_FIRST}(?<!\d[ .-]\d)(?=(\d{{0,7}}(?:[ .-]\d{{1,8}}){{1,6}})(?![ .-]?\d))")
_MASKED = re.compile(rf"{_FIRST}(?=(\d)(\d\d)(\d\d)[ ]?-[ ]?(([xX•])\5{{3}})(?![^\W_]))")
_ROW_BEFORE, _ROW_AFTER = re.compile(r"\d[ \t.]$"), re.compile(r"[ \t.]\d")
_YEAR = re.compile(r"(?:19|20)\d\d")


def candidates(text: str) -> Iterator[Candidate]:
    """All that may be a CPR number in a folded text."""
    for match in _SIX_AND_FOUR.finditer(text):
        shape = _shape(match)
        if shape is not None:
            yield _candidate(match, (1, 3, 5, 7), shape)
    for match in _LONG_YEAR.finditer(text):
        first, second, gap = match.group(2, 4, 7)
        if _divider(first) == _divider(second) and not _crosses(first, second, gap):
            yield _with_long_year(match)
    for match in _FIVE_PAIRS.finditer(text):
        if not _is_moment(match):
            sure = match.group(2) != "." and not _in_row(match.start(), match.end(7), text)
            yield _candidate(match, (1, 3, 4, 6, 7), Shape.DIVIDED if sure else Shape.UNSURE)
    yield from _scattered(text)
    for match in _MASKED.finditer(text):
        yield Candidate(match.start(), match.end(4), "".join(match.group(0, 1, 2, 3)) + "4000", Shape.MASKED)


def _scattered(text: str) -> Iterator[Candidate]:
    """Ten digits each by itself, or in groups."""
    for match in _TEN_DIGITS.finditer(text):
        divided = "-" in match.group(1) and match.group(1).count("-") == 1
        yield _candidate(match, (1,), Shape.DIVIDED if divided else Shape.PLAIN)
    for match in _GROUPS.finditer(text) if CPR.search(text) else ():
        candidate = _candidate(match, (1,), Shape.GROUPED)
        if len(candidate.digits) == 10:
            yield candidate


def _candidate(match: re.Match[str], groups: tuple[int, ...], shape: Shape, year: int | None = None) -> Candidate:
    digits = "".join(char for group in (0, *groups) for char in match[group] if char.isdigit())
    return Candidate(match.start(), match.end(groups[-1]), digits, shape, year)


def _with_long_year(match: re.Match[str]) -> Candidate:
    _, _, _, _, century, short, gap, serial = match.groups()
    # 01.02.2015-2016 is a span of time; 15.03.2019 1234 a date and a figure
    sure = ("-" in gap or "/" in gap or "." in gap) and not _YEAR.match(serial)
    shape = Shape.DIVIDED if sure else Shape.UNSURE if gap else Shape.PLAIN
    return _candidate(match, (1, 3, 6, 8), shape, int(century + short))


def _shape(match: re.Match[str]) -> Shape | None:
    """The shape of six digits and four, or None where they do not belong together."""
    day, first, month, second, _, gap, serial = match.groups()
    day = match[0] + day
    if _crosses(first, second, gap):
        return None
    if not (first or second or gap):
        return Shape.PLAIN
    first, second = _divider(first), _divider(second)
    if first != second and "-" not in gap:
        # 2011/12 2012 are two school years, 2012-134782 is a document's number
        return None if not first and second in "-/." and _YEAR.match(day + month) else Shape.UNSURE
    dated = first in (".", "-", "/") and "|" in gap  # a column of dates beside one of figures
    doubtful = dated or ("/" in gap and _YEAR.match(serial)) or any(char in gap for char in ",:;+=")
    return Shape.UNSURE if doubtful else Shape.DIVIDED


def _divider(between: str) -> str:
    """What divides day, month and year; a line break within a number counts as none."""
    return between.strip() or (" " if between.strip("\n") else "")


def _is_moment(pairs: re.Match[str]) -> bool:
    """Whether the five pairs are a date and a time: ``01.02.15 16.30``."""
    return pairs[2] == "." and "." not in pairs[5] and "-" not in pairs[5]


def _crosses(*gaps: str) -> bool:
    """Whether two paragraphs, or two rows of a table, lie between the digits."""
    return any(gap.count("\n") > 1 or ("\n" in gap and "|" in gap) for gap in gaps)


def _in_row(start: int, end: int, text: str) -> bool:
    """Whether the five pairs are part of a longer row of figures."""
    return bool(_ROW_BEFORE.search(text[max(0, start - 2) : start]) or _ROW_AFTER.match(text[end : end + 2]))
