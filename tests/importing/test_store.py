"""Importing writes records, changes nothing the second time, and never overwrites what a person has edited."""

from pathlib import Path

import pytest

from referat.importing.store import ImportReport, State, run_import

TEXT = """REFERAT Byrådet d. 14-05-2024

Mødedato Tirsdag d. 14. maj 2024 kl. 17:00

Punkt 1: Havnens takster

24/1187

Beslutning Byrådet den 14-05-2024

Godkendt.
"""
RECORD = "content/minutes/strandby/byraadet/2024-05-14.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site's folder with one document in raw/."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/moede.txt").write_text(TEXT, "utf-8")
    return tmp_path


def run(site: Path, *, replace: bool = False, municipality: str | None = "Strandby") -> ImportReport:
    return run_import(site, [site / "raw"], replace=replace, municipality=municipality)


def states(report: ImportReport) -> dict[str, State]:
    return {stored.path: stored.state for stored in report.stored}


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_document_becomes_a_record(site: Path) -> None:
    assert states(run(site)) == {RECORD: State.WRITTEN}
    assert "## 1. Havnens takster\n\nSagsnr.: 24/1187\n" in (site / RECORD).read_text("utf-8")


def test_importing_again_changes_nothing(site: Path) -> None:
    run(site)
    before = files(site)
    assert states(run(site)) == {RECORD: State.UNCHANGED}
    assert files(site) == before


def test_a_record_that_was_not_edited_follows_the_document(site: Path) -> None:
    run(site)
    (site / "raw/moede.txt").write_text(TEXT.replace("Godkendt.", "Udsat."), "utf-8")
    report = run(site)
    assert states(report) == {RECORD: State.UPDATED}
    assert "-Godkendt.\n+Udsat." in report.stored[0].difference


def edit(site: Path) -> None:
    record = site / RECORD
    record.write_text(record.read_text("utf-8").replace("Havnens takster", "Takster for havnen"), "utf-8")


def test_a_record_that_someone_edited_is_left_and_the_difference_shown(site: Path) -> None:
    run(site)
    edit(site)
    before = files(site)
    report = run(site)
    assert states(report) == {RECORD: State.EDITED}
    assert "-## 1. Takster for havnen\n+## 1. Havnens takster" in report.stored[0].difference
    assert [(problem.code, problem.path) for problem in report.problems if problem.code == "record_edited"]
    assert files(site) == before


def test_an_edited_record_is_known_without_the_cache(site: Path) -> None:
    run(site)
    edit(site)
    (site / ".cache/import/generated.json").unlink()
    assert states(run(site)) == {RECORD: State.EDITED}


def test_a_damaged_cache_counts_as_none(site: Path) -> None:
    run(site)
    (site / ".cache/import/generated.json").write_text("[oh", "utf-8")
    assert states(run(site)) == {RECORD: State.UNCHANGED}


def test_replace_takes_the_new_reading(site: Path) -> None:
    run(site)
    edit(site)
    assert states(run(site, replace=True)) == {RECORD: State.REPLACED}
    assert "Havnens takster" in (site / RECORD).read_text("utf-8")
    assert states(run(site)) == {RECORD: State.UNCHANGED}


def test_a_meeting_at_another_time_of_the_day_is_another_record(site: Path) -> None:
    (site / "raw/senere.txt").write_text(TEXT.replace("17:00", "20:30"), "utf-8")
    second = RECORD.replace(".md", "-2.md")
    assert states(run(site)) == {RECORD: State.WRITTEN, second: State.WRITTEN}
    assert set(states(run(site)).values()) == {State.UNCHANGED}


def test_two_documents_of_one_meeting_do_not_take_turns(site: Path) -> None:
    (site / "raw/naesten.txt").write_text(TEXT.replace("Godkendt.", "Udsat."), "utf-8")
    report = run(site)
    assert states(report) == {RECORD: State.WRITTEN}
    assert [problem.path for problem in report.problems if problem.code == "record_taken"] == [
        (site / "raw/naesten.txt").as_posix()
    ]


def test_an_agenda_and_its_minutes_lie_beside_each_other(site: Path) -> None:
    (site / "raw/dagsorden.txt").write_text(TEXT.replace("REFERAT", "DAGSORDEN"), "utf-8")
    assert set(states(run(site))) == {RECORD, RECORD.replace(".md", "-dagsorden.md")}


def test_nothing_is_written_where_the_municipality_is_unknown(site: Path) -> None:
    report = run(site, municipality=None)
    assert report.stored == ()
    assert {"authority_unknown", "record_not_written"} <= {problem.code for problem in report.problems}
    assert not (site / "content").exists()


def test_bad_documents_never_stop_the_others(site: Path) -> None:
    (site / "raw/a-empty.txt").write_bytes(b"")
    (site / "raw/b-bytes.txt").write_bytes(b"\xff\x00\x81\x8d")
    (site / "raw/c-cake.txt").write_text("En opskrift på kage", "utf-8")
    report = run(site)
    assert states(report) == {RECORD: State.WRITTEN}
    assert {problem.code for problem in report.problems} >= {"file_empty", "file_unreadable", "not_minutes"}


def test_what_must_not_be_published_is_never_written(site: Path) -> None:
    (site / "raw/moede.txt").write_text(TEXT.replace("Godkendt.", "Godkendt for 010190-1234."), "utf-8")
    run(site)
    edit(site)
    report = run(site)
    assert b"010190-1234" not in b"".join(data for path, data in files(site).items() if not path.startswith("raw"))
    assert "010190-1234" not in repr(report.stored)
