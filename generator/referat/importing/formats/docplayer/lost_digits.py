"""Counting the places where docplayer lost a number: they are told, and never filled in."""

import re

from referat.vocabulary.dates import MONTHS

_CAPITAL, _SMALL = "A-ZÆØÅ", "a-zæøå"
_SLOTS = re.compile(
    r"\b[Dd]en (?=[,.)])"
    rf"|\b\d{{1,2}}\. (?:{'|'.join(MONTHS)}) (?=[{_CAPITAL}])"
    rf"|\b[Kk]l\.? (?=[{_SMALL},;])"
    rf"|\b(?:[Ss]agsn(?:umme)?r|[Ss]agnr|[Jj]ournal ?nr|[Jj]\.nr|[Ll]okalplan nr)\.?:? (?=[{_CAPITAL}{_SMALL}(])"
    rf"|\b(?:perioden|fra|frem til|siden juni|budget|for) (?=[{_CAPITAL}][{_SMALL}]+ (?:er|har|forud|kan|skal|der)\b)"
    rf"|\b(?:i alt|maksimalt|medlemskab|ca\.?|på) (?=kr\b)"
    r"|\bKommuneplan (?=\()|\bkr\./år"
)


def count_lost_digits(text: str) -> int:
    """How many empty places there are in the text where a number must have stood."""
    return sum(1 for _ in _SLOTS.finditer(text))
