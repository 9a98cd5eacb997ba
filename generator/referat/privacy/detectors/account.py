"""Danish bank accounts: four digits of the branch, and six to ten of the account."""

import re
from collections.abc import Iterator

from referat.privacy.finding import Detector, Span, Verdict
from referat.privacy.glance import Glance
from referat.privacy.policy import Policy
from referat.vocabulary.identifiers import ACCOUNT, ACCOUNT_WORDS, BANKING, BRANCH

_NEAR = 40
"""How many characters around the digits tell what they are."""

_BETWEEN = r"[^\d\n]{0,30}"
_AFTER_BRANCH = re.compile(rf"[\s.:#-]{{0,6}}(\d{{4}})(?!\d){_BETWEEN}\n?{_BETWEEN}(?<!\d)(\d(?:[ .]?\d){{5,9}})(?!\d)")
_AFTER_ACCOUNT = re.compile(r"[\s.:#-]{0,6}(\d{4})[ -]{1,3}(\d(?:[ .]?\d){5,9})(?!\d)")

_WHOLE_WORDS = (re.compile(rb"konto(?: |nr|num)"), re.compile(rb" reg(?: |nr|num|istrerings)"))
"""Most texts have a ``kontor``; right after these the digits of an account may begin."""


def find(text: str) -> list[Span]:
    """All bank accounts in a folded text. An account without a word for its branch may be one of the budget."""
    return [*_after(BRANCH, _AFTER_BRANCH, text), *_after(ACCOUNT, _AFTER_ACCOUNT, text)]


def _after(word: re.Pattern[str], account: re.Pattern[str], text: str) -> Iterator[Span]:
    for said in word.finditer(text):
        digits = account.match(text, said.end())
        if digits is not None:
            verdict = Verdict.BLOCK if word is BRANCH else _verdict(text, said.start(), digits.end(2))
            yield Span(digits.start(1), digits.end(2), verdict)


def _verdict(text: str, start: int, end: int) -> Verdict:
    around = text[max(0, start - _NEAR) : end + _NEAR]
    return Verdict.BLOCK if BANKING.search(around) else Verdict.REVIEW


def may_hold(glance: Glance) -> bool:
    """Whether there are enough digits, in two rows, and a word for one of them."""
    return glance.has_digits(6) and glance.has_word(ACCOUNT_WORDS)


def may_find(glance: Glance) -> bool:
    """Whether there are enough digits, and a word for one of the rows that is no part of a longer one."""
    return glance.has_digits(6) and glance.may_have(_WHOLE_WORDS)


def _is_public(found: str, policy: Policy) -> bool:
    return "".join(filter(str.isdigit, found)) in policy.accounts


DETECTOR = Detector(
    kind="account",
    name="a bank account",
    mark="[kontonummer fjernet]",
    masked="•••• ••••••••••",
    may_hold=may_hold,
    may_find=may_find,
    find=find,
    is_public=_is_public,
)
