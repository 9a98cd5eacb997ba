"""What readers are told that a document was read as."""

_TITLES = {
    "acadre": "Webside fra Acadre",
    "cms_list": "Nummereret liste på en hjemmeside",
    "docplayer": "Afskrift fra DocPlayer",
    "fallback": "Dokument uden kendt opbygning",
    "firstagenda": "PDF fra FirstAgenda",
    "prepare": "Webside fra FirstAgenda Prepare",
    "sbsys": "Webside fra SBSYS",
}
"""By the name of the format, as a record's source holds it."""


def format_title(name: str | None) -> str | None:
    """The Danish title of a format. None for one that has none, such as a site's own."""
    return _TITLES.get(name or "")
