"""CPR numbers: ten digits, day, month and year of birth, and four more. They must never be published.

Databeskyttelsesloven § 11, stk. 3. The parts of a number, and which years its seventh digit allows: cpr.dk, *Opbygning
af CPR-nummeret*. The check digit (modulus 11) may confirm a number and never clears one: since October 2007 numbers
without it are issued (cpr.dk, *Personnumre uden kontrolciffer*).

There is no clock in it: a birth date that lies ahead counts like any other, and one text always gives one answer.
"""

import datetime as dt
import html
import re
from collections.abc import Iterator
from enum import Enum, auto
from urllib.parse import unquote

from msgspec import Struct

from referat.privacy.finding import Detector, Span, Verdict

MARK = "[CPR-nummer fjernet]"


class Shape(Enum):
    """How a number is written."""

    DIVIDED = auto()
    """``010165-1234`` and its kind: hardly anything else looks so."""
    PLAIN = auto()
    """Ten digits: a P-number and many an order number look the same."""
    UNSURE = auto()
    """Divided as other things are, too."""
    MASKED = auto()
    """``010165-xxxx``: a birth date that someone has covered half."""


class Candidate(Struct, frozen=True):
    """Ten digits that begin with a date."""

    start: int
    end: int
    digits: str
    shape: Shape


_SIX_AND_FOUR = re.compile(
    r"(?<!\d)(?=(\d\d)([\s.\-/]?)(\d\d)([\s.\-/]?)(\d\d)([ \t|\n]{0,40}+[-/.]?+[ \t|\n]{0,40}+)(\d{4})(?!\d))"
)
_FIVE_PAIRS = re.compile(r"(?<!\d)(?=(\d\d)[ \t](\d\d)[ \t](\d\d)[ \t]?[ \t-][ \t]?(\d\d)[ \t](\d\d)(?!\d))")
_LONG_YEAR = re.compile(r"(?<!\d)(?=(\d\d)([ .\-/]?)(\d\d)\2(?:18|19|20)(\d\d)[ ]?-[ ]?(\d{4})(?!\d))")
_MASKED = re.compile(r"(?<!\d)(?=(\d\d)(\d\d)(\d\d)[ ]?-[ ]?(([xX•])\5{3})(?!\w))")
_ROW_BEFORE, _ROW_AFTER = re.compile(r"\d[ \t]$"), re.compile(r"[ \t]\d")

