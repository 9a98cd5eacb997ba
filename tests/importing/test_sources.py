"""Files are found in folders, and a file that cannot be read says what to do."""

from pathlib import Path

import pytest

from referat.importing.sources import LARGEST, find_sources, read_source
from referat.problems import Problem, ProblemError


def test_a_folder_stands_for_the_documents_beneath_it_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.MD", "a/picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    assert find_sources([tmp_path, tmp_path / "b.txt"]) == (tmp_path / "a/c.MD", tmp_path / "b.txt")


def test_a_file_without_a_known_ending_counts_in_a_folder_where_its_bytes_say_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "referat.aspx").write_text("<!DOCTYPE html><p>Referat", "utf-8")
    (tmp_path / "protokol").write_bytes(b"%PDF-1.7")
    (tmp_path / "notes.log").write_text("Referat", "utf-8")
    assert [path.name for path in find_sources([tmp_path])] == ["protokol", "referat.aspx"]


def refusal(path: Path) -> Problem:
    with pytest.raises(ProblemError) as caught:
        read_source(path)
    assert caught.value.problem.advice
    return caught.value.problem


def test_a_file_that_is_not_there_is_a_problem_with_advice(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.txt").code == "file_unreadable"


def test_a_file_that_is_no_document_is_named_for_what_it_is_whatever_its_name_says(tmp_path: Path) -> None:
    (tmp_path / "referat.pdf").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    problem = refusal(tmp_path / "referat.pdf")
    assert (problem.code, "image" in problem.message) == ("file_type_unknown", True)


def test_a_file_far_too_large_is_not_even_read(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert refusal(tmp_path / "big.txt").code == "file_too_large"


def test_text_is_read_as_text_whatever_its_name_says(tmp_path: Path) -> None:
    (tmp_path / "referat.docx").write_text("Referat fra Byrådet", "utf-8")
    assert read_source(tmp_path / "referat.docx")[0].text == "Referat fra Byrådet"


def test_a_municipality_given_from_outside_goes_with_the_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Referat", "utf-8")
    assert read_source(tmp_path / "a.txt", "Strandby")[0].municipality == "Strandby"
