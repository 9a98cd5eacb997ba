"""Mail addresses of private persons. Those of authorities are public, those of firms and clubs a matter of judgement.

Since 2022 Datatilsynet's practice is that private persons' addresses and phone numbers do not belong in what a
municipality publishes of its cases (*Ny praksis*, July 2021).
"""

import re

from referat.privacy.finding import Detector, Span, Verdict
from referat.privacy.glance import Glance
from referat.privacy.policy import Policy
from referat.vocabulary.identifiers import OFFICES
from referat.vocabulary.mail_domains import Owner, owner_of, with_parents

_LONGEST = 66
"""Characters before the @, at most: RFC 5321, 4.5.3.1.1, and a blank on either side."""

_AT = re.compile(r"@|[(\[{][ ]?(?:at|snabel-?a|alfa)[ ]?[)\]}]", re.IGNORECASE)
_LOCAL = re.compile(r"(\s?)([\w+%'-](?:[\w.+%'-]{0,62}[\w+%'-])?)(?![\w.+%'-])")
"""Read backwards from the @, so that its beginning is where the search ends."""
_DOMAIN = re.compile(r"(\s?)((?:\w(?:[\w-]{0,61}\w)?\.){1,5}[^\W\d_]{2,24})(?![\w-])")
_SIGNS = ("@", "＠", "﹫")
_WORDS = (b" at ", b" alfa ", b" snabel")
_IN_BRACKETS = re.compile(r"[(\[{\x80-\U0010ffff][^0-9A-Za-z]{0,8}(?i:at|alfa|snabel)")
"""One of the words as it stands for the sign."""
_BRACKETED = re.compile(rb"\( ?(?:at|alfa|snabel ?a) ?\)")
"""The same, folded."""

_LOCAL_END = r"""[^\s/{(\[<>"@.,;:]"""
_AFTER_LOCAL = re.compile(rf"@(?:(?<={_LOCAL_END}@)|(?<={_LOCAL_END}\s@))")
"""Not the name of a program's own, ``/2024-05-14/@strandby.example``, or the beginning of an entry, ``@misc{``."""


def find(text: str) -> list[Span]:
    """All mail addresses in a folded text that are not an authority's."""
    spans = []
    for sign in _AT.finditer(text):
        local = _LOCAL.match(text[max(0, sign.start() - _LONGEST) : sign.start()][::-1])
        domain = _DOMAIN.match(text, sign.end())
        if local is None or domain is None or not _belongs(local[1], domain[1]):
            continue
        verdict = _verdict(local[2][::-1].lower(), domain[2].lower())
        if verdict is not None:
            spans.append(Span(sign.start() - local.end(), domain.end(), verdict))
    return spans


def _belongs(before: str, after: str) -> bool:
    """Whether blanks around the sign are those of a broken line or of a spelling that hides the address."""
    return before == after or "\n" in before + after


def _verdict(local: str, domain: str) -> Verdict | None:
    owner = owner_of(domain)
    if owner is Owner.AUTHORITY:
        return None
    return Verdict.REVIEW if owner is Owner.UNKNOWN and local in OFFICES else Verdict.REMOVE


def may_hold(glance: Glance) -> bool:
    """Whether there is a sign that an address has."""
    return glance.has_any(_SIGNS) or (glance.has_word(_WORDS) and glance.matches(_IN_BRACKETS))


def may_find(glance: Glance) -> bool:
    """Whether there is a sign with something before it, or one of the words in brackets."""
    return (glance.has_any(_SIGNS) and glance.may_match(_AFTER_LOCAL)) or glance.may_bracket(_BRACKETED)


def _is_public(found: str, policy: Policy) -> bool:
    address = "".join(_AT.sub("@", found, count=1).split()).lower()
    domain = address.rpartition("@")[2]
    return address in policy.domains or not policy.domains.isdisjoint(with_parents(domain))


DETECTOR = Detector(
    kind="email",
    name="a private mail address",
    mark="[e-mailadresse fjernet]",
    masked="•••@•••",
    may_hold=may_hold,
    may_find=may_find,
    find=find,
    is_public=_is_public,
)
