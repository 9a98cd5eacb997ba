"""What came of a meeting in one line: how many items had which outcome."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from referat.vocabulary.outcomes import Outcome


class OutcomeCount(Struct, frozen=True):
    """How many items had an outcome."""

    outcome: Outcome
    count: int


def tally(outcomes: Iterable[Outcome]) -> tuple[OutcomeCount, ...]:
    """The outcomes that occurred, the most frequent first; what has no decision is not counted."""
    counted = Counter(outcome for outcome in outcomes if outcome is not Outcome.NONE)
    places = list(Outcome)
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], places.index(pair[0])))
    return tuple(OutcomeCount(outcome, count) for outcome, count in ordered)
