"""What some portals call an item, before its title."""

import re

_TYPE = re.compile(
    r"(?P<type>(?:beslutnings|orienterings|drøftelses|efterretnings|tema)(?:sag|punkt)|beslutning)\s?:\s+(?P<title>\S.*)",
    re.IGNORECASE,
)


def split_type(title: str) -> tuple[str | None, str]:
    """The type and the title: ``Beslutningssag: Havnens bro`` gives ``("Beslutningssag", "Havnens bro")``."""
    match = _TYPE.fullmatch(title)
    return (match["type"], match["title"]) if match else (None, title)
