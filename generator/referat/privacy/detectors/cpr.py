"""CPR numbers. They must never be published: databeskyttelsesloven § 11, stk. 3."""

import re

from referat.privacy.cpr.spelling import candidates
from referat.privacy.cpr.verdict import verdict_on
from referat.privacy.finding import Detector, Span
from referat.privacy.glance import Glance

_LETTERS = ("xxxx", "XXXX")
_BULLET = ("•",)
_BULLETS = ("••••",)

_DATE = re.compile(rb"""20(?:(?<="20)|(?<=[A-Za-z][,/]20))\d\d-(?:0[1-9]|1[0-2])-[0-3]\d(?=[",]|/[,"#A-Za-z])""")
"""2010-05-14 in a table or an address: 20 may be a day and 10 a month, and a time or a count follows. No CPR number can
begin before it and end in it or behind it, for none has a letter or a quote in it; and none begins in it, for its last
four figures would have to follow right after the date's own (`candidates`).
"""
_BORN = re.compile(rb"(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{6}")


def find(text: str) -> list[Span]:
    """All CPR numbers in a folded text, each with its verdict."""
    found = ((candidate, verdict_on(candidate, text)) for candidate in candidates(text))
    return [Span(candidate.start, candidate.end, verdict) for candidate, verdict in found if verdict is not None]


def may_hold(glance: Glance) -> bool:
    """Whether there are ten digits without a letter between them, or a number that is covered half."""
    return glance.has_digits(10) or (glance.has_digits(6) and glance.has_any(_LETTERS + _BULLETS))


def may_find(glance: Glance) -> bool:
    """The same, where the ten digits begin with a day and a month, or the cover comes right after the digits."""
    if glance.has_digits(10) and glance.may_have_figures(_BORN, _DATE):
        return True
    if not glance.has_digits(6):
        return False
    # One bullet is found missing in a tenth of the time that four take.
    return (glance.has_any(_BULLET) and glance.has_any(_BULLETS)) or (
        glance.has_any(_LETTERS) and glance.may_have_row(b"000000xxxx")
    )


DETECTOR = Detector(
    kind="cpr",
    name="a CPR number",
    mark="[CPR-nummer fjernet]",
    masked="••••••-••••",
    may_hold=may_hold,
    may_find=may_find,
    find=find,
)
