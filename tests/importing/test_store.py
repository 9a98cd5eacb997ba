"""Importing writes records, changes nothing the second time, and never overwrites what a person has edited."""

from pathlib import Path

import pytest
from msgspec import Struct

from referat.importing.inspection import Inspection
from referat.importing.memory import FILE
from referat.importing.sources import find_sources
from referat.importing.store import Options, Stored, run_import
from referat.problems import Problem, ProblemError
from referat.records import State

TEXT = """REFERAT Byrådet d. 14-05-2024

Mødedato Tirsdag d. 14. maj 2024 kl. 17:00

Punkt 1: Havnens takster

24/1187

Beslutning Byrådet den 14-05-2024

Godkendt.
"""
RECORD = "content/minutes/strandby/byraadet/2024-05-14.md"
STRANDBY = Options(municipality="Strandby")


class Report(Struct):
    """All that an import told."""

    stored: list[Stored]
    read: list[Inspection]
    problems: list[Problem]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site's folder with one document in raw/."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/moede.txt").write_text(TEXT, "utf-8")
    return tmp_path


def run(site: Path, options: Options = STRANDBY) -> Report:
    documents = list(run_import(site, find_sources([site / "raw"]), options))
    return Report(
        stored=[stored for document in documents for stored in document.stored],
        read=[document.inspection for document in documents if document.inspection],
        problems=[problem for document in documents for problem in document.problems],
    )


def states(report: Report) -> dict[str, State]:
    return {stored.path: stored.state for stored in report.stored}


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_document_becomes_a_record(site: Path) -> None:
    assert states(run(site)) == {RECORD: State.WRITTEN}
    assert "## 1. Havnens takster\n\nSagsnr.: 24/1187\n" in (site / RECORD).read_text("utf-8")


@pytest.mark.parametrize("read_all", [False, True])
def test_importing_again_changes_nothing(site: Path, read_all: bool) -> None:
    run(site)
    before = files(site)
    again = run(site, Options(municipality="Strandby", read_all=read_all))
    assert states(again) == {RECORD: State.UNCHANGED}
    assert files(site) == before


def test_a_document_is_not_read_again_while_nothing_has_changed(site: Path) -> None:
    (site / "raw/uenige.txt").write_text(TEXT.replace("Tirsdag d. 14. maj", "Fredag d. 15. maj"), "utf-8")
    (site / "raw/uenige.txt").write_text(TEXT.replace("14-05-2024", "15-05-2024"), "utf-8")
    first = run(site)
    again = run(site)
    assert (len(first.read), len(again.read)) == (2, 0)
    assert "date_ambiguous" in {problem.code for problem in again.problems}
    assert again.problems == first.problems


def change_document(site: Path) -> None:
    (site / "raw/moede.txt").write_text(TEXT + "\nMødet sluttede.\n", "utf-8")


def rename_document(site: Path) -> None:
    (site / "raw/moede.txt").rename(site / "raw/referat.txt")


def edit(site: Path) -> None:
    record = site / RECORD
    record.write_text(record.read_text("utf-8").replace("Havnens takster", "Takster for havnen"), "utf-8")


def remove_record(site: Path) -> None:
    (site / RECORD).unlink()


def forget(site: Path) -> None:
    (site / FILE).unlink()


@pytest.mark.parametrize("change", [change_document, rename_document, edit, remove_record, forget])
def test_a_document_is_read_again_when_it_or_its_record_changed(site: Path, change: object) -> None:
    run(site)
    assert callable(change)
    change(site)
    assert len(run(site).read) == 1


def test_a_document_is_read_again_for_another_municipality(site: Path) -> None:
    run(site)
    assert list(states(run(site, Options(municipality="Egedalen")))) == [RECORD.replace("strandby", "egedalen")]


def test_a_document_that_gave_no_record_is_read_again(site: Path) -> None:
    assert len(run(site, Options()).read) == len(run(site, Options()).read) == 1


def test_a_document_that_takes_over_the_record_of_a_known_one_is_told_so(site: Path) -> None:
    (site / "raw/a.txt").write_text(TEXT.replace("14-05-2024", "11-06-2024"), "utf-8")
    run(site)
    (site / "raw/a.txt").write_text(TEXT.replace("Godkendt", "Udsat"), "utf-8")
    report = run(site)
    assert states(report) == {RECORD: State.UPDATED}
    assert [problem.path for problem in report.problems if problem.code == "record_taken"] == [
        (site / "raw/moede.txt").as_posix()
    ]


def test_a_record_that_was_not_edited_follows_the_document(site: Path) -> None:
    run(site)
    (site / "raw/moede.txt").write_text(TEXT.replace("Godkendt.", "Udsat."), "utf-8")
    report = run(site)
    assert states(report) == {RECORD: State.UPDATED}
    assert "-Godkendt.\n+Udsat." in report.stored[0].difference


def test_a_record_that_someone_edited_is_left_and_the_difference_shown(site: Path) -> None:
    run(site)
    edit(site)
    before = files(site)
    for _ in range(2):
        report = run(site)
        assert states(report) == {RECORD: State.EDITED}
        assert "-## 1. Takster for havnen\n+## 1. Havnens takster" in report.stored[0].difference
        assert [(problem.code, problem.path) for problem in report.problems if problem.code == "record_edited"]
    assert files(site)[RECORD] == before[RECORD]


def test_an_edited_record_is_known_without_the_cache(site: Path) -> None:
    run(site)
    edit(site)
    forget(site)
    assert states(run(site)) == {RECORD: State.EDITED}


def test_a_damaged_line_of_the_cache_counts_as_none_and_costs_no_other(site: Path) -> None:
    run(site)
    whole = (site / FILE).read_bytes()
    (site / FILE).write_bytes(b'{"document": "oh')
    assert states(run(site)) == {RECORD: State.UNCHANGED}
    assert (site / FILE).read_bytes() == whole


