"""Invented members of a body."""

from random import Random

_GIVEN = (
    "Anna",
    "Bo",
    "Carl",
    "Dorte",
    "Erik",
    "Freja",
    "Gert",
    "Hanne",
    "Ib",
    "Jytte",
    "Karl",
    "Lone",
    "Mads",
    "Nete",
)
_FAMILY = ("Birkholt", "Dalgrav", "Engfelt", "Fuglkær", "Gadegård", "Hedelund", "Kildal", "Lundkær", "Mosbæk", "Rugdal")
_PARTIES = ("A", "B", "C", "F", "O", "V", "Ø")


def members(random: Random, count: int) -> tuple[str, ...]:
    """So many members with their parties: ``Anna Birkholt (A)``."""
    names = random.sample([f"{given} {family}" for given in _GIVEN for family in _FAMILY], count)
    return tuple(f"{name} ({random.choice(_PARTIES)})" for name in names)
