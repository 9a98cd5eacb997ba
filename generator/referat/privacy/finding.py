"""What a detector finds, and what a detector is."""

from collections.abc import Callable
from enum import IntEnum

from msgspec import Struct

from referat.privacy.glance import Glance
from referat.privacy.policy import Policy


class Verdict(IntEnum):
    """What becomes of a finding. Compares: ``Verdict.BLOCK > Verdict.REVIEW``."""

    REVIEW = 1
    """A person should look at it. It is published and told."""
    REMOVE = 2
    """A mark takes its place. What stands around it is published."""
    BLOCK = 3
    """It is never published, nor is the rest of its agenda item: it usually holds more that no detector sees."""


class Finding(Struct, frozen=True, order=True):
    """A place in a text. It never holds what stands there."""

    start: int
    end: int
    verdict: Verdict
    kind: str
    """The detector's name: ``cpr``."""


class Span(Struct, frozen=True):
    """What a detector finds in a folded text, in that text's own offsets."""

    start: int
    end: int
    verdict: Verdict


def anywhere(_glance: Glance) -> bool:
    """For a detector that cannot tell of a text at once that it finds nothing in it."""
    return True


def never_public(_found: str, _policy: Policy) -> bool:
    """For what no publisher can declare to be public."""
    return False


class Detector(Struct, frozen=True, kw_only=True):
    """How one kind of information is found and named. Each module of ``privacy.detectors`` has one as ``DETECTOR``."""

    kind: str
    """A stable word: ``cpr``. Problems about it have the code ``cpr_held_back`` and so on."""
    name: str
    """In a sentence: ``a CPR number``."""
    mark: str
    """What readers see in its place. Plain words, so that it can be read aloud, searched and printed."""
    masked: str
    """What problems show in its place."""
    may_hold: Callable[[Glance], bool]
    """A quick look at a paragraph, or at several: what it is asked about must stand in one for it to be looked at."""
    may_find: Callable[[Glance], bool] = anywhere
    """A quick look at a text of any length, and narrower: False only where `find` would certainly find nothing in any
    part of it, however it is folded.
    """
    find: Callable[[str], list[Span]]
    """Looks closely at a folded text (`privacy.folding`), in time that grows with its length and no faster."""
    is_public: Callable[[str, Policy], bool] = never_public
    """Whether the publisher knows what was found, as it stands in the folded text, to be public."""
