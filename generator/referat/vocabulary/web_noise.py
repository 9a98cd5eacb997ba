"""Lines that belong to the web page around minutes: consent texts, ways around the page, buttons, notices.

Each is a whole line with nothing else on it: a sentence that speaks of cookies or of printing is no such line.
"""

import re

_MARKS = " \t\N{NO-BREAK SPACE}*#•·|-–"
_LONGEST = 400
"""A longer line is text, whatever it begins with."""

_WORDINGS = {
    "web-consent": (
        r"(?:vi|dette site|denne (?:hjemme)?side|vores (?:hjemme)?side) (?:bruger|anvender) (?:også )?cookies\b.*",
        r"ved at (?:bruge|benytte) (?:sitet|siden|hjemmesiden)\b.*\bcookies?\b.*",
        r"(?:accept[eé]r|tillad|afvis|afslå|godkend)(?: (?:ikke|alle|kun|nødvendige|statistik))* cookies",
        r"(?:nej tak|ja tak) til cookies|kun nødvendige(?: cookies)?|tillad (?:alle|valgte|udvalgte)",
        r"(?:se|læs(?: mere om)?) vores .?(?:cookie|privatlivs)[- ]?politik.?\.?",
        r"cookie-?(?:politik|deklaration|indstillinger)",
    ),
    "web-navigation": (
        r"(?:skip|spring|gå)(?: direkte)? til (?:hoved)? ?(?:indhold|navigation|menu|søgning|bund)(?:et|en)?",
        r"skip navigation(?:en)?|skip to (?:main )?content",
        r"(?:gå )?til (?:side(?:ns|n)? )?top(?:pen)?(?: af siden)?|til indholdsfortegnelse(?:n)?",
        r"tilbage(?: til (?:oversigt(?:en)?|listen|forsiden|toppen|søgeresultat(?:et)?))?",
        r"you are here:?|du er her:?|hjem|forrige|næste|sbsys dagsorden preview",
        r"(?:(?:åbn|luk|vis|skjul) )?(?:hoved)?menu(?:en)?|åbn|luk|vis|skjul",
        r"vælg dit udvalg herunder:?|klik her for at (?:se|folde|læse|åbne|lukke|hente|vise)\b.{0,200}",
    ),
    "web-button": (
        r"udskriv(?: (?:siden|punkt(?:et)?|hele dagsord(?:e)?nen|hele referatet|dagsorden|referat))?",
        r"print(?: ?venlig version)?|kopi[eé]r link(?: til (?:punktet|punkt|siden))?(?: - print)?",
        r"del (?:siden|punktet|på (?:facebook|linkedin|x|twitter))|vis (?:mere|mindre)",
        r"fold (?:alle?|alt)(?: (?:punkter|sager))?(?: (?:ud|ind|sammen))?|(?:vis|luk|åbn) alle(?: punkter)?",
        r"hent(?: (?:som|hele))? (?:fil|pdf|referatet|dagsordenen)(?: som pdf)?:?",
        r"download(?: (?:som )?pdf)?|gem som pdf|abonn[eé]r(?: på .{0,60})?|rss-feed til .{0,60}",
        r"(?:rss(?:-feed)?|tip en ven)(?: ?\| ?(?:rss|tip en ven|print))*",
        r"søg|søgning|få siden (?:læst op|oplæst)|læs op|lyt(?: til (?:siden|teksten))?|(?:show|se) video",
    ),
    "web-notice": (
        r"tryk '?ctrl ?\+? ?f'?\b.{0,200}|you can use google to translate this website\b.*",
        r"titel udvalg funktioner|punkt titel|background image|(?:[\w.-]+ ){1,4}kommunes? logo(?:.til forsiden)?",
        r"(?:corona|covid-?19)(?:virus)?(?: info)? ?>+",
        r"(?:application/pdf icon ?)+|pdf-?ikon|ekstern(?:t)? link|åbner i (?:et )?nyt (?:vindue|faneblad)",
    ),
}
CONSENT = "web-consent"
"""The rule for texts that ask for consent."""

_RULES = {
    rule: re.compile("|".join(f"(?:{wording})" for wording in wordings), re.IGNORECASE)
    for rule, wordings in _WORDINGS.items()
}

_PAGE_MARK = re.compile(
    r"[-–|\s]*(?:side:?\s*\d{1,4}\s*(?:af|/|of|ud af)\s*\d{1,4}|(?:page )?\d{1,4} of \d{1,4})[-–|\s]*",
    re.IGNORECASE,
)
_BARE_PAGE_MARK = re.compile(r"[-–\s]*side:?\s*(\d{1,4})[-–\s.]*|[-–]\s*(\d{1,4})\s*[-–]|(\d{1,4})", re.IGNORECASE)


def noise_rule(line: str) -> str | None:
    """The name of the rule by which the line, as a whole, belongs to the web page and not to the minutes."""
    text = " ".join(line.strip(_MARKS).split())
    if not text or len(text) > _LONGEST:
        return None
    return next((rule for rule, pattern in _RULES.items() if pattern.fullmatch(text)), None)


def is_page_mark(line: str) -> bool:
    """Whether the line only tells which page of how many it stands on: ``Side 3 af 14``."""
    return _PAGE_MARK.fullmatch(line.strip()) is not None


def page_number(line: str) -> int | None:
    """The number on a line that could be a page's number: ``Side 3``, ``- 3 -``, ``3``. Only its place can tell."""
    match = _BARE_PAGE_MARK.fullmatch(line.strip())
    return int(next(filter(None, match.groups()))) if match else None
