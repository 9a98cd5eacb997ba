"""The search for slow functions finds what is slow, and looks at all there are."""

import re

from tests.linear.functions import all_functions
from tests.linear.measure import growth_of, slow_growth


def quadratic(text: str) -> int:
    return sum(1 for _ in range(len(text) ** 2 // 400))


def test_work_that_grows_with_the_square_is_found() -> None:
    assert not growth_of(quadratic, "a", "", 64_000, 0.3).is_linear


def test_work_that_grows_with_the_text_is_not() -> None:
    assert growth_of(lambda text: text.replace("a", "b").split("b"), "a", "", 64_000, 1.0).is_linear


def test_a_call_that_does_not_end_is_given_up() -> None:
    def endless(_text: str) -> None:
        while True:
            pass

    assert not growth_of(endless, "a", "", 64_000, 0.1).is_linear


def test_a_text_of_each_length_and_end_is_tried() -> None:
    tried: set[tuple[int, str]] = set()
    assert slow_growth(lambda text: tried.add((len(text.rstrip("x")), text[-1])), "a", 64_000, 1.0) is None
    assert {(16_000, "x"), (64_000, "a")} < tried


def test_an_end_that_makes_a_function_slow_is_found() -> None:
    goes_back = re.compile("a+b")
    found = slow_growth(lambda text: text.endswith("]") and goes_back.search(text), "a", 64_000, 0.3)
    assert found is not None
    assert found[0] == "]"


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
