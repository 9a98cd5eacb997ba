"""Files are found in folders, and a file that cannot be read says what to do."""

from pathlib import Path

import pytest

from referat.importing.sources import find_sources, read_source
from referat.problems import ProblemError


def test_a_folder_stands_for_the_documents_beneath_it_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.MD", "a/picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    assert find_sources([tmp_path, tmp_path / "b.txt"]) == (tmp_path / "a/c.MD", tmp_path / "b.txt")


@pytest.mark.parametrize(("name", "code"), [("gone.txt", "file_unreadable"), ("minutes.xyz", "file_type_unknown")])
def test_a_file_that_cannot_be_read_is_a_problem_with_advice(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(ProblemError) as caught:
        read_source(tmp_path / name)
    assert caught.value.problem.code == code
    assert caught.value.problem.advice


def test_a_municipality_given_from_outside_goes_with_the_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Referat", "utf-8")
    assert read_source(tmp_path / "a.txt", "Strandby")[0].municipality == "Strandby"
