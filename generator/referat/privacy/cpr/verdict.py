"""What becomes of a candidate: blocked, looked at by a person, or no CPR number at all."""

import re

from referat.privacy.cpr.number import birth_date, is_supported
from referat.privacy.cpr.spelling import Candidate, Shape
from referat.privacy.finding import Verdict
from referat.vocabulary.identifiers import AMOUNT_AFTER, AMOUNT_BEFORE, CPR, OTHER_NUMBER, SURELY_CPR

NEAR = 40
"""How many characters around a number tell what it is."""

_GUID = re.compile(r"(?<![0-9A-Za-z])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9A-Za-z])", re.IGNORECASE)
_LETTERS_BEFORE = re.compile(r"[^\W\d_]{1,12}$")
_HEX = re.compile(r"[0-9a-f]{0,64}", re.IGNORECASE)
_LONGEST = 64
"""Characters of the longest name that a program gives, so far as it matters."""
_HASH = 12
"""Hexadecimal digits from which on a row of them is a name that a program gave."""
_REFERENCE = 3
"""Capitals before a number, at most: ``A150365-1234`` is the name of a thing."""


def verdict_on(candidate: Candidate, text: str) -> Verdict | None:
    """What becomes of the candidate in its folded text. None: it is no CPR number."""
    born = birth_date(candidate.digits)
    if born is None:
        return None
    if candidate.shape is Shape.MASKED:
        return Verdict.REVIEW
    before, after = text[max(0, candidate.start - NEAR) : candidate.start], text[candidate.end : candidate.end + NEAR]
    if _is_of_program(candidate, text):
        return None
    undivided = "-" not in text[candidate.start : candidate.end]
    if OTHER_NUMBER.search(before) or (undivided and _is_amount(before, after)):
        return _unless_sure(candidate, before, after)
    if CPR.search(before) or CPR.search(after):
        return Verdict.BLOCK
    if candidate.shape is Shape.GROUPED:
        return None
    if candidate.year is not None and candidate.year != born.year:
        return Verdict.REVIEW
    if before[-1:].isalpha() or after[:1].isalpha():
        return _glued(candidate, before)
    return _by_shape(candidate)


def _by_shape(candidate: Candidate) -> Verdict:
    if candidate.shape is Shape.DIVIDED:
        return Verdict.BLOCK
    return Verdict.BLOCK if candidate.shape is Shape.PLAIN and is_supported(candidate.digits) else Verdict.REVIEW


def _unless_sure(candidate: Candidate, before: str, after: str) -> Verdict | None:
    """Something else is said to be the number's meaning: that counts unless the words say CPR as well."""
    if SURELY_CPR.search(before) or SURELY_CPR.search(after):
        return Verdict.BLOCK
    return None if candidate.shape is Shape.GROUPED else Verdict.REVIEW


def _glued(candidate: Candidate, before: str) -> Verdict:
    """A number that touches letters. Extracted text often runs words together; only a short row of capitals before it
    looks like the name of a thing.
    """
    if candidate.shape is not Shape.DIVIDED:
        return Verdict.REVIEW
    letters = _LETTERS_BEFORE.search(before)
    is_reference = letters is not None and len(letters[0]) <= _REFERENCE and letters[0].isupper()
    return Verdict.REVIEW if is_reference else Verdict.BLOCK


def _is_amount(before: str, after: str) -> bool:
    return bool(AMOUNT_BEFORE.search(before) or AMOUNT_AFTER.match(after))


def _is_of_program(candidate: Candidate, text: str) -> bool:
    """Whether the digits are part of a hash or a GUID."""
    start, end = candidate.start, candidate.end
    if not (_goes_on(text[start - 1 : start]) or _goes_on(text[end : end + 1])):
        return False
    offset = max(0, start - _LONGEST)
    guids = _GUID.finditer(text, offset, end + _LONGEST)
    if any(guid.start() <= start and end <= guid.end() for guid in guids):
        return True
    before, after = _HEX.match(text[offset:start][::-1]), _HEX.match(text[end : end + _LONGEST])
    length = end - start + sum(len(match[0]) for match in (before, after) if match)
    return candidate.shape is Shape.PLAIN and length >= _HASH


def _goes_on(char: str) -> bool:
    return char.isalnum() or char == "-"
