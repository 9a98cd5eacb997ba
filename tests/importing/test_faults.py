"""Whatever stops an import, at whichever write: records are whole, and the same command makes everything right."""

import shutil
from pathlib import Path

import pytest
from tests.stopping import How, count_writes, stop_at

from referat.importing.memory import FILE
from referat.importing.sources import find_sources
from referat.importing.store import Imported, Options, run_import
from referat.problems import ProblemError
from referat.records import State

TEXT = """REFERAT Byrådet d. {day}-05-2024

Mødedato Tirsdag d. {day}. maj 2024 kl. 17:00

Punkt 1: Havnens takster

24/1187

Beslutning Byrådet den {day}-05-2024

{decision}.
"""
OPTIONS = Options(municipality="Strandby")
Files = dict[str, bytes]


def write_originals(site: Path, decision: str) -> None:
    (site / "raw").mkdir(parents=True, exist_ok=True)
    for day in (14, 21):
        (site / f"raw/{day}.txt").write_text(TEXT.format(day=day, decision=decision), "utf-8")


def run(site: Path) -> list[Imported]:
    return list(run_import(site, find_sources([site / "raw"]), OPTIONS))


def content(site: Path) -> Files:
    folder = site / "content"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in folder.rglob("*.md")}


@pytest.mark.parametrize("how", How)
def test_an_import_that_is_stopped_at_any_write_leaves_whole_records_and_the_next_one_ends_it(
    tmp_path: Path, how: How
) -> None:
    site, saved = tmp_path / "site", tmp_path / "saved"
    write_originals(site, "Godkendt")
    run(site)
    old = content(site)
    write_originals(site, "Afvist")
    shutil.copytree(site, saved)
    writes = count_writes(lambda: run(site), site)
    new = content(site)
    assert len(new) == 2
    assert writes > 5
    for number in range(1, writes + 1):
        shutil.rmtree(site)
        shutil.copytree(saved, site)
        stop_at(number, how, lambda: run(site), site)
        assert all(text in (old[name], new[name]) for name, text in content(site).items())
        states = {stored.state for document in run(site) for stored in document.stored}
        assert states <= {State.WRITTEN, State.UPDATED, State.UNCHANGED}
        assert content(site) == new
        assert not [path for path in (site / "content").rglob("*") if path.is_file() and path.suffix != ".md"]


def test_two_imports_at_once_are_one_after_the_other(tmp_path: Path) -> None:
    write_originals(tmp_path, "Godkendt")
    first = run_import(tmp_path, find_sources([tmp_path / "raw"]), OPTIONS)
    next(first)
    assert (tmp_path / FILE).with_name("lock").exists()
    second = run_import(tmp_path, find_sources([tmp_path / "raw"]), OPTIONS)
    first.close()
    assert [document.stored[0].state for document in second] == [State.UNCHANGED, State.WRITTEN]


def test_a_folder_where_nothing_can_be_written_is_told_with_its_path(tmp_path: Path) -> None:
    write_originals(tmp_path, "Godkendt")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/minutes").write_text("en fil, hvor en mappe skal være")
    with pytest.raises(ProblemError) as error:
        run(tmp_path)
    assert error.value.problem.code == "disk_failed"
    assert error.value.problem.path == "content/minutes/strandby/byraadet/2024-05-14.md"
    assert error.value.problem.advice
