"""Councils, town halls and addresses tell whose a text is, if the table knows the name."""

import pytest

from referat.vocabulary.institutions import municipality_of_institutions, region_named


@pytest.mark.parametrize(
    "text",
    [
        "Møde i Aarhus Byråd",
        "Fraværende i Aarhus Kommunalbestyrelse, 30. august 2024",
        "Byrådssalen, Rådhuset i Aarhus",
        "Se retningslinjerne på http://www.aarhus.dk/retningslinjer",
        "Aarhus Ældreråd",
    ],
)
def test_an_institution_names_its_municipality(text: str) -> None:
    found = municipality_of_institutions(text)
    assert found
    assert found.name == "Aarhus"


@pytest.mark.parametrize(
    "text", ["Strandby Byråd", "Byrådet i dag", "Aarhus Byråd og Odense Byråd", "post@www.aarhus.dk", "Byrådssalen"]
)
def test_what_the_table_does_not_know_or_two_share_tells_nothing(text: str) -> None:
    assert municipality_of_institutions(text) is None


def test_a_region_is_named_in_full() -> None:
    found = region_named("Ledelsesgrundlag for Region Sjælland")
    assert found
    assert found.name == "Region Sjælland"
    assert region_named("Sjælland") is None
