"""What a decision says of the case's next step: who gets it, and until when it waits."""

import re

from referat.vocabulary import dates
from referat.vocabulary.body_mentions import find_body
from referat.vocabulary.sentences import split_sentences

_SENDING = re.compile(
    r"(?<!\w)(?i:anbefal(?:er|es|et|ede)|indstill(?:er|es|et|ede)|oversend\w{1,4}|videresend\w{1,4}|tilbagesend\w{1,4}"
    r"|hjemvi\w{1,4}|henvi(?:ses|st|ste)|fremsend\w{1,4}|send(?:t|es|er|te)|overgår)(?!\w)"
    r"[^.;:]{0,80}?(?<!\w)(?:over ?for|til)(?: (?:endelig )?(?:behandling|godkendelse|beslutning|orientering) i)?"
    r" (?=(?P<body>[A-ZÆØÅ].{0,80}))"
)
_WAITING = re.compile(
    r"(?<!\w)(?:uds(?:at|ættes|ætter|atte)|udsk(?:udt|ydes|yder)|genoptages|tages op igen|behandles igen)(?!\w)"
    r"(?:[^.;]{0,60}?)(?<!\w)(?P<until>(?:til|på(?! grund)|i) (?P<when>(?:[^.,;]|(?<=\d)\.(?= )){3,70}))",
    re.IGNORECASE,
)
_A_TIME = re.compile(
    rf"møde|{dates.PATTERN}|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    r"|kvartal|sommer|efterår|forår|\b20\d\d\b",
    re.IGNORECASE,
)
_LONGEST = 20_000


def sent_to(text: str) -> str | None:
    """The body that a decision sends the case to, as it is named: ``Anbefales over for Byrådet``.

    The first, where several are named: ``over for Økonomiudvalget og Byrådet``.
    """
    for sentence in split_sentences(text[:_LONGEST]):
        match = _SENDING.search(sentence)
        named = find_body(match["body"]) if match else None
        if named is not None and named.start == 0:
            return named.name
    return None


def waits_until(text: str) -> str | None:
    """Until when a decision postpones the case, in its own words: ``til mødet den 4. juni 2024``, ``til december``."""
    for sentence in split_sentences(text[:_LONGEST]):
        match = _WAITING.search(sentence)
        if match and _A_TIME.search(match["when"]):
            return match["until"].strip()
    return None
