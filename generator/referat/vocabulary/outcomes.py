"""What came of an item: a decision's words in one of a dozen classes.

The words stay beside it everywhere: an outcome is a label to find a decision by, not the decision.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

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


_BODY = r"\S{0,24}(?:udvalg|råd|bestyrelse|magistrat|direktion)\w{0,4}"
_YES = r"(?:godkend|tiltråd|tiltræd|vedtag|vedtog)\w{0,4}"
_PHRASES: tuple[tuple[Outcome, str], ...] = (
    (
        Outcome.REJECTED,
        (
            r"ikke (?:blev )?(?:godkend|vedtag|tiltråd|imødekom)\w{1,6}|(?:godkend|vedtag|tiltræd|imødekom)\w{1,6} ikke"
            r"|forkast\w{2,4}|afvis(?:t|te|es)|afslå(?:et|s)|afslog|(?:gav|gives|giver|meddeles|meddelt) afslag|afslag"
            r"|nedstemt|falder(?: dermed)?|faldt(?: dermed)?|faldet|kan ikke anbefale\w?|anbefale[rs] ikke"
        ),
    ),
    (
        Outcome.LAPSED,
        (
            r"bortfald\w{0,3}|udgår|udgik|udgået|(?:tages|taget|toges) af dagsordenen?|trukket(?! i)"
            r"|(?:mødet|punktet|sagen) (?:er |blev )?aflyst"
        ),
    ),
    (Outcome.POSTPONED, r"uds(?:at|atte|ættes|ætte)|udsk(?:udt|ydes?|ød)|genoptages|(?:op)?tages op igen"),
    (
        Outcome.RETURNED,
        (r"tilbagesend\w{1,3}|send(?:t|es|e|te) (?:\w{2,12} ){0,3}tilbage|hjemvi\w{1,4}|tilbagevi(?:st|ses)"),
    ),
    (
        Outcome.FORWARDED,
        (
            r"oversend\w{1,3}|videresend\w{1,3}|henvi(?:st|ses|ste)(?! til bilag)|fremsend(?:t|es)"
            rf"|send(?:t|es|te) (?:videre )?til (?:behandling|(?:\S{{1,20}} ){{0,4}}?{_BODY})"
            rf"|begær\w{{2,4}} (?:\S{{1,20}} ){{0,3}}?(?:i|indbragt for|forelagt) (?:\S{{1,20}} ){{0,2}}?{_BODY}"
        ),
    ),
    (
        Outcome.APPROVED_MODIFIED,
        (
            rf"{_YES}(?: [^\s,]{{1,24}}){{0,5}}?(?:,? idet|,? dog|,? men"
            r"|,? (?:bortset fra|undtagen|med (?:undtagelse|bemærkning|tilføjelse|ændring|forbehold|justering))\w{0,4}"
            r"|,? med (?:den|det|de|en|et|følgende|enkelte|nedenstående|disse) (?:\S{1,20} ){0,2}?"
            r"(?:ændring|tilføjelse|bemærkning|justering|tilretning|rettelse|præcisering|forbehold)\w{0,4})"
        ),
    ),
    (
        Outcome.RECOMMENDED,
        (r"anbefal(?:et|es|er|ede)|indstille[rs]|indstillet til|tiltræde[rs]?(?: \S{1,20}){0,2} over for"),
    ),
    (Outcome.ELECTED, r"(?:gen|ny)?valgt(?! at)|valgte[sn]?|(?:ud|be)pege(?:t|de|s|r)|konstitueret"),
    (Outcome.NOTED, r"til efterretning|til orientering|ad notam|orientere(?:t|de)|kvittere(?:t|de|r)|foretoges"),
    (
        Outcome.APPROVED,
        (
            r"godkend(?:t|tes|te|es|er)|tiltråd(?:t|te|tes)|tiltræde[rs]|vedtag(?:et|es|er|ne)|bevilge(?:t|des|de|s|r)"
            r"|imødekom\w{1,5}|tilslutte[dr]\w{0,2} sig|kun?n?e? tilslutte sig|i overensstemmelse med"
        ),
    ),
)
_WEAK_PHRASES: tuple[tuple[Outcome, str], ...] = (
    (Outcome.APPROVED, r"beslutte(?:t|de|r|s)|vedtog\w{0,2}"),
    (Outcome.DISCUSSED, r"drøft(?:et|ede|es|er|edes)|temadrøftelse|behandlet|gennemgået|forelagt"),
)
"""They count only where their sentence says nothing else: ``vedtog at udsætte sagen`` postpones it."""
_ABSENCE = (
    r"fraværende|afbud|ikke til stede|deltog ikke|(?:som )?(?:stedfortræder|suppleant)\w{0,3} (?:deltog|mødte)"
    r"|(?:deltog|(?:var )?indkaldt|mødte) som (?:stedfortræder|suppleant)|(?:havde|har) (?:meldt |lovligt )?forfald"
    r"|forlod (?:mødet|lokalet)|ankom|inhabil"
)
_VOTING = r"stemte|stemmer (?:for|i ?mod)|afstemning|ændringsforslag\w{0,4}|begær\w{2,4}"


def _whole_word(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{phrase})(?!\w)", re.IGNORECASE)


_TABLE = tuple((outcome, _whole_word(phrase)) for outcome, phrase in _PHRASES)
"""Of phrases that begin at one place the first row's counts: the negative stands before what it contains."""
_WEAK_TABLE = tuple((outcome, _whole_word(phrase)) for outcome, phrase in _WEAK_PHRASES)
_TELLS_ABSENCE, _TELLS_VOTING = _whole_word(_ABSENCE), _whole_word(_VOTING)
_POINT = re.compile(
    r"(?:^|(?<=\s))(?:ad\.? ?|pkt\.? |punkt )(?:\d{1,2}|[a-h])(?: ?[.:)]| |$)|^\d{1,2}[.)] ",
    re.IGNORECASE | re.MULTILINE,
)
_LOOKED_AT = 240
"""Of a sentence this many characters are looked at: what is decided stands first, reasons follow."""
_LONGEST = 20_000


