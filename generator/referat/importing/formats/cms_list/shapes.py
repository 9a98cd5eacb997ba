"""How the pages of content management systems print the beginning of an item: one row a shape."""

import re

from msgspec import Struct

from referat.importing.cues import Cue


class Shape(Struct, frozen=True, kw_only=True):
    """One way to begin an item."""

    name: str
    head: re.Pattern[str]
    """The whole line that begins an item: its ``number``, and the ``title`` that follows."""
    title_above: bool = False
    """Whether the title stands on the line above, and what follows the number is no title."""
    particular: bool = False
    """Whether lines of prose hardly ever look like this: then the line alone says that it begins an item."""
    cues: tuple[Cue, ...] = ()
    """What else on the page speaks for it."""


def _line(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"[#*\s]*{pattern}[*\s]*")


def _cue(pattern: str, weight: float) -> Cue:
    """A line that is this, whatever marks and spaces stand around it. Bounded, for a line may be of any length."""
    bounded = pattern.replace(".*", ".{0,200}")
    return Cue(re.compile(rf"^[^\w\n]{{0,20}}(?:{bounded})[^\w\n]{{0,20}}$", re.IGNORECASE | re.MULTILINE), weight)


_NUMBER = r"(?P<number>\d{1,4}[a-z]?)"
_TITLE = r"(?P<title>[^\s.,:;)].*?)"

_DATE = r"\d{1,2}\.? \w+\.? \d{4}"
_PAGE = (
    _cue(r"til toppen", 0.15),
    _cue(r".*\bcookies?\b.*", 0.05),
    _cue(r"mødefakta", 0.25),
    _cue(r"udskriv", 0.1),
    _cue(r"indholdsfortegnelse", 0.05),
    _cue(r"deltagere", 0.05),
    _cue(rf"referat(?:er)?(?: af møde i .*| - .* den {_DATE}| \({_DATE})?|.* - referat", 0.1),
    _cue(r"sagsforløb: .*|sagstema", 0.1),
    _cue(r"retsgrundlag|høring og sagsgang", 0.05),
    _cue(_DATE, 0.05),
    _cue(r"mødetid", 0.05),
    _cue(r"sagsbehandler: .*|præsentation", 0.1),
    _cue(r"(?:åbne|lukkede) (?:sager|punkter)", 0.1),
    _cue(r"få siden oplæst", 0.1),
)
_SYSTEM = (_cue(r"(?:dagsorden|referat) publiceret", 0.2), _cue(r".*application/pdf icon.*", 0.15))
_LIST = (
    *_SYSTEM,
    _cue(r"you are here", 0.1),
    _cue(r"show video", 0.1),
    _cue(r".*\(lukket", 0.05),
    _cue(r"dato|dato: .*|mødedetaljer|referat|dagsorden", 0.1),
)

SHAPES = (
    Shape(
        name="a list whose every item is numbered: • 12. Budget, • Pkt. 12 Budget",
        head=_line(rf"[•·-]\s*(?=\d+[a-z]?\.|P)(?:(?i:Pkt\.?|Punkt)\s*)?{_NUMBER}[.:]?\s+{_TITLE}"),
        particular=True,
        cues=_LIST,
    ),
    Shape(
        name="the word and the number: Punkt 12 Budget",
        head=_line(rf"(?i:Punkt|Pkt\.?)\s*{_NUMBER}[.:]?\s+{_TITLE}"),
        particular=True,
        cues=_LIST,
    ),
    Shape(
        name="number and dash: Nr. 12 - Budget",
        head=_line(rf"Nr\.?\s?{_NUMBER}\s+[-–]\s+{_TITLE}"),
        particular=True,
        cues=(
            *(_cue(r"medlemmer", 0.1), _cue(r"afbud", 0.1), _cue(r"beslutningstema", 0.1)),
            *(_cue(r"beslutning i .* \d{4}", 0.1), _cue(r"sagsnr.*", 0.05)),
        ),
    ),
    Shape(
        name="number and colon: 12: Budget",
        head=_line(rf"{_NUMBER}\s?:\s+{_TITLE}"),
        cues=(
            _cue(r"kopier link til punktet.*", 0.3),
            _cue(r"(?:bilag|beslutning|sagsfremstilling|indstilling)(?-i:[A-ZÆØÅ]).*", 0.2),
            _cue(r"sagsnr", 0.15),
            _cue(r"referat: \d.*", 0.15),
        ),
    ),
    Shape(
        name="the number below the title: Budget / Sag nr. 12",
        head=_line(rf"(?i:Sag|Punkt) nr\.? ?{_NUMBER}\b(?P<title>(?:\s*\([^()]*\))?)"),
        title_above=True,
        particular=True,
        cues=(_cue(r"sager \d.*- ?\d.*", 0.2), _cue(r"sagens kerne", 0.15), _cue(r"fold alle ud", 0.1)),
    ),
    Shape(
        name="the number glued to the title: 12Budget",
        head=_line(rf"{_NUMBER.replace('[a-z]?', '')}(?P<title>[A-ZÆØÅ][a-zæøå]*\b.*?)"),
        cues=(_cue(r"fold alle (?:punkter|ud)", 0.2), _cue(r"referat", 0.1), _cue(rf".*\bmøde\b.* den {_DATE}", 0.1)),
    ),
    Shape(
        name="a table of number and title: Punkt Titel / 12 Budget",
        head=_line(rf"{_NUMBER}\s{{1,6}}(?P<title>[A-ZÆØÅ].*?)"),
        cues=(
            _cue(r"punkt titel", 0.25),
            _cue(r"titel udvalg funktioner", 0.2),
            _cue(r"bilag funktioner.*", 0.1),
            _cue(r"møde lokation", 0.15),
        ),
    ),
    Shape(
        name="number and full stop: 12. Budget", head=_line(rf"{_NUMBER}\.\s{{1,8}}{_TITLE}"), cues=(*_PAGE, *_SYSTEM)
    ),
)
