import pytest

from referat.vocabulary.outcome_labels import Outcome, label, outcome_named


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_a_word_that_names_it(outcome: Outcome) -> None:
    assert outcome_named(label(outcome)) is outcome
    assert outcome_named(outcome.value) is outcome


def test_a_word_that_is_no_outcome_is_none() -> None:
    assert outcome_named("måske") is None
