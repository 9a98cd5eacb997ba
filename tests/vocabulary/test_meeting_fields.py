"""The labels of a head say what they announce."""

import pytest

from referat.vocabulary.meeting_fields import LABEL, MeetingField, field_of, needs_colon


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Mødedato", MeetingField.DATE),
        ("MØDESTED", MeetingField.PLACE),
        ("Fraværende med  afbud", MeetingField.ABSENT),
        ("Starttidspunkt for møde:", MeetingField.TIME),
        ("Havn", None),
    ],
)
def test_a_label_announces_its_field(label: str, field: MeetingField | None) -> None:
    assert field_of(label) is field


def test_common_words_need_a_colon() -> None:
    assert needs_colon("Sted")
    assert not needs_colon("Mødested")


def test_the_longest_label_is_taken_and_parts_of_words_are_none() -> None:
    match = LABEL.search("Afbud fra: Anna")
    assert match
    assert match["label"] == "Afbud fra"
    assert LABEL.search("Gæstested og Nødsted") is None
