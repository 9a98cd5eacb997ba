"""Names of municipalities and bodies."""

from referat.vocabulary.municipalities import lookup

_FIRST = (
    "Birke",
    "Brand",
    "Bregne",
    "Dyre",
    "Elle",
    "Falke",
    "Granle",
    "Hegns",
    "Hylde",
    "Kvist",
    "Lærke",
    "Mose",
    "Pile",
    "Ravns",
)
_LAST = ("borgø", "dalby", "ede", "feldt", "gaarde", "lundø", "rød")

BODIES = (
    "Kommunalbestyrelsen",
    "Økonomiudvalget",
    "Teknik- og Miljøudvalget",
    "Børne- og Skoleudvalget",
    "Social- og Sundhedsudvalget",
    "Kultur- og Fritidsudvalget",
    "Beskæftigelsesudvalget",
)
"""The bodies that each municipality has: seven, as most have."""


def municipalities(count: int) -> tuple[str, ...]:
    """The first `count` invented municipalities. None bears the name of a real one."""
    names = [first + last for last in _LAST for first in _FIRST]
    invented = [name for name in names if not is_real(name)]
    if count > len(invented):
        raise ValueError(f"there are names for {len(invented)} municipalities")
    return tuple(invented[:count])


def is_real(name: str) -> bool:
    """Whether a municipality of the table bears the name."""
    found = lookup(name)
    return found is not None and found.code is not None
