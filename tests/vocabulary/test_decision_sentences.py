"""A sentence that is a decision is told from one that speaks of it."""

import pytest

from referat.vocabulary.decision_sentences import is_decision_sentence


@pytest.mark.parametrize(
    "line",
    [
        "Godkendt.",
        "Dagsordenen blev godkendt",
        "Referatet godkendes.",
        "Taget til efterretning.",
        "Orienteringen blev taget til efterretning.",
        "Indstillingen blev herefter godkendt med 31 stemmer mod 14.",
        "Udsat til næste møde",
        "Begge dele godkendt.",
    ],
)
def test_these_are_decisions(line: str) -> None:
    assert is_decision_sentence(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "godkendt",
        "Godkendelse af dagsorden",
        "Godkendt-mærket blev vist frem.",
        "Rådet talte om det godkendte budget.",
        "Formanden fortalte, at sagen blev udsat.",
        f"Godkendt{' og så meget andet' * 20}",
    ],
)
def test_these_are_not(line: str) -> None:
    assert not is_decision_sentence(line)