def outcome_of(decision_text: str) -> Outcome:
    """The outcome that a decision's words amount to: `Outcome.NONE` for no words, `OTHER` where no phrase fits.

    Points that are decided one by one (``Ad 1 …``) have a common outcome only where they agree.
    """
    text = re.sub(r"[*_#>|]", "", decision_text[:_LONGEST]).replace("\xa0", " ").strip()
    if not text:
        return Outcome.NONE
    points = _points(text)
    if len(points) > 1:
        return _common([_of_sentences(point) for point in points])
    return _of_sentences(text)


def _points(text: str) -> list[str]:
    starts = [match.end() for match in _POINT.finditer(text)]
    return [text[start:end] for start, end in pairwise([*starts, len(text)])]


def _common(outcomes: Sequence[Outcome]) -> Outcome:
    told = set(outcomes) - {Outcome.OTHER, Outcome.NONE}
    if told == {Outcome.APPROVED, Outcome.APPROVED_MODIFIED}:
        return Outcome.APPROVED_MODIFIED
    return told.pop() if len(told) == 1 else Outcome.OTHER


def _of_sentences(text: str) -> Outcome:
    sentences = split_sentences(text)
    told = [sentence for sentence in sentences if not _TELLS_ABSENCE.search(sentence)]
    found = [outcome for outcome in map(_of_sentence, told or sentences) if outcome is not Outcome.OTHER]
    if not found:
        return Outcome.OTHER if told else Outcome.NONE
    if _TELLS_VOTING.search(text):  # votes on amendments come first, what they lead to last
        return found[-1]
    return next((outcome for outcome in found[:3] if outcome is not Outcome.DISCUSSED), Outcome.DISCUSSED)


def _of_sentence(sentence: str) -> Outcome:
    looked_at = sentence[:_LOOKED_AT]
    for table in (_TABLE, _WEAK_TABLE):
        hits = [(match.start(), row) for row, (_, phrase) in enumerate(table) if (match := phrase.search(looked_at))]
        if hits:
            return table[min(hits)[1]][0]
    return Outcome.OTHER
