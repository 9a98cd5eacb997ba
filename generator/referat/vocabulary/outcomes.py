"""What came of an item."""

from enum import StrEnum


class Outcome(StrEnum):
    """What a decision amounts to. `OTHER`: it says something that no phrase covers; `NONE`: there is no decision."""

    APPROVED = "approved"
    APPROVED_MODIFIED = "approved_modified"
    RECOMMENDED = "recommended"
    NOTED = "noted"
    DISCUSSED = "discussed"
    POSTPONED = "postponed"
    FORWARDED = "forwarded"
    RETURNED = "returned"
    REJECTED = "rejected"
    LAPSED = "lapsed"
    ELECTED = "elected"
    OTHER = "other"
    NONE = "none"
