"""Watching: what a person edits is seen, however the editor saves it, and what a build does is not."""

import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from referat.preview.watch import is_source, watch_sources


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("content/minutes/strandby/byraadet/2024-05-14.md", True),
        ("content/pages/om.md", True),
        ("themes/default/css/20-tokens.css", True),
        ("site.toml", True),
        ("content", True),
        ("output/index.html", False),
        (".cache/pages.json", False),
        ("raw/referat.pdf", False),
        ("README.md", False),
        ("content/pages/.om.md.swp", False),
        ("content/pages/om.md~", False),
        ("content/pages/#om.md#", False),
        ("content/pages/om.md___jb_tmp___", False),
    ],
)
def test_what_is_a_source(name: str, source: bool) -> None:
    assert is_source(name) is source


class Seen(threading.Event):
    """What was told, and that something was."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.beside: set[str] = set()

    def note(self, names: Collection[str], surely: bool) -> None:
        (self.names if surely else self.beside).update(names)
        if surely:
            self.set()


@contextmanager
def watched(root: Path) -> Iterator[Seen]:
    seen = Seen()
    with watch_sources(root, seen.note):
        yield seen


def test_an_atomic_save_is_seen(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    record = tmp_path / "content" / "a.md"
    record.write_text("one")
    with watched(tmp_path) as changed:
        (tmp_path / "content" / ".a.md.new").write_text("two")
        (tmp_path / "content" / ".a.md.new").rename(record)
        assert changed.wait(5)
        assert "content/a.md" in changed.names
        assert "content/.a.md.new" in changed.beside


def test_a_folder_that_is_made_later_is_watched(tmp_path: Path) -> None:
    with watched(tmp_path) as changed:
        (tmp_path / "themes").mkdir()
        assert changed.wait(5)
        changed.clear()
        (tmp_path / "themes" / "a.css").write_text("a {}")
        assert changed.wait(5)


def test_settings_that_are_saved_are_seen(tmp_path: Path) -> None:
    with watched(tmp_path) as changed:
        (tmp_path / "site.toml").write_text("")
        assert changed.wait(5)


def test_what_is_only_read_or_built_is_no_change(tmp_path: Path) -> None:
    for folder in ("content", "output"):
        (tmp_path / folder).mkdir()
    (tmp_path / "content" / "a.md").write_text("one")
    with watched(tmp_path) as changed:
        (tmp_path / "content" / "a.md").read_text()
        (tmp_path / "output" / "index.html").write_text("page")
        (tmp_path / "content" / ".a.md.swp").write_text("scratch")
        assert not changed.wait(0.3)
