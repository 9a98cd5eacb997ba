"""Referrals: that someone had a case brought before another body (begærede sagen indbragt)."""

import re

from msgspec import Struct

from referat.vocabulary.bodies import COLLEGE
from referat.vocabulary.sentences import split_sentences
from referat.vocabulary.votes.who import members


class Referral(Struct, frozen=True, kw_only=True):
    """Who had the case brought before which body, in the words of the source."""

    by: str
    """Who: a group's letter or a person, as printed."""
    to: str
    """The body."""
    stated: str
    """The sentence, word for word."""


_REFERRAL = re.compile(
    r"^(?P<by>.{1,120}?) (?:begær|kræv|forlang)(?:ede|er|te|t) (?:sagen|punktet|den|det)(?: \w{2,12}){0,3}?"
    rf" (?:for|i|til) (?P<to>(?:\S{{1,30}} ){{0,4}}?\S{{0,40}}{COLLEGE})(?!\w)",
    re.IGNORECASE,
)
_SIGNS = ("begær", "kræv", "forlang")
"""Letters of which every referral has some, in any case."""
_LONGEST = 20_000


def referral_in(text: str) -> Referral | None:
    """Who had the case brought before which body: ``(V) begærede sagen i Kommunalbestyrelsen``.

    None where the one who did is neither a member nor a party.
    """
    looked_at = text[:_LONGEST]
    folded = looked_at.casefold()
    if not any(sign in folded for sign in _SIGNS):
        return None
    for sentence in split_sentences(looked_at):
        match = _REFERRAL.match(sentence)
        who = members(match["by"], strict=True) if match else ()
        if match and who:
            by = who[0] if len(who) == 1 else match["by"].strip()
            return Referral(by=by, to=match["to"].strip(), stated=sentence)
    return None
