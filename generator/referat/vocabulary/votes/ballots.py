"""Which sentences of a text tell of one and the same vote, what it was on, and how it ended."""

from msgspec import Struct
from msgspec.structs import replace

from referat.model import Vote, VoteBasis, VoteSide
from referat.vocabulary.sentences import split_sentences
from referat.vocabulary.votes import wording
from referat.vocabulary.votes.sides import Sides, Told, told_in
from referat.vocabulary.votes.who import is_party, members

_LOOKED_BACK = 3
"""A motion stands at most this many sentences before the vote on it."""


class _Ballot(Struct, frozen=True, kw_only=True):
    """A vote while its sentences are read."""

    sentences: tuple[str, ...]
    sides: Sides
    motion: str | None
    carried: bool | None
    ended: bool = False
    """Its result has been told in a sentence of its own."""


def votes_of(text: str) -> tuple[Vote, ...]:
    """The votes of a text, in order."""
    ballots: list[_Ballot] = []
    before: list[str] = []  # one more than may tell the motion: the last may tell the result
    current: _Ballot | None = None
    for sentence in _sentences(text):
        told = told_in(sentence, within=current is not None)
        grown = _grown(current, sentence, told) if current else None
        if grown:
            ballots[-1] = current = grown
        elif told.sides:
            current = _opened(before, sentence, told)
            ballots.append(current)
        else:
            current = None
        before = [] if current else [*before[-_LOOKED_BACK:], sentence]
    return tuple(_finished(ballot) for ballot in ballots if _is_vote(ballot))


def _sentences(text: str) -> list[str]:
    """The sentences of a text. A list on the lines after its label is one with it, its lines kept apart."""
    sentences: list[str] = []
    listing = False
    for part in (part for sentence in split_sentences(text) for part in wording.AFTER_A_LETTER.split(sentence)):
        label = wording.LABEL.search(part)
        if listing and label is None and members(part.lstrip("-*•– "), strict=True):
            sentences[-1] = f"{sentences[-1]}\n{part}"
        else:
            listing = label is not None and part.rstrip("*").endswith(":")
            sentences.append(part)
    return sentences


def _grown(ballot: _Ballot, sentence: str, told: Told) -> _Ballot | None:
    """The ballot with one more sentence; None where the sentence is not about it."""
    if wording.POINT.match(sentence):
        return None
    longer = replace(ballot, sentences=(*ballot.sentences, sentence))
    if told.sides:
        sides = _joined(ballot, told)
        result = result_of(sentence)
        if sides is None or (None not in (result, ballot.carried) and result is not ballot.carried):
            return None
        return replace(longer, sides=sides, carried=result if ballot.carried is None else ballot.carried)
    if told.belongs:
        return longer
    if ballot.carried is None and not ballot.ended and _ends(ballot, sentence):
        return replace(longer, carried=result_of(sentence), ended=True)
    return None


def _joined(ballot: _Ballot, told: Told) -> Sides | None:
    """The sides of both: figures first and names after them are one vote; else no side is told twice."""
    if told.motion and not wording.POINTS_BACK.match(told.motion) and told.motion != ballot.motion:
        return None
    sides = dict(ballot.sides)
    for name, side in told.sides.items():
        known = sides.get(name)
        if known is None and ballot.ended:
            return None
        if known is None:
            sides[name] = side
        elif known.names or side.count not in (None, known.count):
            return None
        else:
            sides[name] = VoteSide(count=known.count, names=side.names)
    return sides


def _ends(ballot: _Ballot, sentence: str) -> bool:
    """Whether the sentence tells how the vote ended. What came after an amendment is no result of it."""
    if result_of(sentence) is None or not wording.TELLS_RESULT.search(sentence):
        return False
    on_a_proposal = bool(ballot.motion and wording.A_PROPOSAL.search(ballot.motion)) or any(
        wording.PROPOSES.search(told) or "ændringsforslag" in told.casefold() for told in ballot.sentences
    )
    about = wording.SUBJECT.match(sentence)
    another = about is not None and not wording.POINTS_BACK.match(about["motion"])
    return not (on_a_proposal and (another and wording.NEXT_STEP.search(sentence) is not None))


