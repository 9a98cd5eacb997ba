"""What a run tells, one thing after the other, while it happens."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from referat.fetching.index import Key
    from referat.fetching.keeping import Kept
    from referat.fetching.provider import Row
    from referat.fetching.survey import Survey
    from referat.problems import Problem


class Answered(StrEnum):
    """What a look at one publication brought."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    FAILED = "failed"
    EMPTIED = "emptied"
    """It has no items any more. That is believed when it is seen again a day later."""


class Listed(Struct, frozen=True, kw_only=True):
    """The portal's list was read."""

    publications: int
    survey: Survey
    due: tuple[Row, ...]
    """What is asked for in this run, in this order."""
    more: int = 0
    """So many more would be asked for, if a person had not set a limit."""
    problems: tuple[Problem, ...] = ()


class Looked(Struct, frozen=True, kw_only=True):
    """One publication was asked for, or one meeting was put right without asking."""

    key: Key
    answered: Answered | None = None
    """None: nothing was asked."""
    kept: tuple[Kept, ...] = ()
    problems: tuple[Problem, ...] = ()


class Stopped(Struct, frozen=True, kw_only=True):
    """The run ended before all was asked for."""

    problem: Problem
    left: int
    """How many publications were not asked for."""


class Ended(Struct, frozen=True, kw_only=True):
    """The end of every run."""

    requests: int


Told: TypeAlias = Listed | Looked | Stopped | Ended
"""Every run begins with `Listed`, unless it is stopped at once, and ends with `Ended`."""
