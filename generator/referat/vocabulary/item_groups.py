"""Lines that stand above several items and say what they have in common: ``A. Sager til afgørelse``, ``ÅBNE SAGER``."""

import re

from msgspec import Struct

_OPENNESS = re.compile(
    r"(?:(?P<closed>lukke(?:de|t))|åbne|åbent|åben) (?:dagsordens?punkter|punkter|sager|møde|dagsorden)", re.IGNORECASE
)
_NAMED = re.compile(
    r"(?:[A-Z][.:] )?(?P<name>Sager til (?:\w+s )?"
    r"(?:afgørelse|behandling|beslutning|drøftelse|efterretning|forberedelse|orientering|udtalelse)\b.{0,80}"
    r"|\w+(?:udvalgets|rådets|bestyrelsens) (?:sager|afgørelse))",
    re.IGNORECASE,
)
_LETTERED = re.compile(
    r"[A-H][.:] (?P<name>Orientering|Meddelelser|Drøftelse|Drøftelsessager|Orienteringssager|Lukkede sager)"
)
_LIST = re.compile(
    r"indholdsfortegnelse|dagsordens?punkter|punkter(?: til dagsorden(?:en)?)?|sagsoversigt"
    r"|oversigtsdagsorden\b.{0,30}",
    re.IGNORECASE,
)
_EDGES = " \t\N{NO-BREAK SPACE}#*:•"


class ItemGroup(Struct, frozen=True):
    """What such a line says of the items below it."""

    name: str | None
    """What they are for: ``Sager til afgørelse i byrådet``; None where the line only says whether they are open."""
    closed: bool | None
    """None where it does not say."""


def item_group(line: str) -> ItemGroup | None:
    """What the line says if it heads a group of items; None for any other line."""
    bare = " ".join(line.strip(_EDGES).split())
    openness = _OPENNESS.fullmatch(bare)
    if openness:
        return ItemGroup(None, bool(openness["closed"]))
    named = _NAMED.fullmatch(bare) or _LETTERED.fullmatch(bare)
    if named is None or bare.endswith((".", ",", ";")):
        return None
    return ItemGroup(named["name"], True if "lukkede" in bare.casefold() else None)


def heads_agenda(line: str) -> bool:
    """Whether the line is the heading of a list of items: ``Indholdsfortegnelse``, ``Dagsordenspunkter``."""
    return _LIST.fullmatch(line.strip(_EDGES)) is not None


_RANGE = re.compile(r"(?:sager|punkter|pkt\.?|sag nr\.?) \d{1,4}\b[^-–\n]{0,40}[-–] ?\d{1,4}\b.{0,40}", re.IGNORECASE)


def is_item_range(line: str) -> bool:
    """Whether a line only says which items the meeting had: ``Sager 162 - 177``."""
    return _RANGE.fullmatch(line.strip()) is not None
