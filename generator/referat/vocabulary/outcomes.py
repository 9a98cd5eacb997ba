"""What came of an item: a decision's words in one of a dozen classes.

The words stay beside it everywhere: an outcome is a label to find a decision by, not the decision.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from referat.vocabulary import outcome_phrases as phrases
from referat.vocabulary.sentence_ends import split_sentences


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


def _whole_word(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{phrase})(?!\w)", re.IGNORECASE)


_TABLE = tuple((Outcome(outcome), _whole_word(phrase)) for outcome, phrase in phrases.PHRASES)
"""Of phrases that begin at one place the first row's counts: the negative stands before what it contains."""
_WEAK_TABLE = tuple((Outcome(outcome), _whole_word(phrase)) for outcome, phrase in phrases.WEAK_PHRASES)
_ABSENCE = _whole_word(phrases.ABSENCE)
_OF_SOME = re.compile(phrases.OF_SOME, re.IGNORECASE)
_REMARK = re.compile(rf"^[ \t]*(?:{phrases.REMARK})(?!\w).*$", re.IGNORECASE | re.MULTILINE)
_PROPOSING, _BROUGHT_ON = _whole_word(phrases.PROPOSING), _whole_word(phrases.BROUGHT_ON)
_TAKEN_OFF = _whole_word(phrases.TAKEN_OFF)
_POINT = re.compile(r"(?:^|(?<=\s))ad\.? ?(?:\d{1,2}|[a-h])(?: ?[.:)]| |$)|^\d{1,2}[.)] ", re.IGNORECASE | re.MULTILINE)
_NAMED_POINT = re.compile(
    r"(?:^|(?<=\s))(?:pkt\.?|punkt) (?:\d{1,2}|[a-h])(?: ?[.:)]| |$)", re.IGNORECASE | re.MULTILINE
)
"""It lists points only where a text begins with one: ``Punkt 5 blev behandlet før punkt 3`` comes later."""
_LOOKED_AT = 240
"""Of a sentence this many characters are looked at: what is decided stands first, reasons follow."""
_LONGEST = 20_000


class _Verdict(NamedTuple):
    outcome: Outcome
    words: str
    """The sentence that tells it, where proposals come before it; else all of the text."""


def outcome_of(decision_text: str) -> Outcome:
    """The outcome that a decision's words amount to: `Outcome.NONE` for no words, `OTHER` where no phrase fits.

    Points that are decided one by one (``Ad 1 …``) have a common outcome only where they agree.
    """
    return _verdict(decision_text).outcome


def deciding_words(decision_text: str) -> str:
    """The words of a decision without the proposals, and the votes on them, that come before what was decided.

    The sentence that tells the outcome, or the points from the first one on; else the text as it is.
    """
    return _verdict(decision_text).words


def _verdict(decision_text: str) -> _Verdict:
    text = re.sub(r"[*_#>|]", "", decision_text[:_LONGEST]).replace("\xa0", " ").strip()
    if not text:
        return _Verdict(Outcome.NONE, decision_text)
    points = _points(text)
    if len(points) < 2:
        verdict = _of_sentences(text)
        return verdict if verdict.words != text else _Verdict(verdict.outcome, decision_text)
    outcome = _common([_of_sentences(text[start:end]).outcome for _, start, end in points])
    first = points[0][0]
    return _Verdict(outcome, text[first:] if _PROPOSING.search(text, 0, first) else decision_text)


def _points(text: str) -> list[tuple[int, int, int]]:
    """Where each point begins, and its words do, and ends."""
    pattern = _NAMED_POINT if _NAMED_POINT.match(text) else _POINT
    marks = [match.span() for match in pattern.finditer(text)]
    return [(start, words, end) for (start, words), (end, _) in pairwise([*marks, (len(text), len(text))])]


def _common(outcomes: Sequence[Outcome]) -> Outcome:
    told = set(outcomes) - {Outcome.OTHER, Outcome.NONE}
    if told == {Outcome.APPROVED, Outcome.APPROVED_MODIFIED}:
        return Outcome.APPROVED_MODIFIED
    return told.pop() if len(told) == 1 else Outcome.OTHER


def _of_sentences(text: str) -> _Verdict:
    sentences = split_sentences(_REMARK.sub("", text)) or split_sentences(text)
    present = [sentence for sentence in sentences if not _ABSENCE.search(sentence)]
    told = [sentence for sentence in present if not _OF_SOME.search(sentence)] or present or list(sentences)
    found = [(sentence, outcome) for sentence in told if (outcome := _of_sentence(sentence)) is not Outcome.OTHER]
    if not found:
        return _Verdict(Outcome.OTHER if present else Outcome.NONE, text)
    sentence, outcome = _deciding(text, [pair for pair in found if not _TAKEN_OFF.search(pair[0])] or found)
    if outcome is Outcome.APPROVED and any(_TAKEN_OFF.search(other) for other in told if other != sentence):
        outcome = Outcome.APPROVED_MODIFIED
    proposed = _PROPOSING.search(text, 0, text.index(sentence))
    return _Verdict(outcome, sentence if proposed else text)


def _deciding(text: str, found: Sequence[tuple[str, Outcome]]) -> tuple[str, Outcome]:
    """The sentence that decides: the first, but the last where proposals or votes on them come before the first."""
    first = found[0][0]
    if _BROUGHT_ON.search(text) or _PROPOSING.search(text, 0, text.index(first) + len(first)):
        return found[-1]
    return next(((told, outcome) for told, outcome in found[:3] if outcome is not Outcome.DISCUSSED), found[0])


def _of_sentence(sentence: str) -> Outcome:
    looked_at = sentence[:_LOOKED_AT]
    for table in (_TABLE, _WEAK_TABLE):
        hits = [(match.start(), row) for row, (_, phrase) in enumerate(table) if (match := phrase.search(looked_at))]
        if hits:
            return table[min(hits)[1]][0]
    return Outcome.OTHER
