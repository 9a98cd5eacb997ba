"""``security.txt`` says whom to tell of a weakness, until the day that the publisher promises."""

import datetime as dt
from pathlib import Path

import pytest

from referat.settings import read_settings
from referat.site.build import build_site
from referat.site.report import BuildOptions
from referat.site.security import security_problems, security_text

SITE = '[site]\nbase_url = "https://referat.example/"\nsecurity = "sikkerhed@referat.example"\n'
PROMISED = f"{SITE}security_expires = 2027-05-14\n"


def test_the_file_has_what_rfc_9116_demands() -> None:
    settings, problems = read_settings(PROMISED)
    assert problems == ()
    assert security_text(settings) == (
        "Contact: mailto:sikkerhed@referat.example\n"
        "Expires: 2027-05-14T00:00:00Z\n"
        "Preferred-Languages: da\n"
        "Canonical: https://referat.example/.well-known/security.txt\n"
    )


def test_a_build_publishes_it_and_the_next_one_on_another_day_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text(PROMISED, encoding="utf-8")
    first = build_site(tmp_path, BuildOptions(search=False, today=lambda: dt.date(2026, 12, 1)))
    assert {".well-known/security.txt", "security.txt"} <= set(first.written)
    later = build_site(tmp_path, BuildOptions(search=False, today=lambda: dt.date(2027, 5, 1)))
    assert later.written + later.removed == ()
    assert [problem.code for problem in later.problems] == ["security_expires_soon"]


def test_without_a_contact_there_is_no_file_and_nothing_to_say() -> None:
    settings, _ = read_settings("")
    assert security_text(settings) is None
    assert security_problems(settings, dt.date(2026, 1, 1)) == ()


def test_without_a_day_there_is_no_file_and_that_is_told() -> None:
    settings, _ = read_settings(SITE)
    assert security_text(settings) is None
    assert [problem.code for problem in security_problems(settings, dt.date(2026, 1, 1))] == [
        "security_expires_missing"
    ]


def test_a_site_in_a_folder_of_a_host_does_not_speak_for_it() -> None:
    settings, _ = read_settings(PROMISED.replace("example/", "example/strandby/"))
    assert security_text(settings) is None
    assert [problem.code for problem in security_problems(settings, dt.date(2026, 1, 1))] == ["security_in_folder"]


@pytest.mark.parametrize(
    ("today", "codes"),
    [
        (dt.date(2027, 4, 13), []),
        (dt.date(2027, 4, 14), ["security_expires_soon"]),
        (dt.date(2027, 5, 13), ["security_expires_soon"]),
        (dt.date(2027, 5, 14), ["security_expired"]),
    ],
)
def test_the_publisher_is_told_a_month_before_it_runs_out(today: dt.date, codes: list[str]) -> None:
    settings, _ = read_settings(PROMISED)
    assert [problem.code for problem in security_problems(settings, today)] == codes


@pytest.mark.parametrize("contact", ["https://referat.example/fejl", "mailto:a@b.example", "tel:+4512345678"])
def test_a_contact_may_be_any_of_these(contact: str) -> None:
    settings, problems = read_settings(f'[site]\nsecurity = "{contact}"\nsecurity_expires = "2027-05-14"\n')
    assert (settings.security, settings.security_expires, problems) == (contact, dt.date(2027, 5, 14), ())


@pytest.mark.parametrize(
    "line",
    [
        'security = "ring til os"',
        'security = "http://referat.example/"',
        'security = "https://a.example/\\nContact: mailto:b@b.example"',
        'security = "javascript:alert(1)"',
        'security_expires = "snart"',
        "security_expires = 20270514",
        "security_expires = 2027-05-14T00:00:00Z",
    ],
)
def test_what_is_no_contact_and_no_day_is_told_with_its_line(line: str) -> None:
    _, (problem,) = read_settings(f"[site]\n{line}\n")
    assert (problem.code, problem.line) == ("setting_invalid", 2)
