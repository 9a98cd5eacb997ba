"""Whose minutes these are is found in a fixed order, and unknown is better than a guess."""

import datetime as dt

import pytest

from referat.importing.document import Document
from referat.importing.format import UNKNOWN_NAME, Parsed
from referat.importing.ledger import Claim
from referat.importing.municipality import doubt_name, name_municipality
from referat.model import AgendaItem, Meeting, Minutes


def found(
    text: str,
    *,
    given: str | None = None,
    url: str | None = None,
    case: str | None = None,
    cut: int = 0,
    body: str = "Byrådet",
) -> str:
    document = Document(name="x.txt", text=text, sha256="", municipality=given, url=url)
    meeting = Meeting(municipality=UNKNOWN_NAME, body=body, date=dt.date(2024, 5, 14))
    minutes = Minutes(meeting=meeting, items=(AgendaItem(number="1", case_number=case),))
    return name_municipality(document, [Parsed(minutes=minutes, claims=(Claim(0, cut or len(text)),))])[0]


def test_what_is_given_goes_before_everything() -> None:
    assert found("STRANDBY KOMMUNE\nReferat", given="Egedalen") == "Egedalen"


def test_a_line_of_the_head_names_it() -> None:
    assert found("Strandby Kommune\nReferat\nSamarbejde med Egedalen Kommune og Egedalen Kommune") == "Strandby"


def test_the_first_part_of_the_case_numbers_is_its_code() -> None:
    assert found("Referat", case="101-2024-55") == "København"


def test_the_address_names_it() -> None:
    assert found("Referat", url="https://www.aarhus.dk/referat/1") == "Aarhus"


def test_the_text_names_it_by_a_wide_margin() -> None:
    assert found("Referat\nI Strandby Kommune og i Strandby Kommune som i Egedalen Kommune") == "Strandby"
    assert found("Referat\nI Strandby Kommune som i Egedalen Kommune") == UNKNOWN_NAME


def test_its_council_or_town_hall_names_it_in_the_head() -> None:
    assert found("Referat af møde i Aarhus Byråd\nden 14. maj 2024") == "Aarhus"
    assert found("Referat\nMødested: Byrådssalen, Hjørring Rådhus\n1. En aftale med Egedalen Kommune") == "Hjørring"
    assert found("Referat\nMødested: Byrådssalen, Vestre Rådhus") == UNKNOWN_NAME


def test_a_regional_council_is_of_a_region_and_a_municipality_is_not() -> None:
    assert found("Referat\nAftale med Region Midtjylland") == UNKNOWN_NAME
    assert (
        found("Referat\nAftale med Region Midtjylland og Aarhus Kommune", body="Regionsrådet") == "Region Midtjylland"
    )


def test_only_what_belongs_to_the_minutes_counts() -> None:
    text = "Referat\nI Strandby Kommune\nLæs mere: Egedalen Kommune, Egedalen Kommune"
    assert found(text, cut=text.index("Læs")) == "Strandby"


def test_unknown_is_an_error_with_advice() -> None:
    document = Document(name="x.txt", text="Referat", sha256="")
    meeting = Meeting(municipality=UNKNOWN_NAME, body="Byrådet", date=dt.date(2024, 5, 14))
    name, (problem,) = name_municipality(document, [Parsed(minutes=Minutes(meeting=meeting))])
    assert (name, problem.code) == (UNKNOWN_NAME, "authority_unknown")
    assert "--municipality" in (problem.advice or "")


@pytest.mark.parametrize(("given", "meant"), [("Hilerød", "Hillerød"), ("strandbyy", "Strandby"), ("Arhuss", "Aarhus")])
def test_a_name_that_looks_like_a_known_one_is_doubted(given: str, meant: str) -> None:
    problem = doubt_name(given, {"strandby": "Strandby"})
    assert problem is not None
    assert (problem.code, f"Did you mean {meant}?" in (problem.advice or "")) == ("municipality_doubtful", True)


@pytest.mark.parametrize("given", ["Hillerød Kommune", "AARHUS", "Århus", "Strandby", "Nørre Aa"])
def test_a_name_that_is_known_or_like_no_other_is_not_doubted(given: str) -> None:
    assert doubt_name(given, {"strandby": "Strandby"}) is None
