"""Lines that belong to the web page around minutes: consent texts, links to the top, buttons, page numbers."""

import re

_LINES = (
    r"(?:vi|dette site) bruger cookies.*|accepter (?:ikke )?cookies|(?:se|læs) vores .?cookiepolitik.*",
    r"skip (?:til hoved ?indholdet|navigationen)|gå til (?:hoved)?indhold(?:et)?|spring til indhold",
    r"til top(?:pen)?|til indholdsfortegnelse|tilbage(?: til oversigt)?|udskriv(?: hele dagsord(?:e)?nen)?",
    r"print(?: venlig version)?|kopier link til punktet.*|fold alle (?:ud|punkter)|show video|hent som fil:?",
    r"abonnér|you are here|søg|(?:• )?få siden oplæst|læs op|tryk 'ctrl f'.*|background image|klik her for at .*",
    r"vælg dit udvalg herunder:?|sbsys dagsorden preview|side \d+ af \d+|\d+ of \d+|\| ?rss ?\|.*",
    r"(?:application/pdf icon ?)+|[\w .-]+ kommune logo",
)
_FURNITURE = re.compile("|".join(_LINES), re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Whether a line, as a whole, is part of the page and not of the minutes."""
    return _FURNITURE.fullmatch(line.strip(" \t\N{NO-BREAK SPACE}*#")) is not None
