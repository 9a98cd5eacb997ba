"""The classes of outcomes, and the words by which records and the search index name them.

What a word means is said in the reader's language: ``words/da.toml`` of the theme.
"""

from enum import StrEnum


class Outcome(StrEnum):
    """What a decision amounts to. `OTHER`: it says something that no phrase covers; `NONE`: there is no decision.

    `REFUSAL`: a refusal was approved. The decision's own words do not tell it, but the recommendation that they approve
    does: so only what has both can say it.
    """

    APPROVED = "approved"
    APPROVED_MODIFIED = "approved_modified"
    RECOMMENDED = "recommended"
    NOTED = "noted"
    DISCUSSED = "discussed"
    POSTPONED = "postponed"
    FORWARDED = "forwarded"
    RETURNED = "returned"
    REJECTED = "rejected"
    REFUSAL = "refusal"
    LAPSED = "lapsed"
    ELECTED = "elected"
    OTHER = "other"
    NONE = "none"


_LABELS = {
    Outcome.APPROVED: "Godkendt",
    Outcome.APPROVED_MODIFIED: "Godkendt med ændring",
    Outcome.RECOMMENDED: "Anbefalet",
    Outcome.NOTED: "Til efterretning",
    Outcome.DISCUSSED: "Drøftet",
    Outcome.POSTPONED: "Udsat",
    Outcome.FORWARDED: "Sendt videre",
    Outcome.RETURNED: "Sendt tilbage",
    Outcome.REJECTED: "Afvist",
    Outcome.REFUSAL: "Afslag",
    Outcome.LAPSED: "Udgået",
    Outcome.ELECTED: "Valgt",
    Outcome.OTHER: "Se teksten",
    Outcome.NONE: "Ingen beslutning",
}
_BY_LABEL = {word.casefold(): outcome for outcome, word in _LABELS.items()}


def label(outcome: Outcome) -> str:
    """The short Danish word: ``Godkendt``."""
    return _LABELS[outcome]


def outcome_named(word: str) -> Outcome | None:
    """The outcome that a person means by a word of a record: a label or a value of `Outcome`, in any case."""
    folded = " ".join(word.casefold().split()).rstrip(".")
    return _BY_LABEL.get(folded) or next((outcome for outcome in Outcome if outcome.value == folded), None)
