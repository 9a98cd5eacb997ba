"""What a page says before it is known in which language."""

import datetime as dt
from typing import TypeAlias

from msgspec import Struct


class Day(Struct, frozen=True, tag=True):
    """A day among the values of a phrase. It has a type of its own so that a phrase that is kept is read as it was."""

    date: dt.date


class Phrase(Struct, frozen=True, tag=True):
    """Words of the site, by their key, and the values that stand in them."""

    key: str
    """A table and a name of the file of words: ``cases.title``."""
    values: tuple[tuple[str, "str | int | Day | Phrase"], ...] = ()
    """By the name of their place. ``count`` also chooses between one and many."""


class Versions(Struct, frozen=True, tag=True):
    """What the publisher wrote in several languages."""

    texts: tuple[tuple[str, str], ...]
    """A language's code and the text in it. The first is said where a language has none of its own."""


Said: TypeAlias = str | Phrase | Versions
"""A name out of the minutes, which is the same in every language; what the site says; or what the publisher wrote."""


def phrase(key: str, **values: str | int | dt.date | Phrase) -> Phrase:
    """``phrase("cases.title", place="Strandby")``."""
    told = ((name, Day(value) if isinstance(value, dt.date) else value) for name, value in values.items())
    return Phrase(key, tuple(told))
