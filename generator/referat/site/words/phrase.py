"""What a page says before it is known in which language."""

import datetime as dt
from typing import TypeAlias

from msgspec import Struct


class Phrase(Struct, frozen=True):
    """Words of the site, by their key, and the values that stand in them."""

    key: str
    """A table and a name of the file of words: ``cases.title``."""
    values: tuple[tuple[str, "str | int | dt.date | Phrase"], ...] = ()
    """By the name of their place. ``count`` also chooses between one and many."""


Said: TypeAlias = str | Phrase
"""Either a name out of the minutes, which is the same in every language, or what the site says of it."""


def phrase(key: str, **values: str | int | dt.date | Phrase) -> Phrase:
    """``phrase("cases.title", place="Strandby")``."""
    return Phrase(key, tuple(values.items()))
