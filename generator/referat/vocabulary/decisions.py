"""The heads under which a decision stands: which body's it is, and of which meeting.

A text is asked line by line: a bare ``Beslutning`` says nothing of the line below it.
"""

import datetime as dt
import re

from msgspec import Struct

from referat.vocabulary import bodies, dates


class DecisionHead(Struct, frozen=True, kw_only=True):
    """What the head of a decision tells. Without body and date it is the meeting's own.

    A date without a body is told by those who met on several days: that day's decision of the same body.
    """

    body: str | None = None
    date: dt.date | None = None
    item_number: str | None = None
    """The item's number at that meeting (``pkt. 65``)."""
    rest: str = ""
    """What follows the head on its line: the decision's first words."""


_DATE = rf"(?P<date>{dates.PATTERN})"
_WHEN = rf",? (?:den |d\. )?{_DATE}"
_REST = r"(?:[: .]|$)(?P<rest>.*)$"
_NUMBER = r"(?:,? ?(?:punkt|pkt\.?|sag nr\.?) ?(?P<number>\d{1,4}))?"
_PERIOD = r"(?: (?:19|20)\d\d ?[-–] ?(?:19|20)\d\d)?"
_WORD = r"(?:beslutning(?:er)?|vedtagelse)"
_HEADED = re.compile(
    rf"^{_WORD}:? (?!om |af |at |til |ved|den |d\. )(?:i |fra |på )?"
    rf"(?P<body>[^\d:.]{{3,90}}?{_PERIOD}){_WHEN}{_NUMBER}{_REST}",
    re.IGNORECASE,
)
_DATED = re.compile(rf"^{_WORD}(?: den| d\.)? {_DATE}{_NUMBER}(?:[ .]*|:(?P<rest>.*))$", re.IGNORECASE)
_BODY_FIRST = re.compile(
    rf"^(?P<body>[A-ZÆØÅ][^\d:.]{{3,60}}?{_PERIOD}){_WHEN},? ?(?:punkt|pkt\.?|sag nr\.?) ?(?P<number>\d{{1,4}}){_REST}",
    re.IGNORECASE,
)
_GENITIVE = re.compile(
    rf"^(?P<body>[A-ZÆØÅ][^\d:.]{{3,60}}?)s beslutning (?:i mødet )?den {_DATE}{_NUMBER}{_REST}",
    re.IGNORECASE,
)
_INLINE = re.compile(
    rf"(?P<body>[A-ZÆØÅ][^\d:.;]{{0,60}}?{bodies.COLLEGE}),? den {_DATE}{_NUMBER}:(?P<rest>.*)$", re.IGNORECASE
)
_BODY_DATE = re.compile(
    rf"^(?P<body>(?-i:[A-ZÆØÅ])[^\d:.;,]{{0,60}}?{bodies.COLLEGE}), {_DATE}:? (?!kl\b)(?P<rest>(?-i:[A-ZÆØÅ]).*)$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"^Beslutning (?P<rest>(?:(?:Tilbagesend|Godkend|Vedtag|Tiltråd|Tiltræd|Anbefal|Forkast|Afvis|Drøft|Oversend)"
    r"(?:t|et|es|te|tes|ede|edes)|Udsat|Udskudt|Udgår|Udgået|Taget til|Til efterretning)\b.*)$"
)
"""The decision's first words on the line of the heading, without a mark between: they must be those of a decision."""
_COURSE = re.compile(rf"^{_DATE} (?P<body>[A-ZÆØÅ][^\d:.;]{{0,60}}?{bodies.COLLEGE})$", re.IGNORECASE)
_LABELLED = re.compile(
    rf"^{_WORD}:? ?$|^{_WORD}: (?P<rest>\S.*)$|^(?-i:Beslutning(?P<glued>[A-ZÆØÅ][a-zæøå].*))$", re.IGNORECASE
)
_LONGEST = 400
"""A head is looked for in this many characters of a line."""


def decision_head(line: str) -> DecisionHead | None:
    """What the line says if it is the head of a decision; None for any other line.

    ``BESLUTNING``, ``Beslutning: Vedtaget``, ``Beslutning i Byrådet den 26-01-2015``, ``Økonomiudvalget, 3. maj 2021,
    pkt. 65:``, ``Byrådets beslutning i mødet den …``, ``Teknikudvalget den 17. januar 2012: Anbefalet.`` are heads;
    ``Beslutning om vinterdrift`` and ``Beslutningstema`` are not.
    """
    start, rest_of_line = line[:_LONGEST], line[_LONGEST:]
    bare = re.sub(r"[ \t\u00a0]{1,400}", " ", start.replace("**", "")).lstrip(" #*_•-")
    bare = bare if rest_of_line else bare.rstrip(" #*_•-")
    for pattern in (_HEADED, _DATED, _BODY_FIRST, _GENITIVE, _INLINE, _BODY_DATE, _COURSE):
        match = pattern.match(bare)
        head = _named(match, rest_of_line) if match else None
        if head:
            return head
    passive = _PASSIVE.match(bare)
    if passive:
        return DecisionHead(rest=(passive["rest"] + rest_of_line).strip())
    match = _LABELLED.match(bare)
    if match:
        return DecisionHead(rest=((match["rest"] or match["glued"] or "") + rest_of_line).strip())
    return None


def _named(match: re.Match[str], rest_of_line: str) -> DecisionHead | None:
    date = dates.parse_date(match["date"])
    if date is None:
        return None
    told = match.groupdict()
    return DecisionHead(
        body=bodies.tidy(told["body"].strip(" ,:-–")) if "body" in told else None,
        date=date,
        item_number=told.get("number"),
        rest=((told.get("rest") or "") + rest_of_line).strip(" :*"),
    )


def is_own(head: DecisionHead, body: str, date: dt.date) -> bool:
    """Whether the head tells of the meeting's own decision: no name and no date, or the meeting's."""
    if head.body is None:
        return head.date in (None, date)
    return head.date == date and bodies.is_same(head.body, body)
