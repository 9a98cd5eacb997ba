"""Phone numbers, where a word beside them tells that they are some: eight digits alone are as often something else.

Danish numbers have eight digits and begin with 2 to 9 (the numbering plan of Energistyrelsen).
"""

import re

from referat.privacy.finding import Detector, Span, Verdict
from referat.privacy.glance import Glance
from referat.privacy.policy import Policy, plain_phone
from referat.vocabulary.identifiers import AMOUNT_AFTER, NO_PHONE, PHONE_AFTER, PHONE_BEFORE, PHONE_SIGNS, PHONE_WORDS

_NEAR = 40
"""How many characters before a number may hold the word."""

_DANISH = (
    r"[2-9]\d(?:(?P<gap>[ .-])\d\d(?P=gap)\d\d(?P=gap)\d\d|[ .-]?\d{6}|\d{2}[ .-]\d{4}|\d[ .-]\d\d[ .-]\d{3}"
    r"|[ ]\d{3}[ ]\d{3})"
)
_NUMBER = re.compile(rf"(?<![\d.,])(?<!\d/)(?:(?P<code>(?:\+|00)45)[ .-]?(?:\(0\)[ ]?)?)?{_DANISH}(?![\d/]|[.,-]\d)")
_ABROAD = re.compile(r"(?<![\w+])(?:\+|00)(?!45)[1-9]\d{0,2}(?:[ .-]?\d{2,4}){2,5}(?!\d)")
_END = re.compile(r"\n\s*\n|\|[ ]*\n")
"""The end of a paragraph, or of a row of a table: a word before it is about something else."""

_SIGNS = tuple(sign.decode() for sign in PHONE_SIGNS)
_PLUS = re.compile(r"""\+(?![A-Za-z0\s.,;:)"/])""")
"""A plus that may stand before a country's code, and is no part of ``atom+xml`` or of a time zone, ``+0100``."""

_GOES_ON = rb"""(?=[A-Za-z/",:})\n]|-[A-Za-z]|[. ]{1,2}[A-Za-z])"""
_DATES = (
    re.compile(rb"""20(?:(?<![^A-Za-z/"=:,{\n]20)|(?<=[A-Za-z]-20))\d\d-[01]\d-[0-3]\d""" + _GOES_ON),
    re.compile(rb"""\.20(?<=[A-Za-z,:\n][ \n]\d\d\.\d\d\.20)\d\d""" + _GOES_ON),
)
"""2024-05-14 in an address or a table, and the year of 14.05.2024. No phone number begins or ends in a date with these
around it.
"""
_CODE = re.compile(rb"0045[0-9]{8}")
_FROM_ABROAD = re.compile(r"00(?<![A-Za-z0-9]00)[1-9¹²³]")
"""Before the few digits of a number in a small country."""


def find(text: str) -> list[Span]:
    """All phone numbers in a folded text."""
    spans = [span for match in _NUMBER.finditer(text) if (span := _span(match, text)) is not None]
    return spans + [
        Span(*match.span(), Verdict.REMOVE)
        for match in _ABROAD.finditer(text)
        if match[0].startswith("+") or _is_told(match, text)
    ]


def _span(match: re.Match[str], text: str) -> Span | None:
    if match["code"] or _is_told(match, text):
        return Span(*match.span(), Verdict.REMOVE)
    return None


def _is_told(match: re.Match[str], text: str) -> bool:
    before = _END.split(text[max(0, match.start() - _NEAR) : match.start()])[-1]
    words = list(PHONE_BEFORE.finditer(before))
    if NO_PHONE.search(before) or AMOUNT_AFTER.match(text, match.end()):
        return bool(words) and words[-1].end() > len(before) - 4
    return bool(words) or PHONE_AFTER.match(text[match.end() : match.end() + 20]) is not None


def may_hold(glance: Glance) -> bool:
    """Whether there are eight digits without a letter between them, and a word for a phone."""
    return glance.has_digits(8) and (glance.has_any(_SIGNS) or glance.has_word(PHONE_WORDS))


def may_find(glance: Glance) -> bool:
    """Whether there is a plus or another country's code, or eight digits and a whole word for a phone."""
    return (
        glance.matches(_PLUS)
        or (glance.has_digits(12) and glance.may_have_figures(_CODE))
        or (
            glance.has_digits(7)
            and (glance.may_have_digits_beside(_DATES, 8) or glance.may_match(_FROM_ABROAD))
            and glance.may_say(PHONE_WORDS, PHONE_BEFORE)
        )
    )


def _is_public(found: str, policy: Policy) -> bool:
    return plain_phone(found) in policy.phones


DETECTOR = Detector(
    kind="phone",
    name="a phone number",
    mark="[telefonnummer fjernet]",
    masked="•• •• •• ••",
    may_hold=may_hold,
    may_find=may_find,
    find=find,
    is_public=_is_public,
)
