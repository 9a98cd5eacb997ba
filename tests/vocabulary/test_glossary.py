"""The words of the town hall are found in texts in all their forms, and ordinary words are not taken for them."""

import pytest

from referat.vocabulary.glossary import GROUPS, terms_in


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Indstillingen blev tiltrådt.", "tiltraadt"),
        ("Udvalget tiltræder indstillingen.", "tiltraadt"),
        ("Taget til efterretning.", "til-efterretning"),
        ("Udsat.", "udsat"),
        ("Sagen blev udsat til næste møde.", "udsat"),
        ("Sagen oversendes til byrådet.", "oversendt"),
        ("Hjemvist til udvalget.", "hjemvist"),
        ("Bo Kjær tog forbehold.", "forbehold"),
        ("Liste F begærede sagen i byrådet.", "begaere"),
        ("Anna Holm var inhabil og deltog ikke.", "inhabil"),
        ("Mindretalsudtalelse fra Liste F", "mindretalsudtalelse"),
        ("Planen sendes i høring.", "hoering"),
    ],
)
def test_a_word_is_found_in_its_forms(text: str, slug: str) -> None:
    assert slug in terms_in([text])


@pytest.mark.parametrize(
    "text",
    ["Tilbud til udsatte borgere.", "Byrådet hørte på forslaget.", "Et begærligt marked.", "Der sendes et brev.", ""],
)
def test_ordinary_words_are_no_words_of_the_list(text: str) -> None:
    assert terms_in([text]) == ()


def test_words_are_told_once_and_in_the_order_of_the_list() -> None:
    assert terms_in(["Udsat.", "Indstillingen blev tiltrådt.", "Udsat."]) == ("indstilling", "tiltraadt", "udsat")


def test_no_word_stands_twice_in_the_list() -> None:
    slugs = [term.slug for group in GROUPS for term in group.terms]
    assert len(set(slugs)) == len(slugs)
