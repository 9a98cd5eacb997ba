"""International bank account numbers (ISO 13616): two letters, two check digits, and the account."""

import re

from referat.privacy.finding import Detector, Span, Verdict
from referat.privacy.glance import Glance
from referat.privacy.policy import Policy, plain_account

_DANISH = re.compile(r"(?<![A-Za-z0-9])[Dd][Kk][ ]?\d\d(?:[ ]?\d{4}){3}[ ]?\d\d(?![A-Za-z0-9])")
_ANY = re.compile(
    r"(?<![A-Za-z0-9])[A-Z]{2}[ ]?\d\d(?:[ ]?[A-Z]{4})?(?:[ ]?\d){10,26}(?:[ ]?[A-Z0-9]){0,4}(?![A-Za-z0-9])"
)
"""Other countries' with at least ten digits in a row. Their lengths differ, and the check digits tell."""

_COUNTRY = b"xx" + 12 * b"0"
_COUNTRY_AND_BANK = b"xx00xxxx" + 10 * b"0"
_BEGINNING = re.compile(r"[A-Zd][A-Zk]\s?[0-9¹²³]{2}")


def find(text: str) -> list[Span]:
    """All account numbers in a folded text. A Danish one whose check digits are wrong is looked at by a person."""
    danish = [
        Span(*match.span(), Verdict.BLOCK if is_valid(match[0]) else Verdict.REVIEW) for match in _DANISH.finditer(text)
    ]
    known = {span.start for span in danish}
    others = (match for match in _ANY.finditer(text) if match.start() not in known and is_valid(match[0]))
    return danish + [Span(*match.span(), Verdict.BLOCK) for match in others]


def is_valid(number: str) -> bool:
    """Whether the check digits are right: the number, its first four characters moved to the end and letters counted
    from A = 10, leaves 1 when divided by 97 (ISO 7064, MOD 97-10).
    """
    plain = plain_account(number)
    return int("".join(str(int(char, 36)) for char in plain[4:] + plain[:4])) % 97 == 1


def may_hold(glance: Glance) -> bool:
    """Whether there are ten digits without a letter between them."""
    return glance.has_digits(10)


def may_find(glance: Glance) -> bool:
    """Whether they may come after two letters and two digits, and in some countries four letters."""
    if not glance.has_digits(10) or not (glance.may_have_row(_COUNTRY) or glance.may_have_row(_COUNTRY_AND_BANK)):
        return False
    return glance.may_match(_BEGINNING)


def _is_public(found: str, policy: Policy) -> bool:
    return plain_account(found) in policy.accounts


DETECTOR = Detector(
    kind="iban",
    name="a bank account (IBAN)",
    mark="[kontonummer fjernet]",
    masked="•••• •••• •••• ••••",
    may_hold=may_hold,
    may_find=may_find,
    find=find,
    is_public=_is_public,
)
