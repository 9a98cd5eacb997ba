"""The search for slow functions finds what is slow, and looks at all there are."""

from tests.linear.functions import all_functions
from tests.linear.measure import growth_of


def quadratic(text: str) -> int:
    return sum(text.count("b", start) for start in range(0, len(text), 4))


def test_work_that_grows_with_the_square_is_found() -> None:
    assert not growth_of(quadratic, "a", "", 64_000, 0.3).is_linear


def test_work_that_grows_with_the_text_is_not() -> None:
    assert growth_of(lambda text: text.replace("a", "b").split("b"), "a", "", 64_000, 1.0).is_linear


def test_a_call_that_does_not_end_is_given_up() -> None:
    def endless(_text: str) -> None:
        while True:
            pass

    assert not growth_of(endless, "a", "", 64_000, 0.1).is_linear


def test_vocabulary_gate_records_and_pages_are_all_looked_at() -> None:
    names = all_functions().keys()
    for name in (
        "vocabulary.casenumber.parse",
        "vocabulary.outcomes.outcome_of",
        "privacy.scan.scan_text",
        "privacy.detectors.cpr.find",
        "minutes_file.read",
        "site.markdown.to_html",
        "importing.understand",
    ):
        assert name in names
    assert len(names) > 100
