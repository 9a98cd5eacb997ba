"""Lines of the web page are known, and lines of the minutes are left alone."""

import pytest

from referat.vocabulary.furniture import is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "Vi bruger cookies på siden",
        "Til toppen",
        " • Få siden oplæst",
        "Side 2 af 14",
        "Udskriv hele dagsordnen",
        "Show video",
    ],
)
def test_what_belongs_to_the_page(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["Udskrivning af skat", "Søgårdvej 2", "Byrådet bruger cookies i sagen", "Tilbagebetaling", ""]
)
def test_what_belongs_to_the_minutes(line: str) -> None:
    assert not is_furniture(line)
