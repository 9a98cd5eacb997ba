"""Votes and referrals, as the words of a decision tell them. Nothing is concluded from anything else."""

import re
from collections.abc import Iterator

from msgspec import Struct

from referat.model import Vote, VoteBasis, VoteSide
from referat.vocabulary.bodies import COLLEGE
from referat.vocabulary.sentence_ends import split_sentences


class Referral(Struct, frozen=True, kw_only=True):
    """That someone had the case brought before another body (begærede sagen indbragt)."""

    by: str
    """Who: a group's letter or a person, as printed."""
    to: str
    """The body."""
    stated: str
    """The sentence, word for word."""


def _who(side: str) -> str:
    return rf"(?: ?\((?P<{side}_who>[^()]{{1,160}})\))?"


_FOR, _AGAINST = r"(?P<in_favour>\d{1,3})", r"(?P<against>\d{1,3})"
_PEOPLE = r"(?: (?:medlemmer|medlem))?"
_CAST = rf"{_PEOPLE}(?: (?:stemte|stemmer?)){{0,2}}"
_IN_FAVOUR = rf"for(?: \w{{4,20}})?{_who('in_favour')}"
_PAIRS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_AGAINST}{_CAST} i?mod{_who('against')},? og {_FOR}{_CAST} for{_who('in_favour')}(?!\w)",
        rf"{_FOR}{_CAST} {_IN_FAVOUR},?(?: og| mens)? {_AGAINST}{_CAST} i?mod{_who('against')}",
        rf"med {_FOR} stemmer?{_who('in_favour')},? i?mod {_AGAINST}(?: stemmer?)?{_who('against')}",
    )
)
"""Both sides in one sentence. In ``med 29 stemmer imod og 1 for`` the losing side comes last."""
_SINGLES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\w){_FOR}{_PEOPLE} (?:stemte|stemmer?) {_IN_FAVOUR}",
        rf"(?<!\w){_AGAINST}{_PEOPLE} (?:stemte|stemmer?) i?mod{_who('against')}",
        rf"(?<!\w)(?P<abstained>\d{{1,3}}){_PEOPLE} (?:undlod|hverken for eller imod){_who('abstained')}",
    )
)
_OF = r"(?: bestående)? af (?P<value>[^.]{1,160}?)"
_LABELS = tuple(
    (side, re.compile(pattern, re.IGNORECASE))
    for side, pattern in (
        ("in_favour", r"^for(?: \w{4,20})?(?: stemte(?: følgende)?:? ?|: ?)(?P<value>.*)$"),
        ("against", r"^i?mod(?: \w{4,20})?(?: stemte(?: følgende)?:? ?|: ?)(?P<value>.*)$"),
        ("abstained", r"^(?:følgende )?undlod(?: at stemme)?: ?(?P<value>.*)$"),
        ("in_favour", rf"^et flertal{_OF},? (?:anbefaler|tiltræder|stemte for|godkendte)"),
        ("against", rf"^et mindretal{_OF},? (?:kan ikke|stemte imod|\w{{4,12}} ikke)"),
    )
)
_TOTAL = re.compile(r"^(?P<count>\d{1,3})(?: ?\((?P<who>.*)\))?$|^(?P<list>.{0,300}?) ?[–-] ?i alt (?P<sum>\d{1,3})$")
_PARTY = re.compile(r"^(?:(?:gruppe|liste|partiet) )?\(?[A-ZÆØÅ]{1,2}\)?\.?(?: \([A-ZÆØÅ]\))?$", re.IGNORECASE)
_PARTY_NAME = re.compile(
    r"folkeparti|venstre$|liberal|konservative?$|socialdemokrat|enhedslisten|alternativet|moderaterne|borgerlige|liste",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s?[,;+&]\s?(?:(?:og|samt)\s)?|\.?\s(?:og|samt)\s")
_CARRIED = re.compile(r"(?<!\w)(?:vedtaget|godkendt|tiltrådt|vedtages|godkendes)(?!\w)", re.IGNORECASE)
_LOST = re.compile(
    r"(?<!\w)(?:forkast\w{2,4}|bortfald\w{0,3}|falder|faldt|faldet|nedstemt|ikke (?:vedtaget|godkendt|tiltrådt))(?!\w)",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"^(?:forslag|ændringsforslag|indstilling|dermed |herefter |faldet|vedtaget|forkastet|godkendt)", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"(?:(?:stemmes|stemtes|stemt|afstemning) om|stemte for (?=forslaget om)) ?(?P<motion>[^.:]{3,200})", re.IGNORECASE
)
_PROPOSAL = re.compile(
    r"(?<!\w)(?:for(?:e)?sl(?:og|ag|år|oges)|stille(?:r|de) forslag|ændringsforslag\w{0,4})(?!\w)", re.IGNORECASE
)
_REFERRAL = re.compile(
    r"^(?P<by>.{1,120}?) (?:begær|kræv|forlang)(?:ede|er|te|t) (?:sagen|punktet|den|det)(?: \w{2,12}){0,3}?"
    rf" (?:for|i|til) (?P<to>(?:\S{{1,30}} ){{0,4}}?\S{{0,40}}{COLLEGE})(?!\w)",
    re.IGNORECASE,
)
_LONGEST = 20_000


class _Ballot(Struct, kw_only=True):
    """A vote while its sentences are read."""

    sentences: list[str]
    sides: dict[str, VoteSide]
    motion: str | None = None
    carried: bool | None = None


def votes_in(text: str) -> tuple[Vote, ...]:
    """The votes that a decision's text tells, in order: how many and who on each side, only as far as it is stated."""
    return tuple(_finished(ballot) for ballot in _ballots(text[:_LONGEST]))


def _ballots(text: str) -> list[_Ballot]:
    ballots: list[_Ballot] = []
    before: list[str] = []
    current: _Ballot | None = None
    for sentence in split_sentences(text):
        sides = _sides(sentence)
        if sides and (current is None or current.sides.keys() & sides.keys()):
            current = _opened(before)
            ballots.append(current)
            before = []
        if sides and current:
            current.sentences.append(sentence)
            current.sides.update(sides)
            current.carried = _result(sentence) if current.carried is None else current.carried
        elif current and current.carried is None and _RESULT.match(sentence) and _result(sentence) is not None:
            current.sentences.append(sentence)
            current.carried = _result(sentence)
            current = None
        else:
            current = None
            before.append(sentence)
    return [ballot for ballot in ballots if ballot.sides.keys() & {"in_favour", "against"}]


def _opened(before: list[str]) -> _Ballot:
    """A ballot with the sentences that put the motion: from the last proposal on, of those since the last vote."""
    told = next((start for start in range(len(before) - 1, -1, -1) if _PROPOSAL.search(before[start])), None)
    put = before[told:] if told is not None and len(before) - told <= 3 else before[-1:]
    subject = next((match["motion"] for sentence in put if (match := _SUBJECT.search(sentence))), None)
    if subject:
        return _Ballot(sentences=put, sides={}, motion=subject.strip())
    if put and _PROPOSAL.search(put[0]):
        return _Ballot(sentences=put, sides={}, motion=put[0])
    return _Ballot(sentences=[], sides={})


def _result(sentence: str) -> bool | None:
    if _LOST.search(sentence):
        return False
    return True if _CARRIED.search(sentence) else None


def _sides(sentence: str) -> dict[str, VoteSide]:
    for name, pattern in _LABELS:
        match = pattern.match(sentence)
        if match:
            return {name: _listed(match["value"])}
    for pattern in _PAIRS:
        match = pattern.search(sentence)
        if match:
            return dict(_counted(match)) | _abstained(sentence)
    sides: dict[str, VoteSide] = {}
    for pattern in _SINGLES:
        match = pattern.search(sentence)
        if match:
            sides |= dict(_counted(match))
    return sides


def _abstained(sentence: str) -> dict[str, VoteSide]:
    match = _SINGLES[2].search(sentence)
    return dict(_counted(match)) if match else {}


def _counted(match: re.Match[str]) -> Iterator[tuple[str, VoteSide]]:
    told = match.groupdict()
    for side in ("in_favour", "against", "abstained"):
        if told.get(side):
            yield side, VoteSide(count=int(told[side]), names=_names(told.get(f"{side}_who") or ""))


def _listed(value: str) -> VoteSide:
    """What stands after a label: names, letters, ``5 (A+T+V)``, ``A, Ø – i alt 10``; nothing means nobody."""
    value = value.strip(" .:")
    if value.casefold() in ("", "ingen", "0"):
        return VoteSide(count=0)
    total = _TOTAL.match(value)
    if total is None:
        return VoteSide(names=_names(value))
    return VoteSide(count=int(total["count"] or total["sum"]), names=_names(total["who"] or total["list"] or ""))


def _names(listed: str) -> tuple[str, ...]:
    pieces = (_unwrapped(piece.strip(" .:")) for piece in _SPLIT.split(listed))
    return tuple(piece for piece in pieces if piece)


def _unwrapped(name: str) -> str:
    """``(V)`` is V; ``Anna Holm (V)`` stays."""
    return name[1:-1] if name.startswith("(") and name.endswith(")") and name.count("(") == 1 else name


def _finished(ballot: _Ballot) -> Vote:
    names = [name for side in ballot.sides.values() for name in side.names]
    basis = VoteBasis.COUNTS
    if names:
        groups = all(_PARTY.match(name) or _PARTY_NAME.search(name) for name in names)
        basis = VoteBasis.GROUPS if groups else VoteBasis.NAMES
    return Vote(
        stated=" ".join(ballot.sentences),
        motion=ballot.motion,
        in_favour=ballot.sides.get("in_favour", VoteSide()),
        against=ballot.sides.get("against", VoteSide()),
        abstained=ballot.sides.get("abstained", VoteSide()),
        carried=ballot.carried,
        basis=basis,
    )


def referral_in(text: str) -> Referral | None:
    """Who had the case brought before which body: ``(V) begærede sagen i Kommunalbestyrelsen``."""
    for sentence in split_sentences(text[:_LONGEST]):
        match = _REFERRAL.match(sentence)
        if match:
            return Referral(by=_unwrapped(match["by"].strip()), to=match["to"].strip(), stated=sentence)
    return None