def _opened(before: list[str], sentence: str, told: Told) -> _Ballot:
    """A new ballot, with the sentences before it that tell its motion or its result."""
    put: list[str] = []
    carried = result_of(sentence)
    motion = told.motion if told.motion and not wording.POINTS_BACK.match(told.motion) else None
    if carried is None and motion is None and before and _is_own_result(before[-1]):
        put = before[-1:]
        carried = result_of(put[0])
        about = wording.SUBJECT.match(put[0])
        motion = about["motion"] if about and not wording.POINTS_BACK.match(about["motion"]) else None
    if motion is None and not wording.POINT.match(sentence):
        told_before = before[: len(before) - len(put)]
        proposed, motion = _proposed(told_before[-_LOOKED_BACK:])
        put = [*proposed, *put]
    return _Ballot(sentences=(*put, sentence), sides=told.sides, motion=motion, carried=carried)


def _is_own_result(sentence: str) -> bool:
    """Whether figures after this sentence are its own: ``Godkendt. 10 stemte for (A) og 1 stemte imod (O).``"""
    told = [match for pattern in (wording.CARRIED, wording.LOST) if (match := pattern.search(sentence))]
    first = any(match.start() == 0 for match in told) or (told and wording.SUBJECT.match(sentence))
    return bool(first) and not (wording.AGREED_BY_ALL.search(sentence) or _is_proposal(sentence))


def _proposed(before: list[str]) -> tuple[list[str], str | None]:
    """The sentences, and the motion they put, from the last proposal on that nothing has come of yet."""
    settled = [place for place, told in enumerate(before) if _is_settled(told)]
    open_ = before[settled[-1] + 1 :] if settled else before
    starts = [place for place, told in enumerate(open_) if _is_proposal(told)]
    put = open_[starts[-1] :] if starts else open_[-1:]
    if not put:
        return [], None
    about = next((match["motion"] for told in put if (match := wording.ABOUT.search(told))), None)
    if about:
        return put, about.strip()
    if starts:
        return put, " ".join(put[:2]) if put[0].endswith(":") and len(put) > 1 else put[0].rstrip(":")
    if put[0].endswith(":") and not wording.NO_MOTION.search(put[0]):
        return put, put[0].rstrip(":")
    return [], None


def _is_proposal(sentence: str) -> bool:
    return bool(wording.PROPOSES.search(sentence) or wording.A_PROPOSAL.match(sentence))


def _is_settled(sentence: str) -> bool:
    ended = result_of(sentence) is not None or wording.OTHER_END.search(sentence)
    return bool(ended) and not wording.PROPOSES.search(sentence) and not sentence.endswith(":")


def result_of(sentence: str) -> bool | None:
    """Whether the sentence says that something was carried: the first word that says so counts."""
    lost, carried = wording.LOST.search(sentence), wording.CARRIED.search(sentence)
    if lost and (carried is None or lost.start() < carried.start()):
        return False
    return True if carried else None


def _is_vote(ballot: _Ballot) -> bool:
    """A lone ``For: …`` may be a signature, and one who did not vote makes no vote."""
    told = [ballot.sides.get(side, VoteSide()) for side in ("in_favour", "against")]
    words = " ".join(ballot.sentences).casefold()
    return any(side != VoteSide() for side in told) and (
        len(ballot.sides) > 1 or any(word in words for word in ("stem", "flertal", "medlem"))
    )


def _finished(ballot: _Ballot) -> Vote:
    names = [name for side in ballot.sides.values() for name in side.names]
    basis = VoteBasis.GROUPS if all(map(is_party, names)) else VoteBasis.NAMES
    return Vote(
        stated=" ".join(ballot.sentences).replace("\n", " "),
        motion=ballot.motion,
        in_favour=ballot.sides.get("in_favour", VoteSide()),
        against=ballot.sides.get("against", VoteSide()),
        abstained=ballot.sides.get("abstained", VoteSide()),
        carried=ballot.carried,
        basis=basis if names else VoteBasis.COUNTS,
    )
