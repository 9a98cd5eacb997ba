"""The fingerprint of the code is the same until the code is another."""

from pathlib import Path

import pytest

from referat import fingerprint
from referat.fingerprint import code_fingerprint


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small package instead of the real one."""
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary/dates.py").write_text("A = 1\n", "utf-8")
    (tmp_path / "model.py").write_text("B = 2\n", "utf-8")
    monkeypatch.setattr(fingerprint, "_PACKAGE", tmp_path)
    return tmp_path


def test_it_changes_with_any_file_that_counts_and_with_no_other(package: Path) -> None:
    before = code_fingerprint(["vocabulary"], ["msgspec"])
    (package / "model.py").write_text("B = 3\n", "utf-8")
    assert code_fingerprint(["vocabulary"], ["msgspec"]) == before
    (package / "vocabulary/names.tsv").write_text("Strandby\n", "utf-8")
    assert code_fingerprint(["vocabulary"], ["msgspec"]) != before


def test_it_tells_a_file_that_was_renamed(package: Path) -> None:
    before = code_fingerprint(["vocabulary"], [])
    (package / "vocabulary/dates.py").rename(package / "vocabulary/days.py")
    assert code_fingerprint(["vocabulary"], []) != before


def test_it_depends_on_the_libraries(package: Path) -> None:
    assert code_fingerprint(["model.py"], ["msgspec"]) != code_fingerprint(["model.py"], ["rich"])