_NEAR = 40
"""How many characters around a number tell what it is."""
_CUE = re.compile(r"cpr|person ?n|pers\.? ?nr|født|fødsels|(?<!\w)f\.\s?$", re.IGNORECASE)
_STRONG_CUE = re.compile(r"cpr|person ?n", re.IGNORECASE)
_OTHER_LABEL = re.compile(
    r"(?:(?<!\w)p-?n(?:r|ummer)|p\.nr|produktionsenhed\w{0,10}|(?<!\w)(?:ean|gln|cvr|kle|bfe|ref)|(?<!\w)se-?nr"
    r"|ordre|faktura|bilag|konto|(?<!\w)sag|sags?-?(?:nr|nummer)|dok(?:ument)?\.? ?(?:nr|nummer)|journal|matr|j\.?nr)"
    r"(?:[- ]?(?:nr|nummer))?[\s.:#(]{0,4}$|(?<!\d)\d{2,4}/$",
    re.IGNORECASE,
)
_AMOUNT_BEFORE = re.compile(r"(?:kr\.?|dkk|beløb)[\s:]{0,2}$", re.IGNORECASE)
_AMOUNT_AFTER = re.compile(r"\s?(?:kr\b|mio|mia|dkk|,-)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_COVERS = ("xxxx", "XXXX", "••••")
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def find(text: str) -> list[Span]:
    """All CPR numbers in a folded text, each with its verdict."""
    text = text.replace(MARK, " " * len(MARK))  # the mark itself says CPR, and must not be a cue
    spans = []
    for candidate in _candidates(text):
        verdict = _verdict(candidate, text)
        if verdict is not None:
            spans.append(Span(candidate.start, candidate.end, verdict))
    return spans


def may_hold(text: str) -> bool:
    """Whether there are ten digits without a letter between them, or a number that is covered half."""
    if any(cover in text for cover in _COVERS) or _has_ten_digits(text):
        return True
    return _has_codes(text) and _has_ten_digits(html.unescape(unquote(text, errors="replace")))


def birth_date(digits: str) -> dt.date | None:
    """The birth date in a number's first seven digits, or None where there is no such day."""
    day, month, year, seventh = int(digits[:2]), int(digits[2:4]), int(digits[4:6]), int(digits[6])
    if seventh <= 3:
        century = 1900
    elif seventh in (4, 9):
        century = 2000 if year <= 36 else 1900
    else:
        century = 2000 if year <= 57 else 1800
    try:
        return dt.date(century + year, month, day)
    except ValueError:
        return None


def has_check_digit(digits: str) -> bool:
    """Whether the ten digits fulfil modulus 11."""
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


def _candidates(text: str) -> Iterator[Candidate]:
    for match in _SIX_AND_FOUR.finditer(text):
        shape = _shape(match)
        if shape is not None:
            yield _candidate(match, (1, 3, 5, 7), shape)
    for match in _FIVE_PAIRS.finditer(text):
        yield _candidate(match, (1, 2, 3, 4, 5), Shape.UNSURE if _in_row(match, text) else Shape.DIVIDED)
    for match in _LONG_YEAR.finditer(text):
        yield _candidate(match, (1, 3, 4, 5), Shape.UNSURE)
    for match in _MASKED.finditer(text):
        yield Candidate(match.start(1), match.end(4), "".join(match.group(1, 2, 3)) + "4000", Shape.MASKED)


def _in_row(match: re.Match[str], text: str) -> bool:
    """Whether the five pairs are part of a longer row of figures."""
    start, end = match.start(), match.end(5)
    return bool(_ROW_BEFORE.search(text[max(0, start - 2) : start]) or _ROW_AFTER.match(text[end : end + 2]))


def _candidate(match: re.Match[str], groups: tuple[int, ...], shape: Shape) -> Candidate:
    return Candidate(match.start(1), match.end(groups[-1]), "".join(match[group] for group in groups), shape)


def _shape(match: re.Match[str]) -> Shape | None:
    """The shape of six digits and four, or None where they do not belong together."""
    day, first, month, second, _, gap, serial = match.groups()
    if gap.count("\n") > 1 or ("\n" in gap and "|" in gap):  # two paragraphs, two rows of a table
        return None
    if not (first or second or gap):
        return Shape.PLAIN
    if first != second and "-" not in gap:
        # 2011/12 2012 are two school years, 2012-134782 is a document's number
        return None if not first and second in "-/." and _YEAR.match(day + month) else Shape.UNSURE
    return Shape.UNSURE if "/" in gap and _YEAR.match(serial) else Shape.DIVIDED


def _verdict(candidate: Candidate, text: str) -> Verdict | None:
    if birth_date(candidate.digits) is None:
        return None
    before, after = text[max(0, candidate.start - _NEAR) : candidate.start], text[candidate.end : candidate.end + _NEAR]
    if candidate.shape is Shape.MASKED:
        return Verdict.REVIEW
    if _OTHER_LABEL.search(before) or (candidate.shape is Shape.PLAIN and _is_amount(before, after)):
        return Verdict.BLOCK if _STRONG_CUE.search(before) or _STRONG_CUE.search(after) else Verdict.REVIEW
    if _CUE.search(before) or _CUE.search(after):
        return Verdict.BLOCK
    if before[-1:].isalpha() or after[:1].isalpha():  # part of a longer name or hash
        return None if candidate.shape is Shape.PLAIN else Verdict.REVIEW
    if candidate.shape is Shape.PLAIN:
        confirmed = has_check_digit(candidate.digits) or candidate.digits.startswith("0101")
        return Verdict.BLOCK if confirmed else Verdict.REVIEW
    return Verdict.BLOCK if candidate.shape is Shape.DIVIDED else Verdict.REVIEW


def _is_amount(before: str, after: str) -> bool:
    return bool(_AMOUNT_BEFORE.search(before) or _AMOUNT_AFTER.match(after))


def _digit_table() -> bytes:
    """Maps the bytes of UTF-8 to ``0`` where they may belong to a digit of any script, to ``x`` for ASCII letters."""
    exotic = [*range(0xD0, 0xE2), *range(0xE3, 0x100), 0x81, 0x82, *range(0x91, 0x94), 0x9D, 0x9E, 0xB2, 0xB3, 0xB9]
    digits = {*range(ord("0"), ord("9") + 1), *exotic, 0xBC, 0xBD, 0xBE}
    return bytes(ord("0") if byte in digits else ord("x") for byte in range(256))


_TO_DIGITS = _digit_table()
_NEITHER = bytes(
    byte for byte in range(256) if _TO_DIGITS[byte] == ord("x") and not (byte < 0x80 and chr(byte).isalpha())
)
_TEN = b"0" * 10
_CODES = re.compile(r"&#?\w{1,8};|%[0-9A-Fa-f]{2}")


def _has_ten_digits(text: str) -> bool:
    # Bytes and not characters: three passes in C over any text, and nearly all texts need no more than this.
    return _TEN in text.encode("utf-8", "surrogatepass").translate(_TO_DIGITS, _NEITHER)


def _has_codes(text: str) -> bool:
    return ("&" in text or "%" in text) and _CODES.search(text) is not None


DETECTOR = Detector(
    kind="cpr",
    name="CPR number",
    mark=MARK,
    masked="••••••-••••",
    may_hold=may_hold,
    find=find,
)
