"""What every meeting has on its agenda."""

import pytest

from referat.vocabulary.routine import is_formality, is_round, says_nothing


@pytest.mark.parametrize(
    "title",
    [
        "Godkendelse af dagsorden",
        "Godkendelse af dagsordenen (B)",
        "Godkendelse af dagsorden til møde d. 4. april 2017",
        "Godkendelse af dagsorden for Byrådet",
        "Dagsorden - godkendelse",
        "Dagsorden.",
        "Godkendelse af referat fra møde den 8. juni 2021.",
        "Underskrift af protokollen",
        "Underskriftsark (Lukket)",
    ],
)
def test_a_step_of_the_meeting_itself_is_a_formality(title: str) -> None:
    assert is_formality(title)


@pytest.mark.parametrize(
    "title",
    [
        "Godkendelse af takster for 2027",
        "Godkendelse af referatpolitik",
        "Dagsorden for det grønne år",
        "Underskrift på købsaftale for Strandvej 4",
        "Underskriftsindsamling mod ny motorvej",
        "Cykelsti langs Havnevej",
    ],
)
def test_a_matter_is_none(title: str) -> None:
    assert not is_formality(title)
    assert not is_round(title)


@pytest.mark.parametrize(
    "title",
    [
        "Eventuelt",
        "Evt.",
        "Meddelelser",
        "Orientering",
        "Orientering fra borgmesteren",
        "Siden sidst fra udvalgets medlemmer (O)",
    ],
)
def test_a_round_of_words_is_known(title: str) -> None:
    assert is_round(title)
    assert not is_formality(title)


@pytest.mark.parametrize("title", ["Orientering om budgetopfølgning", "Meddelelse om påbud", "Mødeplan 2027"])
def test_an_orientation_with_a_subject_is_a_matter(title: str) -> None:
    assert not is_round(title)


@pytest.mark.parametrize(
    "text", ["Intet.", "Ingen", "Der var intet til punktet.", "Ingen bemærkninger.", "Intet at bemærke"]
)
def test_a_text_that_says_there_is_nothing_to_say_is_known(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["Ingen stemte imod.", "Intet af forslagene blev vedtaget.", "Anna Holm (A) takkede."])
def test_one_that_says_something_is_none(text: str) -> None:
    assert not says_nothing(text)
