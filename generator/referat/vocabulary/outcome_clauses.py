"""What one sentence of a decision tells: its outcome, or `Outcome.OTHER` wherever the sentence leaves a doubt.

A sentence is read clause by clause. Reasons and asides (``da …``, ``idet …``) tell nothing of the outcome; a negation,
a refusal or a counter-proposal beside an approving word does: it is never an approval then.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from referat.vocabulary import outcome_phrases as phrases
from referat.vocabulary import outcome_refusals as refusals
from referat.vocabulary.outcome_labels import Outcome

APPROVING = frozenset(
    (Outcome.APPROVED, Outcome.APPROVED_MODIFIED, Outcome.RECOMMENDED, Outcome.NOTED, Outcome.ELECTED)
)
"""What a citizen reads as a yes."""
_LOOKED_AT = 240
"""Of a clause this many characters are searched for its outcome: what is decided stands first. Doubts count in all."""


def whole_word(phrase: str) -> re.Pattern[str]:
    """A pattern for phrases of this vocabulary: whole words, in any case of letters."""
    return re.compile(rf"(?<!\w)(?:{phrase})(?!\w)", re.IGNORECASE)


_TABLE = tuple((outcome, whole_word(phrase)) for outcome, phrase in phrases.PHRASES)
_DECIDED, _DECIDED_THAT = whole_word(phrases.DECIDED), whole_word(phrases.DECIDED_THAT)
_DISCUSSED = whole_word(phrases.DISCUSSED)
_NOT, _DENIED, _LEAVE_DENIED = whole_word(refusals.NOT), whole_word(refusals.DENIED), whole_word(refusals.LEAVE_DENIED)
_REFUSED, _DOUBTFUL = whole_word(refusals.REFUSED), whole_word(refusals.DOUBTFUL)
_NOT_REFUSED = whole_word(
    rf"{refusals.NOT}(?: [^\s,;]{{1,24}}){{0,3}}? (?:{refusals.REFUSED})|(?:{refusals.REFUSED}) ikke"
)
_BUT_DECIDED = whole_word(rf",? men .{{0,80}}?(?:{phrases.DECIDED})")
_PROPOSED, _COUNTER = whole_word(phrases.PROPOSED), whole_word(phrases.COUNTER)
_COUNTER_OBJECT = re.compile(rf"^ (?:(?!med |inkl)\S{{1,20}} ){{0,2}}?(?:{phrases.COUNTER})(?!\w)", re.IGNORECASE)
_AFTERWARDS = whole_word(phrases.AFTERWARDS)
_ITEM_POINT = re.compile(rf"^(?:at )?(?:{phrases.ITEM_POINT})(?!\w)", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"; |, (?:og (?!at )|mens |medens |hvorimod |(?=hvorefter |hvilket ))| (?=hvorefter )| og (?=punkt|pkt)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?P<opening>(?:^|, ?)(?:idet|da|fordi|hvis|når|hvorfor|selvom|selv om|uanset|jf|jfr|ligesom|så længe)"
    r"|, ?(?:som|hvor|der(?! (?:gives|ydes|meddeles|bevilges)(?!\w))))"
    r"(?!\w)[^,]*(?:, at [^,]*)*",
    re.IGNORECASE,
)
_REFUSAL_OBJECT = re.compile(
    rf"(?:,? at )?[^,;]{{0,120}}?(?<!\w)(?:{refusals.REFUSED}|{refusals.LEAVE_DENIED})(?!\w)", re.IGNORECASE
)
"""What is recommended is a refusal: ``anbefaler afslag``, ``anbefaler, at ansøgningen afvises``."""
_WITHOUT, _THAT = whole_word("uden at"), re.compile(r",? at ", re.IGNORECASE)
_SET_ASIDE = whole_word(
    "|".join(
        phrase
        for outcome, phrase in phrases.PHRASES
        if outcome in (Outcome.POSTPONED, Outcome.LAPSED, Outcome.RETURNED)
    )
)
_NEAR_NOT = re.compile(rf"(?<!\w){refusals.NOT}(?: [^\s,;]{{1,24}}){{0,3}}? ?$", re.IGNORECASE)


def _rows(rows: Sequence[tuple[Outcome, str]]) -> re.Pattern[str]:
    """The rows as one pattern, for a text in small letters: it finds the phrase that begins first, and of those that
    begin there the first row's. To try so many at each word in any case of letters takes three times as long.
    """
    tried = "|".join(f"(?P<{outcome.name}_{row}>{phrase})" for row, (outcome, phrase) in enumerate(rows))
    return re.compile(rf"(?<!\w)(?:{tried})(?!\w)")


def _small(text: str) -> str:
    """The text in small letters, each in its place, as a pattern takes them that ignores case."""
    return text.replace("\u0130", "i").lower().replace("\u017f", "s").replace("\u0131", "i")


_PHRASES = ((Outcome.REJECTED, refusals.REFUSED), *phrases.PHRASES)
_TELLING = _rows(_PHRASES)
_TELLING_BESIDE_NOT = _rows(((Outcome.REJECTED, refusals.DENIED), (Outcome.REJECTED, refusals.LEAVE_DENIED), *_PHRASES))
"""Most refusals need a negation, which few texts have."""


class Told(NamedTuple):
    """What a sentence, or a clause of it, tells."""

    outcome: Outcome
    doubted: bool = False
    """It tells something, but also something against it: its outcome is `OTHER`."""
    counter: bool = False
    """It tells what became of a counter-proposal."""
    proposed: bool = False
    """It tells what somebody proposed."""
    point: bool = False
    """It decides a part of the recommendation, by number."""

    @property
    def tells(self) -> bool:
        """Whether there is anything in it about what was decided or proposed."""
        return self.doubted or self.outcome is not Outcome.OTHER

    @property
    def is_result(self) -> bool:
        """Whether it tells what became of the item itself."""
        return self.tells and not self.counter and not self.proposed


@lru_cache(maxsize=4096)
def told_by(sentence: str) -> Told:
    """What a sentence tells. Clauses that contradict each other tell nothing.

    Remembered: a site's decisions are the same few sentences over and over.
    """
    clauses = [clause.strip() for clause in _CLAUSE_END.split(sentence) if clause.strip()]
    found = [(clause, one) for clause in clauses if (one := _of_clause(clause)).tells]
    if not found:
        return Told(Outcome.OTHER)
    if any(one.proposed for _, one in found) and len(found) > 1:
        return Told(Outcome.OTHER, doubted=True)
    found = [(clause, one) for clause, one in found if not one.counter] or found
    return agreed(found, found[0][1])


def agreed(found: Sequence[tuple[str, Told]], first: Told) -> Told:
    """What counts of what several sentences or clauses tell: the first, where none contradicts it.

    A yes and a no contradict each other unless one came afterwards (``blev herefter godkendt``); so do the outcomes of
    parts that are decided by number.
    """
    outcomes = {one.outcome for _, one in found}
    parts = {one.outcome for _, one in found if one.point}
    if first.point and len(parts) > 1 and parts != {Outcome.APPROVED, Outcome.APPROVED_MODIFIED}:
        return Told(Outcome.OTHER, doubted=True)
    if Outcome.REJECTED not in outcomes or outcomes.isdisjoint(APPROVING):
        return first
    if first.outcome is not Outcome.REJECTED and first.outcome not in APPROVING:
        return first
    last = [one for clause, one in found if _AFTERWARDS.search(clause) and one.tells]
    return last[-1] if last else Told(Outcome.OTHER, doubted=True)


def says_no(sentence: str) -> bool:
    """Whether there is a negation or a refusal anywhere in the sentence."""
    return _NOT.search(sentence) is not None or _REFUSED.search(sentence) is not None


def _of_clause(clause: str) -> Told:
    main = _ASIDE.sub(r"\g<opening>", clause)
    outcome, start, end = _first(main)
    proposal = _PROPOSED.search(main, 0, start if outcome is not Outcome.OTHER else len(main))
    if proposal:
        negative = outcome is Outcome.OTHER and _NOT.search(main, proposal.end()) is not None
        return Told(Outcome.REJECTED if negative else outcome, proposed=True)
    if outcome is Outcome.OTHER:
        return Told(outcome)
    sure = _doubted(outcome, clause, main, start, end)
    around = main if outcome is Outcome.REJECTED else main[:start]
    return Told(
        sure,
        doubted=sure is Outcome.OTHER,
        counter=_COUNTER.search(around) is not None or _COUNTER_OBJECT.match(main[end:]) is not None,
        point=_ITEM_POINT.match(main) is not None,
    )


def _first(main: str) -> tuple[Outcome, int, int]:
    """The outcome that is told first, and where. Of phrases that begin at one place the refusal counts, then the first
    row; words that say only that something was decided or discussed count where nothing else does.
    """
    looked_at = main[:_LOOKED_AT]
    told = (_TELLING_BESIDE_NOT if _NOT.search(looked_at) else _TELLING).search(_small(looked_at))
    if told:
        return Outcome[(told.lastgroup or "").rpartition("_")[0]], *told.span()
    discussed = _DISCUSSED.search(looked_at)
    decided = _DECIDED_THAT.search(looked_at) or _DECIDED.search(
        looked_at, 0, discussed.start() if discussed else len(looked_at)
    )
    if decided:
        return Outcome.APPROVED, decided.start(), decided.end()
    return (Outcome.DISCUSSED, *discussed.span()) if discussed else (Outcome.OTHER, 0, 0)


def _refusals_for(text: str) -> tuple[re.Pattern[str], ...]:
    """The patterns that can find a refusal in the text: most of them need a negation, which few texts have."""
    return (_DENIED, _LEAVE_DENIED, _REFUSED) if _NOT.search(text) else (_REFUSED,)


def _doubted(outcome: Outcome, clause: str, main: str, start: int, end: int) -> Outcome:
    """The outcome, or `OTHER` where the clause says something against it."""
    if outcome is Outcome.REJECTED:
        return Outcome.OTHER if _is_no_plain_refusal(main) else outcome
    if outcome in APPROVING:
        return _doubted_yes(outcome, clause, main, start, end)
    denied = _NEAR_NOT.search(main[:start]) or re.match(r" ikke(?![\w-])", main[end:])
    return Outcome.OTHER if denied or _DENIED.search(main) or _REFUSED.search(main, end) else outcome


def _is_no_plain_refusal(main: str) -> bool:
    """A refusal that was refused, or one beside an approval: ``fulgte ikke indstillingen, men besluttede …``."""
    if _NOT_REFUSED.search(main) or _BUT_DECIDED.search(main) or (_REFUSED.search(main) and _DENIED.search(main)):
        return True
    rest = _LEAVE_DENIED.sub("", _DENIED.sub("", main))
    return any(outcome in APPROVING and pattern.search(rest) for outcome, pattern in _TABLE)


def _doubted_yes(outcome: Outcome, clause: str, main: str, start: int, end: int) -> Outcome:
    weak = outcome is Outcome.APPROVED and _DECIDED.match(main, start) is not None
    scope = clause if weak or outcome is Outcome.APPROVED_MODIFIED else main
    if any(pattern.search(scope) for pattern in _refusals_for(scope)):
        refusal_recommended = outcome is Outcome.RECOMMENDED and _REFUSAL_OBJECT.match(main, end)
        return Outcome.REJECTED if refusal_recommended and not _DENIED.search(main) else Outcome.OTHER
    negated = main[:start] if outcome is Outcome.APPROVED_MODIFIED else scope
    if _NOT.search(negated) or _WITHOUT.search(main, 0, start) or (weak and _DOUBTFUL.search(clause)):
        return Outcome.OTHER
    if outcome is Outcome.RECOMMENDED and _THAT.match(main, end) and _SET_ASIDE.search(main, end):
        return Outcome.OTHER
    return outcome
