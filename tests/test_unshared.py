"""What may hold what must not be public is never offered to git, in whatever folder a site is begun."""

import subprocess
from pathlib import Path

from referat.lock import locked
from referat.unshared import keep_from_git


def offered_to_git(root: Path) -> set[str]:
    """The new files that ``git add .`` would take."""
    subprocess.run(["git", "init", "-q", root], check=True)
    told = subprocess.run(
        ["git", "-C", root, "ls-files", "--others", "--exclude-standard"], check=True, capture_output=True, text=True
    )
    return set(told.stdout.splitlines())


def test_git_takes_nothing_of_the_folder_along(tmp_path: Path) -> None:
    (tmp_path / "raw/portal").mkdir(parents=True)
    (tmp_path / "raw/portal/list.json").write_text("{}")
    (tmp_path / "site.toml").write_text("")
    keep_from_git(tmp_path / "raw")
    assert offered_to_git(tmp_path) == {"site.toml"}


def test_git_takes_nothing_of_a_cache_along(tmp_path: Path) -> None:
    with locked(tmp_path / ".cache"):
        (tmp_path / ".cache/remembered").write_text("…")
    assert offered_to_git(tmp_path) == set()


def test_what_a_person_lets_git_take_stays_so(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/.gitignore").write_text("*.json\n")
    (tmp_path / "raw/bytes.pdf").write_text("")
    keep_from_git(tmp_path / "raw")
    assert offered_to_git(tmp_path) == {"raw/.gitignore", "raw/bytes.pdf"}
