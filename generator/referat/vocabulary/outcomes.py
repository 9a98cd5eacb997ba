"""What came of an item: a decision's words in one of a dozen classes.

The words stay beside it everywhere: an outcome is a label to find a decision by, not the decision. Where the words
leave a doubt the outcome is `Outcome.OTHER`, which sends the reader to them.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from referat.vocabulary import outcome_phrases as phrases
from referat.vocabulary.outcome_clauses import APPROVING, Told, agreed, says_no, told_by, whole_word
from referat.vocabulary.outcome_labels import Outcome, label, outcome_named
from referat.vocabulary.sentences import split_sentences

__all__ = ["Outcome", "deciding_words", "label", "outcome_named", "outcome_of"]

_ABSENCE = whole_word(phrases.ABSENCE)
_OF_SOME = re.compile(phrases.OF_SOME, re.IGNORECASE)
_REMARK = re.compile(rf"^[ \t]*(?:{phrases.REMARK})(?!\w).*$", re.IGNORECASE | re.MULTILINE)
_PROPOSING, _PROPOSED = whole_word(phrases.PROPOSING), whole_word(phrases.PROPOSED)
_BROUGHT_ON = whole_word(phrases.BROUGHT_ON)
_TAKEN_OFF = whole_word(phrases.TAKEN_OFF)
_POINT = re.compile(r"(?:^|(?<=\s))ad\.? ?(?:\d{1,2}|[a-h])(?: ?[.:)]| |$)|^\d{1,2}[.)] ", re.IGNORECASE | re.MULTILINE)
_NAMED_POINT = re.compile(
    r"(?:^|(?<=\s))(?:pkt\.?|punkt) (?:\d{1,2}|[a-h])(?: ?[.:)]| |$)", re.IGNORECASE | re.MULTILINE
)
"""It lists points only where a text begins with one: ``Punkt 5 blev behandlet før punkt 3`` comes later."""
_BROKEN_LINE = re.compile(
    r"(?<![.!?:\s])[ \t]*\n[ \t]*(?=[a-zæøå])|(?<=[,:])\s*\n\s*(?:(?:[-•–]|\d{1,2}[.)])\s+)?(?=at )"
)
"""A line that goes on in the next, and ``besluttede:`` with its first ``- at …``."""
_OF_ITS_OWN = whole_word(r"indstilling\w{0,4}|dagsorden\w{0,2}|referat\w{0,2}|herefter")
_SET_ASIDE = frozenset((Outcome.REJECTED, Outcome.POSTPONED, Outcome.LAPSED, Outcome.RETURNED, Outcome.FORWARDED))
_MARKS = re.compile(r"[*_#>|\u00ad\u200b]|(?<=[a-zæøå])-\n(?=[a-zæøå])")
"""Marks within words, and the hyphens where a line broke one."""
_SPACES = re.compile(r"[ \t]{2,}")
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


@lru_cache(maxsize=4096)
def _verdict(decision_text: str) -> _Verdict:
    # Remembered: an item, its case and the words of its decision ask one after the other.
    text = _MARKS.sub("", unicodedata.normalize("NFC", decision_text[:_LONGEST])).replace("\xa0", " ").strip()
    if not text:
        return _Verdict(Outcome.NONE, decision_text)
    points = _points(text)
    if len(points) < 2:
        verdict = _of_sentences(text)
        return verdict if verdict.words != text else _Verdict(verdict.outcome, decision_text)
    first = points[0][0]
    outcome = _common([(words, _of_sentences(words).outcome) for _, start, end in points if (words := text[start:end])])
    if any(says_no(sentence) for sentence in _speaking(text[:first])) and not _PROPOSING.search(text, 0, first):
        outcome = Outcome.OTHER
    return _Verdict(outcome, text[first:] if _PROPOSING.search(text, 0, first) else decision_text)


def _points(text: str) -> list[tuple[int, int, int]]:
    """Where each point begins, and its words do, and ends."""
    pattern = _NAMED_POINT if _NAMED_POINT.match(text) else _POINT
    marks = [match.span() for match in pattern.finditer(text)]
    return [(start, words, end) for (start, words), (end, _) in pairwise([*marks, (len(text), len(text))])]


def _common(points: Sequence[tuple[str, Outcome]]) -> Outcome:
    told = {outcome for _, outcome in points} - {Outcome.OTHER, Outcome.NONE}
    unclear = (words for words, outcome in points if outcome is Outcome.OTHER)
    if any(says_no(sentence) for words in unclear for sentence in _speaking(words)):
        return Outcome.OTHER
    if told == {Outcome.APPROVED, Outcome.APPROVED_MODIFIED}:
        return Outcome.APPROVED_MODIFIED
    return told.pop() if len(told) == 1 else Outcome.OTHER


def _present(text: str) -> list[str]:
    """The sentences that do not tell who was there."""
    whole = _SPACES.sub(" ", _BROKEN_LINE.sub(" ", text) if "\n" in text else text)
    sentences = split_sentences(_REMARK.sub("", whole)) or split_sentences(whole)
    return [sentence for sentence in sentences if not _ABSENCE.search(sentence)]


def _speaking(text: str) -> list[str]:
    """The sentences in which the body speaks."""
    return _of_the_body(_present(text))


def _of_the_body(sentences: Sequence[str]) -> list[str]:
    return [sentence for sentence in sentences if not _OF_SOME.search(sentence)]


def _of_sentences(text: str) -> _Verdict:
    present = _present(text)
    sentences = _of_the_body(present) or present or split_sentences(_BROKEN_LINE.sub(" ", text))
    told = [(sentence, told_by(sentence)) for sentence in sentences]
    results = [index for index, (_, one) in enumerate(told) if one.is_result]
    if not results:
        return _Verdict(Outcome.OTHER if present else Outcome.NONE, text)
    deciding = _deciding(told, [index for index in results if not _TAKEN_OFF.search(told[index][0])] or results)
    sentence = sentences[deciding]
    before = " ".join(sentences[:deciding])
    outcome = _settled(told, deciding, results)
    if outcome is Outcome.APPROVED and any(_TAKEN_OFF.search(other) for other in sentences if other != sentence):
        outcome = Outcome.APPROVED_MODIFIED
    return _Verdict(outcome, sentence if _PROPOSING.search(before) else text)


def _deciding(told: Sequence[tuple[str, Told]], results: Sequence[int]) -> int:
    """Which sentence decides: the first result, but the last where proposals or votes on them come before the first."""
    brought_on = [
        index for index in results if _BROUGHT_ON.search(told[index][0]) and told[index][1].outcome is Outcome.FORWARDED
    ]
    if brought_on:
        return brought_on[-1]
    if any(_PROPOSING.search(sentence) for sentence, _ in told[: results[0]]):
        return results[-1]
    return next((index for index in results[:3] if told[index][1].outcome is not Outcome.DISCUSSED), results[0])


def _settled(told: Sequence[tuple[str, Told]], deciding: int, results: Sequence[int]) -> Outcome:
    """The outcome of the deciding sentence, or `OTHER` where another result speaks against it."""
    sentence, one = told[deciding]
    if deciding and one.outcome in APPROVING and not _OF_ITS_OWN.search(sentence):
        above = told[deciding - 1][1]
        if above.proposed and above.outcome in _SET_ASIDE:
            return Outcome.OTHER
    first_proposal = next((index for index, (words, _) in enumerate(told) if _PROPOSED.search(words)), len(told))
    others = [told[index] for index in results if index < first_proposal or index == deciding]
    return agreed(others, one).outcome
