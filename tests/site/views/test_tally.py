"""What came of a meeting in one line."""

from referat.site.views.tally import OutcomeCount, tally
from referat.vocabulary.outcomes import Outcome


def test_the_most_frequent_outcome_comes_first_and_no_decision_is_not_counted() -> None:
    outcomes = [Outcome.NONE, Outcome.POSTPONED, Outcome.NOTED, Outcome.APPROVED, Outcome.APPROVED]
    assert tally(outcomes) == (
        OutcomeCount(Outcome.APPROVED, 2),
        OutcomeCount(Outcome.NOTED, 1),
        OutcomeCount(Outcome.POSTPONED, 1),
    )
