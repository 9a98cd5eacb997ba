"""A table before it is written, as CSV or as JSON Lines."""

import datetime as dt
from typing import TypeAlias

from msgspec import Struct

Cell: TypeAlias = str | int | bool | dt.date | dt.time | None
"""None: not known, or there is none."""


class Table(Struct, frozen=True, kw_only=True):
    """Rows in an order that does not change, with the cells of all columns."""

    url: str
    """Of its files, without ``.csv`` and ``.jsonl``: ``/data/strandby/items``."""
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
