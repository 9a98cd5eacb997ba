"""A municipality is found by its name in any spelling, and one that is misspelt gets the names that may be meant."""

import pytest

from referat.fetching.portals import find_portal, list_portals
from referat.fetching.provider import Portal
from referat.problems import Problem, ProblemError
from referat.settings.fetch import FetchSettings

NOTHING = FetchSettings()


def refused(name: str, settings: FetchSettings = NOTHING) -> Problem:
    with pytest.raises(ProblemError) as raised:
        find_portal(name, settings)
    return raised.value.problem


@pytest.mark.parametrize("name", ["Høje-Taastrup", "høje taastrup", "Høje-Taastrup Kommune", "HØJE-TÅSTRUP"])
def test_a_name_is_known_in_any_spelling(name: str) -> None:
    assert find_portal(name, NOTHING) == Portal(
        municipality="Høje-Taastrup", provider="firstagenda", host="dagsordener.htk.dk"
    )


def test_all_municipalities_are_listed_in_the_order_of_the_danish_alphabet() -> None:
    names = [choice.municipality for choice in list_portals(NOTHING)]
    assert (len(names), names[0], names[-1]) == (98, "Albertslund", "Aarhus")


def test_a_portal_of_the_settings_goes_before_the_table() -> None:
    settings = FetchSettings(hosts={"Strandby": "dagsordener.strandby.example", "Kolding Kommune": "127.0.0.1:8080"})

    assert find_portal("strandby", settings).host == "dagsordener.strandby.example"
    assert find_portal("Kolding", settings).host == "127.0.0.1:8080"
    assert len(list_portals(settings)) == 99
    assert [choice.seen for choice in list_portals(settings) if choice.municipality == "Kolding"] == [None]


def test_the_settings_can_name_the_system() -> None:
    settings = FetchSettings(hosts={"Strandby": "firstagenda:127.0.0.1:8080"})
    assert find_portal("Strandby", settings) == Portal(
        municipality="Strandby", provider="firstagenda", host="127.0.0.1:8080"
    )


def test_a_misspelt_name_gets_the_names_that_may_be_meant() -> None:
    problem = refused("Hoje Tastrup")
    assert problem.code == "fetch_municipality_unknown"
    assert "Did you mean Høje-Taastrup" in (problem.advice or "")


def test_a_name_that_is_like_none_gets_no_guess() -> None:
    assert "Did you mean" not in (refused("Qqq").advice or "")


def test_a_system_that_cannot_be_fetched_from_says_what_to_do() -> None:
    problem = refused("Ishøj")
    assert problem.code == "fetch_system_unsupported"
    assert "ishoj.dk" in problem.message


@pytest.mark.parametrize(
    "host", ["https://dagsordener.strandby.example", "dagsordener.strandby.example/", "bruger@vært", "", "a b"]
)
def test_only_the_name_of_a_host_is_a_host(host: str) -> None:
    assert refused("Strandby", FetchSettings(hosts={"Strandby": host})).code == "fetch_host_invalid"


def test_an_unknown_system_gets_the_nearest_one() -> None:
    problem = refused("Strandby", FetchSettings(hosts={"Strandby": "firstagend:dagsordener.strandby.example"}))
    assert problem.advice == "Did you mean firstagenda?"