def test_a_record_of_a_document_that_now_tells_of_another_meeting_still_counts_as_not_edited(site: Path) -> None:
    run(site)
    (site / "raw/moede.txt").write_text(TEXT.replace("14-05-2024", "11-06-2024"), "utf-8")
    run(site)
    (site / "raw/senere.txt").write_text(TEXT.replace("Godkendt.", "Udsat."), "utf-8")
    assert states(run(site))[RECORD] is State.UPDATED


def test_replace_takes_the_new_reading(site: Path) -> None:
    run(site)
    edit(site)
    assert states(run(site, Options(municipality="Strandby", replace=True))) == {RECORD: State.REPLACED}
    assert "Havnens takster" in (site / RECORD).read_text("utf-8")
    assert states(run(site)) == {RECORD: State.UNCHANGED}


def test_a_meeting_at_another_time_of_the_day_is_another_record(site: Path) -> None:
    (site / "raw/senere.txt").write_text(TEXT.replace("17:00", "20:30"), "utf-8")
    second = RECORD.replace(".md", "-2.md")
    assert states(run(site)) == {RECORD: State.WRITTEN, second: State.WRITTEN}
    assert set(states(run(site)).values()) == {State.UNCHANGED}


def test_an_addendum_lies_beside_the_meeting_that_began_when_it_says(site: Path) -> None:
    (site / "raw/senere.txt").write_text(TEXT.replace("17:00", "20:30"), "utf-8")
    (site / "raw/tillaeg.txt").write_text(TEXT.replace("REFERAT", "TILLÆGSREFERAT").replace("17:00", "20:30"), "utf-8")
    (site / "raw/uden-tid.txt").write_text(TEXT.replace("REFERAT", "DAGSORDEN").replace(" kl. 17:00", ""), "utf-8")
    for _ in range(2):
        assert {Path(path).name for path in states(run(site, Options(municipality="Strandby", read_all=True)))} == {
            "2024-05-14.md",
            "2024-05-14-2.md",
            "2024-05-14-2-tillaeg.md",
            "2024-05-14-dagsorden.md",
        }


def test_two_documents_of_one_meeting_do_not_take_turns(site: Path) -> None:
    (site / "raw/naesten.txt").write_text(TEXT.replace("Godkendt.", "Udsat."), "utf-8")
    report = run(site)
    assert states(report) == {RECORD: State.WRITTEN}
    assert [problem.path for problem in report.problems if problem.code == "record_taken"] == [
        (site / "raw/naesten.txt").as_posix()
    ]
    again = run(site)
    assert (states(again), again.problems) == ({RECORD: State.UNCHANGED}, report.problems)


def test_nothing_is_written_where_the_municipality_is_unknown(site: Path) -> None:
    report = run(site, Options())
    assert report.stored == []
    assert {"authority_unknown", "record_not_written"} <= {problem.code for problem in report.problems}
    problem = next(problem for problem in report.problems if problem.code == "record_not_written")
    assert "because the municipality of the meeting is unknown" in problem.message
    assert problem.advice == "Say the municipality with --municipality. Then import it again."
    assert not (site / "content").exists()


def test_bad_documents_never_stop_the_others(site: Path) -> None:
    (site / "raw/a-empty.txt").write_bytes(b"")
    (site / "raw/b-bytes.txt").write_bytes(b"\xff\x00\x81\x8d")
    (site / "raw/c-cake.txt").write_text("En opskrift på kage", "utf-8")
    report = run(site)
    assert states(report) == {RECORD: State.WRITTEN}
    assert len({problem.path for problem in report.problems if problem.severity.label == "error"}) == 3


def test_what_must_not_be_published_is_never_written(site: Path) -> None:
    (site / "raw/moede.txt").write_text(TEXT.replace("Godkendt.", "Godkendt for 010190-1234."), "utf-8")
    run(site)
    edit(site)
    report = run(site)
    assert b"010190-1234" not in b"".join(data for path, data in files(site).items() if not path.startswith("raw"))
    assert "010190-1234" not in repr(report.stored)


WITHDRAWN = """\
[[withdrawal]]
address = "/strandby/byraadet/2024-05-14/#punkt-1"
date = 2026-03-02
"""


@pytest.mark.parametrize("options", [STRANDBY, Options(municipality="Strandby", replace=True, read_all=True)])
def test_what_was_withdrawn_is_not_brought_back_and_stands_nowhere(site: Path, options: Options) -> None:
    (site / "raw/moede.txt").write_text(TEXT.replace("Havnens takster", "Klage over Anna Holms hegn"), "utf-8")
    (site / "content").mkdir()
    (site / "content/withdrawals.toml").write_text(WITHDRAWN, "utf-8")
    first = run(site, options)
    again = run(site, options)
    assert "## 1. Tilbagetrukket punkt\n\nSagsnr.: 24/1187\nTrukket tilbage: 2026-03-02" in (site / RECORD).read_text(
        "utf-8"
    )
    assert states(again) == {RECORD: State.UNCHANGED}
    told = str([first, again]) + "".join(str(data, "utf-8") for name, data in files(site).items() if "raw" not in name)
    assert "hegn" not in told
    assert [problem.code for problem in first.problems if "withdrawal" in problem.code] == []


def test_nothing_is_imported_while_it_is_not_known_what_was_withdrawn(site: Path) -> None:
    (site / "content").mkdir()
    (site / "content/withdrawals.toml").write_text("[[withdrawal]\n", "utf-8")
    with pytest.raises(ProblemError):
        run(site)
    assert not (site / RECORD).exists()
