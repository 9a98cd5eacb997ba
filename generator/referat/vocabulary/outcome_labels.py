"""The dozen classes of outcomes, and the words in which citizens and publishers meet them."""

from enum import StrEnum
from typing import NamedTuple


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


class _Words(NamedTuple):
    label: str
    explanation: str


_WORDS = {
    Outcome.APPROVED: _Words("Godkendt", "Forslaget blev godkendt, som det var lagt frem."),
    Outcome.APPROVED_MODIFIED: _Words(
        "Godkendt med ændring", "Forslaget blev godkendt med en ændring eller tilføjelse."
    ),
    Outcome.RECOMMENDED: _Words("Anbefalet", "Forslaget anbefales til det udvalg eller råd, der skal afgøre sagen."),
    Outcome.NOTED: _Words("Til efterretning", "Mødet blev orienteret om sagen. Der skulle ikke besluttes andet."),
    Outcome.DISCUSSED: _Words("Drøftet", "Sagen blev drøftet, uden at der blev truffet en afgørelse."),
    Outcome.POSTPONED: _Words("Udsat", "Sagen blev udsat og tages op igen på et senere møde."),
    Outcome.FORWARDED: _Words("Sendt videre", "Sagen blev sendt videre til et andet udvalg eller råd."),
    Outcome.RETURNED: _Words("Sendt tilbage", "Sagen blev sendt tilbage til dem, den kom fra."),
    Outcome.REJECTED: _Words("Afvist", "Forslaget blev ikke vedtaget."),
    Outcome.REFUSAL: _Words("Afslag", "Det blev godkendt at sige nej, som det var indstillet."),
    Outcome.LAPSED: _Words("Udgået", "Sagen eller forslaget faldt bort, uden at der blev truffet en afgørelse."),
    Outcome.ELECTED: _Words("Valgt", "En eller flere personer blev valgt eller udpeget."),
    Outcome.OTHER: _Words("Se teksten", "Beslutningen kan ikke siges med ét ord. Læs, hvad der står i referatet."),
    Outcome.NONE: _Words("Ingen beslutning", "Der står ingen beslutning i det, der er offentliggjort."),
}
_BY_LABEL = {words.label.casefold(): outcome for outcome, words in _WORDS.items()}


def label(outcome: Outcome) -> str:
    """The short Danish word that citizens see: ``Godkendt``."""
    return _WORDS[outcome].label


def describe(outcome: Outcome) -> str:
    """One plain Danish sentence that explains the word."""
    return _WORDS[outcome].explanation


def outcome_named(word: str) -> Outcome | None:
    """The outcome that a person means by a word of a record: a label or a value of `Outcome`, in any case."""
    folded = " ".join(word.casefold().split()).rstrip(".")
    return _BY_LABEL.get(folded) or next((outcome for outcome in Outcome if outcome.value == folded), None)
