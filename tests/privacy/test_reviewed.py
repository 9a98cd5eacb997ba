"""A false alarm is released by name, reason and end date; a CPR number never. All numbers are made up."""

import datetime as dt
from pathlib import Path

import pytest

from referat.privacy.known import load_policy, policy_of
from referat.privacy.policy import STRICT
from referat.privacy.reviewed import FILE, read_reviewed, review_problems
from referat.settings import PrivacySettings, Settings

ENTRY = """
[[reviewed]]
path = "content/minutes/strandby/byraadet/2024-05-14.md"
place = "item 2, its text"
kind = "phone"
text = "44 55 66 77"
reason = "Rådhusets omstilling"
until = 2027-05-01
"""


def test_an_entry_names_what_it_releases_and_where() -> None:
    (release,), problems = read_reviewed(f"# Set igennem\n{ENTRY}")

    assert problems == ()
    assert (release.path, release.place) == ("content/minutes/strandby/byraadet/2024-05-14.md", "item 2, its text")
    assert (release.kind, release.text, release.until, release.line) == ("phone", "44 55 66 77", dt.date(2027, 5, 1), 3)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('place = "item 2, its text"\n', ""),
        ('reason = "Rådhusets omstilling"', 'reason = "ok"'),
        ("until = 2027-05-01", 'until = "2027-05-01"'),
        ("until = 2027-05-01", "until = 2027-05-01T12:00:00"),
        ('kind = "phone"', 'kind = "telefon"'),
        ('text = "44 55 66 77"\n', ""),
        ("reason", "begrundelse"),
    ],
)
def test_an_entry_that_says_too_little_releases_nothing_and_is_told_with_its_line(before: str, after: str) -> None:
    releases, (problem,) = read_reviewed(ENTRY + ENTRY.replace(before, after, 1))

    assert len(releases) == 1
    assert (problem.code, problem.path, problem.line) == ("review_invalid", FILE, 10)


@pytest.mark.parametrize(
    "text", ["[[reviewed]\n", "reviewed = 1\n", f"x = 1\n{ENTRY}", "\n\n=", f"{ENTRY}\n[reviewed.x]\n"]
)
def test_a_file_that_is_no_list_of_entries_releases_nothing(text: str) -> None:
    releases, problems = read_reviewed(text)

    assert releases == ()
    assert {problem.code for problem in problems} <= {"review_syntax", "review_invalid"}
    assert problems


@pytest.mark.parametrize("text", ['text = "1503651230"', 'text = "010165-1234"'])
def test_nobody_writes_a_cpr_number_into_it(text: str) -> None:
    cpr = ENTRY.replace('kind = "phone"', 'kind = "cpr"').replace('text = "44 55 66 77"', text)
    hidden = ENTRY.replace("Rådhusets omstilling", "Står også som 010165-1234")

    for entry in (cpr, hidden):
        releases, (problem,) = read_reviewed(entry)

        assert releases == ()
        assert problem.code == "review_refused"
        assert "1234" not in repr(problem)
        assert "1503" not in repr(problem)


def test_what_has_run_out_and_what_is_of_no_use_is_told() -> None:
    text = ENTRY + ENTRY.replace("2027-05-01", "2026-05-01") + ENTRY.replace("item 2", "item 3")
    releases, _ = read_reviewed(text)

    problems = review_problems(releases, (releases[0],), dt.date(2026, 11, 22))

    assert [(problem.code, problem.line) for problem in problems] == [("review_outdated", 10), ("review_unused", 18)]
    assert review_problems(releases[:2], releases[:2], dt.date(2026, 5, 1)) == ()


def test_an_entry_counts_until_the_end_of_its_day(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / FILE).write_text(ENTRY, encoding="utf-8")
    policy, problems = load_policy(tmp_path, Settings())

    assert problems == ()
    assert len(policy.on(dt.date(2027, 5, 1)).releases) == 1
    assert policy.on(dt.date(2027, 5, 2)).releases == ()


def test_a_site_without_the_file_releases_nothing(tmp_path: Path) -> None:
    assert load_policy(tmp_path, Settings()) == (policy_of(Settings()), ())


def test_what_the_site_says_of_itself_is_public() -> None:
    settings = Settings(
        contact="Skriv til redaktionen@gmail.com eller ring på 44 55 66 77",
        privacy=PrivacySettings(public_domains=("@Strandby.example",), public_phones=("+45 22 33 44 55",)),
    )
    policy = policy_of(settings)

    assert policy.domains == {"redaktionen@gmail.com", "strandby.example"}
    assert policy.phones == {"44556677", "22334455"}
    assert policy_of(Settings(name="Strandby")) == STRICT
