"""The words that the business of a council or committee is told in, whatever the matter."""

import re

_WORDS = re.compile(
    r"(?<!\w)(?:udvalg|byråd|kommunalbestyrelse|borgerrepræsentation|regionsråd|forvaltning|administration|borgmester"
    r"|dagsorden|indstill(?=ing|e)|orientering(?=ssag|$|en|\W)|beslutningssag|formand|medlemsforslag|suppleant"
    r"|stedfortræder|inhabil|foretræde|mødeleder|referent)",
    re.IGNORECASE,
)


def count_council_words(text: str) -> int:
    """How many different ones the text has."""
    return len({word.casefold() for word in _WORDS.findall(text)})
