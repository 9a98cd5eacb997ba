"""What readers are told where a portal has something that a record cannot hold, and the portal's words for sections."""

PICTURE = "(Billede, som kun ses i kommunens egen udgave)"
PDF_ONLY = "Kommunen har kun lagt punktets tekst ud som PDF"
OPEN_PDF = "Åbn punktets PDF"
UNHEADED = "Uden overskrift"
"""Stands above a text of an item that follows others, and has no heading in the source."""
APOLOGY = "afbud"
ABSENCE = "fravær"

_SECTIONS = {
    "beslutningstema": "Beslutningstema",
    "indstilling": "Indstilling",
    "oekonomi": "Økonomi",
    "resume": "Resume",
    "sagsforloeb": "Sagens forløb",
}


def heading_of_class(name: str | None) -> str | None:
    """The heading of a section that has none but a class of FirstAgenda's pages. None where the class means nothing."""
    return _SECTIONS.get((name or "").strip().casefold())
