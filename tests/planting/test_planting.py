"""Nothing that is planted in a site is in any byte of what is published, and what only looks like it is left alone."""

from pathlib import Path

import pytest
from tests.planting.__main__ import leaks
from tests.planting.disguises import ALL, CPR
from tests.planting.traces import traces_in
from tests.planting.trial import Trial, alarms, fates, run_trial


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    return run_trial(tmp_path_factory.mktemp("planting"), 400, 1, search=True)


def test_no_byte_of_the_site_or_of_a_record_tells_what_was_planted(trial: Trial) -> None:
    assert len(trial.planted) == 400
    assert trial.report.search == ()
    assert leaks(trial) == []


def test_every_kind_of_export_is_among_what_is_searched(trial: Trial) -> None:
    endings = {path.suffix for path in trial.report.output.rglob("*")}
    assert {".xml", ".ics", ".csv", ".jsonl", ".jsonld"} <= endings


def test_every_disguise_is_among_them(trial: Trial) -> None:
    assert {(one.disguise.kind, one.disguise.name) for one in trial.planted} == {(one.kind, one.name) for one in ALL}
    assert sum(one.sure for one in CPR) >= 40


def test_what_is_not_gone_is_told_where_a_person_could_know_it(trial: Trial) -> None:
    silent = {name for (_, name), fate in fates(trial).items() if fate.missed}
    assert silent == {"bogstaver for cifre", "[snabel-a] og [punktum]", "44 55 66 77 alene", "44556677 alene"}


def test_nothing_is_taken_away_that_only_looks_like_an_identifier(trial: Trial) -> None:
    assert sum(number for number, _, _ in alarms(trial).values()) >= 400
    assert {name for name, (_, taken, _) in alarms(trial).items() if taken} == set()


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    """It would find a leak: what it is told to look for stands in a page, in a name and in a packed file."""
    number = "".join(map(str, (4, 1, 0, 1, 6, 5, 1, 2, 3, 4)))
    (tmp_path / "a.html").write_text(f"<td>{number[:6]}</td><td>&#8211;{number[6:]}</td>", encoding="utf-8")
    (tmp_path / f"{number}.txt").write_text("", encoding="utf-8")
    assert traces_in(tmp_path, {number}) == {"a.html": {number}, f"{number}.txt": {number}}
