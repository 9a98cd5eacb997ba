import pytest

from referat.vocabulary.attendance import is_member, is_no_name, joint_before, split_people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("", ()),
        ("Anna Holm (A), direktør Bo Kjær og Carl\nLund", ("Anna Holm (A)", "direktør Bo Kjær", "Carl Lund")),
        ("Mødedeltagere: Anna Holm\nSkovgaard, Bo Kjær (sekretær)", ("Anna Holm Skovgaard", "Bo Kjær (sekretær)")),
        ("Anna Holm, A, Bo Kjær, V", ("Anna Holm, A", "Bo Kjær, V")),
        ("Anna Holm (A)\nBo Kjær (V)", ("Anna Holm (A)", "Bo Kjær (V)")),
        ("• Anna Holm\n• Bo Kjær", ("Anna Holm", "Bo Kjær")),
        ("Anna Holm (A) Bo Kjær (V) Carl Lund", ("Anna Holm (A)", "Bo Kjær (V)", "Carl Lund")),
        ("Anna Holm (); Bo Kjær (V, formand)", ("Anna Holm", "Bo Kjær (V, formand)")),
        ("Anna Holm (F) og Bo Kjær (F) var fraværende", ("Anna Holm (F)", "Bo Kjær (F)")),
        (
            "byplanarkitekt og souschef Anna Holm og kultur- og fritidschef Bo Kjær",
            ("byplanarkitekt og souschef Anna Holm", "kultur- og fritidschef Bo Kjær"),
        ),
    ],
)
def test_people_are_whole_with_role_and_party(text: str, people: tuple[str, ...]) -> None:
    assert split_people(text) == people


@pytest.mark.parametrize("text", ["og", "samt", ", ", "Ingen", "Ingen afbud.", "havde meldt afbud.", "var fraværende"])
def test_words_that_name_nobody_are_no_people(text: str) -> None:
    assert is_no_name(text)
    assert split_people(text) == ()


@pytest.mark.parametrize("text", ["Anna Holm", "Ingen Holm", "Ogbert", "Sekretær"])
def test_names_are_people(text: str) -> None:
    assert not is_no_name(text)


def test_words_that_say_more_than_that_somebody_was_absent_are_kept() -> None:
    assert split_people("Anna Holm havde meldt afbud") == ("Anna Holm",)
    assert split_people("Anna Holm havde meldt afbud til punkt 3") == ("Anna Holm havde meldt afbud til punkt 3",)


@pytest.mark.parametrize("line", ["Anna Holm (A)", "- Bo Kjær (løsgænger)", "Carl Lund, V", "Dorte Friis-Bach ()"])
def test_a_name_with_a_party_is_a_member(line: str) -> None:
    assert is_member(line)


@pytest.mark.parametrize("line", ["", "Anna Holm", "Referat (A)", "Økonomi", "Der var afbud fra Anna Holm (A)"])
def test_a_line_without_name_and_party_is_no_member(line: str) -> None:
    assert not is_member(line)


def test_a_date_or_number_is_no_mark_of_a_list() -> None:
    assert split_people("1. Anna Holm\n2) Bo Kjær\n14.05 mødte Carl Lund") == (
        "Anna Holm",
        "Bo Kjær",
        "14.05 mødte Carl Lund",
    )


@pytest.mark.parametrize(("text", "joint"), [("og Bo Kjær", "og "), (", samt Bo", ", samt "), ("Ogla Holm", "")])
def test_a_word_between_names_is_told_from_the_name(text: str, joint: str) -> None:
    assert text[: joint_before(text)] == joint
