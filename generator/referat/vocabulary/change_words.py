"""The words in which readers are told what a municipality changed in what it had published."""

TIME = "mødets tid"
PLACE = "mødets sted"
PEOPLE = "mødets deltagere"
LEAD = "mødets indledning"
ORDER = "punkternes rækkefølge"
ANNEXES = "tekster efter punkterne"

TITLE = "titlen"
CASE_NUMBER = "sagsnummeret"
TEXT = "teksten"
ATTACHMENTS = "bilag"
NUMBER = "nummeret"
NEW = "nyt punkt"
GONE = "punktet er taget ud"
CLOSED = "punktet er lukket"
OPENED = "punktet er åbnet"

LONGEST_NAME = 80


def item_name(number: str | None, title: str | None) -> str:
    """``punkt 3``; where it has no number, by its title."""
    if number:
        return f"punkt {number}"
    return f"punktet »{shortened(title)}«" if title else "et punkt uden titel"


def decision_name(heading: str, body: str | None, date: str | None) -> str:
    """``Beslutning``, or whose it is: ``Beslutning, Økonomiudvalget, 3. maj 2026``."""
    return ", ".join(part for part in (heading, body, date) if part)


def shortened(name: str) -> str:
    """A heading or title that is short enough to stand in a list."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def more(count: int) -> str:
    """The end of a list that is too long to be told."""
    return f"og {count} andre steder"
