"""The output folder is the build's, is changed as a whole, and holds nothing that the site does not have."""

from pathlib import Path

import pytest

from referat.atomic import write_atomic
from referat.problems import ProblemError
from referat.site.output import MARKER, Staging, check_ownership, clear, publish, remove


def files(folder: Path) -> dict[str, str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in paths}


def staging(tmp_path: Path) -> Staging:
    return Staging(tmp_path / "output", tmp_path / "staging")


def put_in_place(tmp_path: Path) -> None:
    publish(tmp_path / "staging", tmp_path / "output")


def test_nothing_is_in_the_output_before_everything_is_there(tmp_path: Path) -> None:
    staged = staging(tmp_path)
    staged.add("index.html", b"forside")
    staged.add("om/index.html", b"om")
    assert files(tmp_path / "output") == {}
    assert staged.waiting == ("index.html", "om/index.html")
    put_in_place(tmp_path)
    assert files(tmp_path / "output") == {"index.html": "forside", "om/index.html": "om"}


def test_what_else_changes_does_so_when_all_that_is_new_is_there_and_nothing_is_replaced(tmp_path: Path) -> None:
    write_atomic(tmp_path / "output/index.html", b"gammel")
    staged = staging(tmp_path)
    staged.add("index.html", b"ny")
    staged.add("om/index.html", b"om")
    seen: list[dict[str, str]] = []
    publish(tmp_path / "staging", tmp_path / "output", lambda: seen.append(files(tmp_path / "output")))
    assert seen == [{"index.html": "gammel", "om/index.html": "om"}]
    assert files(tmp_path / "output") == {"index.html": "ny", "om/index.html": "om"}


def test_a_file_that_is_the_same_is_not_touched(tmp_path: Path) -> None:
    write_atomic(tmp_path / "output/index.html", b"forside")
    before = (tmp_path / "output/index.html").stat()
    staged = staging(tmp_path)
    assert staged.add("index.html", b"forside") == before.st_mtime_ns
    assert staged.waiting == ()
    put_in_place(tmp_path)
    after = (tmp_path / "output/index.html").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_what_a_broken_off_build_left_is_not_published(tmp_path: Path) -> None:
    staging(tmp_path).add("halv.html", b"halv")
    clear(tmp_path / "staging")
    staging(tmp_path).add("hel.html", b"hel")
    put_in_place(tmp_path)
    assert files(tmp_path / "output") == {"hel.html": "hel"}


def test_the_time_that_a_staged_file_is_known_by_is_that_of_the_published_one(tmp_path: Path) -> None:
    modified = staging(tmp_path).add("om/index.html", b"om")
    put_in_place(tmp_path)
    assert (tmp_path / "output/om/index.html").stat().st_mtime_ns == modified


def test_several_processes_stage_beside_each_other(tmp_path: Path) -> None:
    staging(tmp_path).add("strandby/index.html", b"strandby")
    staging(tmp_path).add("egedalen/index.html", b"egedalen")
    put_in_place(tmp_path)
    assert files(tmp_path / "output") == {"strandby/index.html": "strandby", "egedalen/index.html": "egedalen"}


def test_a_file_makes_way_for_a_folder_and_a_folder_for_a_file(tmp_path: Path) -> None:
    write_atomic(tmp_path / "output/om", b"fil")
    write_atomic(tmp_path / "output/kort.pdf/gammel", b"mappe")
    staged = staging(tmp_path)
    staged.add("om/index.html", b"om")
    staged.add("kort.pdf", b"kort")
    put_in_place(tmp_path)
    assert files(tmp_path / "output") == {"om/index.html": "om", "kort.pdf": "kort"}


def test_a_link_to_somewhere_else_is_replaced_and_what_it_leads_to_is_not_written_to(tmp_path: Path) -> None:
    write_atomic(tmp_path / "andet/index.html", b"andres")
    (tmp_path / "output").mkdir()
    (tmp_path / "output/om").symlink_to(tmp_path / "andet")
    staged = staging(tmp_path)
    staged.add("om/index.html", b"om")
    put_in_place(tmp_path)
    assert files(tmp_path / "andet") == {"index.html": "andres"}
    assert (tmp_path / "output/om/index.html").read_text() == "om"


def test_what_is_removed_goes_with_the_folders_that_are_left_empty(tmp_path: Path) -> None:
    for name in ("index.html", "strandby/sag/24-1/index.html", "egedalen/index.html"):
        write_atomic(tmp_path / name, b"")
    remove(tmp_path, ["strandby/sag/24-1/index.html"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["egedalen", "index.html"]


def test_a_link_to_a_folder_is_removed_and_the_folder_is_not(tmp_path: Path) -> None:
    write_atomic(tmp_path / "andet/brev.txt", b"andres")
    (tmp_path / "output").mkdir()
    (tmp_path / "output/genvej").symlink_to(tmp_path / "andet")
    remove(tmp_path / "output", ["genvej"])
    assert files(tmp_path / "output") == {}
    assert files(tmp_path / "andet") == {"brev.txt": "andres"}


def test_a_folder_with_somebody_elses_files_is_never_emptied(tmp_path: Path) -> None:
    write_atomic(tmp_path / "brev.txt", b"andres")
    with pytest.raises(ProblemError) as error:
        check_ownership(tmp_path)
    assert error.value.problem.code == "output_not_ours"


def test_an_empty_folder_a_new_one_and_one_that_a_build_made_may_be_used(tmp_path: Path) -> None:
    check_ownership(tmp_path)
    check_ownership(tmp_path / "ny")
    write_atomic(tmp_path / MARKER, b"")
    write_atomic(tmp_path / "index.html", b"")
    check_ownership(tmp_path)


def test_a_file_cannot_be_the_output_folder(tmp_path: Path) -> None:
    write_atomic(tmp_path / "output", b"")
    with pytest.raises(ProblemError):
        check_ownership(tmp_path / "output")
