"""What a family of documents is to the program: a name, how well a document fits it, and how to read one."""

import datetime as dt
from collections.abc import Callable

from msgspec import Struct

from referat.importing.document import Document
from referat.importing.ledger import Claim
from referat.model import Minutes
from referat.problems import Problem

UNKNOWN_DATE = dt.date.min
"""Stands in a reading whose document tells no date. Such a reading is reported, never written."""

UNKNOWN_NAME = ""
"""Stands in a reading whose document does not name its municipality or body."""


class Parsed(Struct, frozen=True, kw_only=True):
    """What a format understood of one meeting in a document."""

    minutes: Minutes
    """`UNKNOWN_DATE` and `UNKNOWN_NAME` stand for what the document does not tell."""
    claims: tuple[Claim, ...] = ()
    """The document's characters that this meeting accounts for. Those that no meeting claims become unplaced text."""
    diagnostics: tuple[Problem, ...] = ()
    item_starts: tuple[int | None, ...] = ()
    """Where each item begins: the offset of its first character. None where nothing of the document stands for it."""
    contents_count: int | None = None
    """How many items the document's own list of contents promises: a checksum for the items found."""


class Format(Struct, frozen=True, kw_only=True):
    """A family of documents. A module in `referat.importing.formats` exposes one as ``FORMAT``."""

    name: str
    """Its name in records and reports: ``firstagenda``."""
    title: str
    """What people call it: ``FirstAgenda PDF export``."""
    score: Callable[[Document], float]
    """How well a document fits, from 0 to 1, by several cues: see `referat.importing.cues`."""
    parse: Callable[[Document], tuple[Parsed, ...]]
    """Read a document of the family: one value a meeting. Must not raise on any text."""
