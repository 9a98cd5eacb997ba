"""The sides of a vote that one sentence tells."""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from referat.model import VoteSide
from referat.vocabulary.votes import wording
from referat.vocabulary.votes.who import NOBODY, Listed, listed, members

Sides = Mapping[str, VoteSide]
"""By the name that `referat.model.Vote` has for them; only those that are told."""


class Told(Struct, frozen=True, kw_only=True):
    """What a sentence tells of a vote."""

    sides: Sides
    motion: str | None = None
    """What it says was voted on, also where that is only *forslaget*."""
    belongs: bool = False
    """It tells no side, but stands among those that do: a reservation, who was away, a minority with another wish."""


def told_in(sentence: str, *, within: bool) -> Told:
    """The sides of one sentence. `within` a vote a sentence may count that would not begin one."""
    labels = list(wording.LABEL.finditer(sentence))
    if labels:
        told = _labelled(sentence, labels)
        before = _counted(sentence[: labels[0].start()]) if labels[0].start() else Told(sides={})
        return replace(told, sides={**before.sides, **told.sides}, motion=before.motion or told.motion)
    for reading in (_majority, _counted, _people):
        told = reading(sentence)
        if told.sides or told.belongs:
            return told
    return _refusal(sentence) if within else told


def _labelled(sentence: str, labels: list[re.Match[str]]) -> Told:
    sides: dict[str, VoteSide] = {}
    motion = None
    ends = [*(label.start() for label in labels[1:]), len(sentence)]
    for label, end in zip(labels, ends, strict=True):
        side = label.lastgroup if label.lastgroup in ("abstained", "none") else _side_of(label)
        found = listed(wording.BETWEEN_LABELS.sub("", sentence[label.end() : end]))
        if side == "none":
            continue
        named = label.groupdict()
        sides[side] = _labelled_side(label[0], named.get(f"{side}_count"), found)
        motion = motion or (named.get(f"{side}_object") or named.get(f"{side}_thing") or "").strip() or None
    return Told(sides=sides, motion=motion, belongs=not sides and any(label["none"] for label in labels))


def _labelled_side(label: str, count: str | None, found: Listed | None) -> VoteSide:
    """The side of a label. What follows it and is no list stays in the sentence, and the side says nothing."""
    if found is None or (found == NOBODY and not label.rstrip("*").endswith(":")):
        return VoteSide(count=int(count) if count else None)
    return VoteSide(count=int(count) if count else found.count, names=found.who)


def _side_of(label: re.Match[str]) -> str:
    return "in_favour" if label["in_favour"] else "against" if label["against"] else "abstained"


def _majority(sentence: str) -> Told:
    match = wording.MAJORITY.match(sentence)
    if match:
        return _listing("in_favour", None, match["who"] or match["who_b"])
    match = wording.MEMBERS_RECOMMEND.search(sentence)
    if match:
        return _listing("in_favour", match["count"] or match["count_b"], match["who"] or match["who_b"])
    match = wording.MINORITY.match(sentence)
    if match and wording.MINORITY_SAYS_NO.match(match["says"]):
        return _listing("against", None, match["who"] or match["who_b"])
    return Told(sides={}, belongs=bool(wording.RESERVATION.search(sentence)))


def _listing(side: str, count: str | None, who: str) -> Told:
    names = members(who, strict=True)
    return Told(sides={side: VoteSide(count=int(count) if count else None, names=names)} if count or names else {})


def _counted(sentence: str) -> Told:
    """Figures with or without those who they count."""
    margin = _margin(sentence)
    tallies = {side: match for side, pattern in wording.TALLIES if (match := pattern.search(sentence))}
    cast = len(tallies) > 1 or any(_is_cast(sentence, side, match) for side, match in tallies.items())
    sides = margin or (dict(_tallied(tallies)) if cast else {})
    abstention = wording.ABSTENTION.search(sentence)
    if abstention:
        sides["abstained"] = _side(abstention["count"], abstention["abstained_whoa"], abstention["abstained_whob"])
    named = [match[f"{side}_object"] for side, match in tallies.items() if cast]
    return Told(sides=sides, motion=_motion(sentence, named) if sides else None)


def _is_cast(sentence: str, side: str, match: re.Match[str]) -> bool:
    """Whether a figure alone counts votes: ``5 stemmer for meget`` does not."""
    verb = match[f"{side}_cast"]
    return bool(wording.SURELY_CAST.search(verb) or (verb and wording.ENTERS_FIGURES.search(sentence[: match.start()])))


def _motion(sentence: str, named: Iterable[str | None]) -> str | None:
    subject = wording.SUBJECT.match(sentence)
    if subject:
        return subject["motion"]
    head = wording.INLINE_HEAD.match(sentence)
    if head and not wording.NO_MOTION.search(head["motion"]):
        return head["motion"]
    return next((words.strip() for words in named if words), None)


def _tallied(tallies: Mapping[str, re.Match[str]]) -> Iterator[tuple[str, VoteSide]]:
    for side, match in tallies.items():
        yield side, _side(match[side], match[f"{side}_whoa"], match[f"{side}_whob"])


def _side(count: str, *who: str | None) -> VoteSide:
    return VoteSide(count=int(count), names=members(next((names for names in who if names), ""), strict=True))


def _margin(sentence: str) -> dict[str, VoteSide]:
    """``med 9 stemmer mod 1``: the first figure is those in favour, except where the motion was voted down.

    ``forkastet med 31 stemmer mod 9``: 31 were against. ``ikke vedtaget med 9 stemmer mod 1`` can mean both, and so
    tells neither.
    """
    match = wording.MARGIN.search(sentence)
    if match is None:
        return {}
    first, second = (_side(match[place], match[f"{place}_who"]) for place in ("first", "second"))
    before = sentence[: match.start()]
    more = (first.count or 0) > (second.count or 0)
    if more and wording.LOST.search(before):
        return {"in_favour": second, "against": first} if wording.VOTED_DOWN.search(before) else {}
    return {"in_favour": first, "against": second}


def _people(sentence: str) -> Told:
    match = wording.PEOPLE_CAST.match(sentence)
    if match is None:
        return Told(sides={})
    side = "abstained" if match["abstained"] else "in_favour" if match["side"].casefold() == "for" else "against"
    return _listing(side, None, match["who"])


def _refusal(sentence: str) -> Told:
    match = wording.CANNOT_RECOMMEND.match(sentence)
    return _listing("against", None, match["who"]) if match else Told(sides={})
