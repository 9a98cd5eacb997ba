"""Addresses are public: they are made in one place and do not change."""

import datetime as dt

from referat.site import urls


def test_a_second_meeting_on_a_day_has_an_address_of_its_own() -> None:
    day = dt.date(2024, 5, 14)
    assert urls.meeting_url("Strandby", "Byrådet", day) == "/strandby/byraadet/2024-05-14/"
    assert urls.meeting_url("Strandby", "Byrådet", day, 2) == "/strandby/byraadet/2024-05-14-2/"


def test_cases_lie_under_their_municipality() -> None:
    assert urls.case_url("Nørre Aa", "24-1187") == "/noerre-aa/sag/24-1187/"
    assert urls.shared_number_url("24-1187") == "/sag/24-1187/"


def test_only_addresses_rooted_at_the_site_get_its_folder() -> None:
    folder = urls.base_path("https://egedalen.example/referat/")
    assert folder == "/referat"
    assert urls.href("/strandby/", folder) == "/referat/strandby/"
    assert urls.href("https://strandby.example/", folder) == "https://strandby.example/"
    assert urls.href("#punkt-2", folder) == "#punkt-2"
    assert urls.href("//andre.example/", folder) == "//andre.example/"
    assert urls.base_path(None) == ""
