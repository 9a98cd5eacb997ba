"""A bare approval of a recommendation to refuse."""

import pytest

from referat.vocabulary.approved_refusals import approves_refusal, is_refusal

AFSLAG = "at ansøgningen om dispensation til en carport afslås"


@pytest.mark.parametrize(
    "recommendation",
    [
        AFSLAG,
        "1. at der meddeles afslag\n2. at ansøgeren orienteres",
        "at udvalget godkender, at der gives afslag på ansøgningen",
        "Det indstilles, at der ikke meddeles dispensation fra lokalplanen.",
        "- at ansøgningen ikke imødekommes",
        "at ansøgningen om tilskud afvises",
    ],
)
def test_a_recommendation_that_only_refuses_is_a_refusal(recommendation: str) -> None:
    assert is_refusal(recommendation)
    assert approves_refusal("Godkendt.", recommendation)


@pytest.mark.parametrize(
    "recommendation",
    [
        "at planen godkendes",
        "at ansøgningen imødekommes",
        "at indsigelsen afvises, og at lokalplanen vedtages",
        "1. at dispensation til skuret afslås\n2. at dispensation til hegnet meddeles",
        "at udvalget tager stilling til, om der skal gives afslag",
        "at udvalget vælger mellem afslag og tilladelse",
        "",
    ],
)
def test_one_that_grants_something_or_leaves_it_open_is_none(recommendation: str) -> None:
    assert not is_refusal(recommendation)
    assert not approves_refusal("Godkendt.", recommendation)


@pytest.mark.parametrize(
    "decision",
    [
        "Godkendt.",
        "Tiltrådt som indstillet. Anna Holm (A) var fraværende.",
        "Udvalget godkendte enstemmigt forvaltningens indstilling.",
        "Indstillingen blev vedtaget med 4 stemmer for og 1 imod.",
    ],
)
def test_an_approval_in_no_words_of_its_own_approves_the_refusal(decision: str) -> None:
    assert approves_refusal(decision, AFSLAG)


@pytest.mark.parametrize(
    "decision",
    [
        "Udvalget godkendte at give dispensation.",
        "Godkendt, idet carporten flyttes en meter.",
        "Ikke godkendt.",
        "Udsat.",
        "Anbefales.",
        "",
    ],
)
def test_a_decision_that_says_more_or_something_else_speaks_for_itself(decision: str) -> None:
    assert not approves_refusal(decision, AFSLAG)
