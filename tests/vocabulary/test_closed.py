import pytest

from referat.vocabulary.closed import strip_marks


@pytest.mark.parametrize(
    "title",
    [
        *("Lukket punkt: Køb af grund", "Lukket - Køb af grund", "Køb af grund - LUKKET SAG", "(Lukket) Køb af grund"),
        *("Køb af grund - Lukket punkt", "Køb af grund (Lukket)", "Lukket sag: Køb af grund", "Closed: Køb af grund"),
        *("Køb af grund (FOR LUKKEDE DØRE)", "Fortrolig – Køb af grund"),
    ],
)
def test_the_mark_of_a_closed_item_is_stripped_and_told(title: str) -> None:
    assert strip_marks(title) == ("Køb af grund", True)


@pytest.mark.parametrize("title", ["Lukket", "LUKKET PUNKT", "Lukket sag"])
def test_a_title_that_is_only_a_mark_is_none(title: str) -> None:
    assert strip_marks(title) == (None, True)


def test_the_mark_of_an_open_item_is_stripped_too() -> None:
    assert strip_marks("(Åben) Ny bro") == ("Ny bro", False)
    assert strip_marks("ÅBEN SAG") == (None, False)


@pytest.mark.parametrize("title", ["Lukkede kloaker", "Åbent landskab", "Et lukket bad", "Åben skole"])
def test_words_of_a_title_are_no_marks(title: str) -> None:
    assert strip_marks(title) == (title, None)
