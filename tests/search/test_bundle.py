"""A bundle that is not whole is never published."""

import errno
import os
from pathlib import Path

import pytest

from referat.search.bundle import put_in_place, verify_bundle
from referat.search.pagefind import IndexingError, run_pagefind

PAGES = [("a.html", '<html lang="da"><body data-pagefind-body>En sti.</body></html>')]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    run_pagefind(PAGES, tmp_path / "bundle", tmp_path)
    return tmp_path / "bundle"


def test_what_pagefind_makes_is_whole(bundle: Path) -> None:
    verify_bundle(bundle, 1)


@pytest.mark.parametrize("kind", ["*.pf_meta", "fragment/*", "index/*"])
def test_a_file_that_was_cut_off_is_noticed(bundle: Path, kind: str) -> None:
    (path,) = bundle.glob(kind)
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(IndexingError):
        verify_bundle(bundle, 1)


def test_a_page_that_was_not_indexed_is_noticed(bundle: Path) -> None:
    with pytest.raises(IndexingError, match="1 of 2 records"):
        verify_bundle(bundle, 2)


def test_an_entry_that_is_no_json_is_noticed(bundle: Path) -> None:
    (bundle / "pagefind-entry.json").write_text("{")
    with pytest.raises(IndexingError):
        verify_bundle(bundle, 1)


def test_a_new_bundle_takes_the_place_of_the_old_one_as_a_whole(tmp_path: Path) -> None:
    for name, text in (("output/strandby", "old"), ("cache/strandby.new", "new"), ("cache/strandby.old", "older")):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / text).touch()
    put_in_place(tmp_path / "cache/strandby.new", tmp_path / "output/strandby")
    assert files(tmp_path) == ["output/strandby/new"]


def test_a_bundle_is_moved_to_another_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def refused_between_disks(path: Path, target: Path) -> Path:
        if path.parent != target.parent:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refused_between_disks)
    for name, text in (("output/strandby", "old"), ("cache/strandby.new", "new")):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / text).touch()
    put_in_place(tmp_path / "cache/strandby.new", tmp_path / "output/strandby")
    assert files(tmp_path) == ["output/strandby/new"]


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
