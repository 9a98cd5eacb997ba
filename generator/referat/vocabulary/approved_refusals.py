"""A bare "Godkendt." of a recommendation to refuse: what was approved is a no, and must not look like a yes."""

import re

from referat.vocabulary import outcome_refusals as refusals
from referat.vocabulary.outcome_clauses import whole_word
from referat.vocabulary.outcomes import Outcome, outcome_of
from referat.vocabulary.sentences import split_sentences

_BARE = re.compile(
    r"(?:(?:forvaltningen|administrationen|direktionen|borgmesteren|udvalget|byrådet|kommunalbestyrelsen)s?|enstemmigt"
    r"|indstilling(?:en|erne)?|forslag(?:et)?|som|indstillet|foreslået|blev|bliver|er|herefter|følge[rs]?|fulgt|i|med|og"
    r"|godkend(?:t|te|es|er)|tiltr(?:ådt|ådte|ædes|æder)|vedtag(?:et|es|er)|vedtog|overensstemmelse|beslutte(?:t|de)"
    r"|sat|under|afstemning|\d{1,3}|stemme[rn]?|stemte|for|i?mod|[\W_])*",
    re.IGNORECASE,
)
"""An approval that tells nothing of what is approved, however it is put."""
_POINT = re.compile(r"^[ \t]*(?:[-*+•–]|\d{1,2}[.)])[ \t]+", re.MULTILINE)
_REFUSES = whole_word(rf"{refusals.REFUSED}|{refusals.LEAVE_DENIED}|{refusals.DENIED}")
_REFUSED = whole_word(refusals.REFUSED)
_NEGATION = re.compile(r"(?<!\w)(?:ikke|hverken|aldrig|ej|intet|ingen)(?!\w)", re.IGNORECASE)
"""Without one a text can refuse only in the words of `_REFUSED`."""
_LEAVE = r"\w{0,30}(?:tilladelse|dispensation|tilskud|tilsagn|samtykke|garanti)\w{0,3}"
_GIVEN = r"(?:gives|meddeles|ydes|udstedes)"
_FEW = r"(?: [^\s,;]{1,30}){0,4}?"
_GRANTS = whole_word(rf"godkendes|vedtages|imødekommes|bevilges|{_GIVEN}{_FEW} {_LEAVE}|{_LEAVE}{_FEW} {_GIVEN}")
_OPEN = whole_word(r"enten|eller|om der|hvorvidt|stilling til|vælge\w?|drøfte\w?")
"""It leaves the choice to the body."""
_LONGEST = 20_000


def approves_refusal(decision: str, recommendation: str) -> bool:
    """Whether the decision approves, in no words of its own, a recommendation that is a refusal in all that it grants.

    ``Godkendt.`` of ``at ansøgningen om dispensation afslås``. A recommendation that refuses one thing and grants
    another is neither.
    """
    return bool(recommendation) and is_refusal(recommendation) and _is_bare_approval(decision)


def is_refusal(recommendation: str) -> bool:
    """Whether a recommendation refuses something, and grants nothing."""
    points = [point for point in _POINT.split(recommendation[:_LONGEST]) if point.strip()]
    refusing = [point for point in points if _refuses(point)]
    return bool(refusing) and not any(
        _OPEN.search(point) or _GRANTS.search(_REFUSES.sub("", point)) for point in points
    )


def _refuses(point: str) -> bool:
    return (_REFUSES if _NEGATION.search(point) else _REFUSED).search(point) is not None


def _is_bare_approval(decision: str) -> bool:
    told = [sentence for sentence in split_sentences(decision[:_LONGEST]) if _tells(sentence)]
    return bool(told) and all(outcome_of(one) is Outcome.APPROVED and _BARE.fullmatch(one) for one in told)


def _tells(sentence: str) -> bool:
    return outcome_of(sentence) not in (Outcome.OTHER, Outcome.NONE)
