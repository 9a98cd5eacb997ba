"""What lies under content/ is found and read; what only points there from elsewhere is not."""

from pathlib import Path

import pytest

from referat.problems import Problem
from referat.site.discover import LARGEST, find_pages, find_records, read_text

PLACE = "content/minutes/strandby"


def write(root: Path, name: str, text: str = "tekst") -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def code(found: str | Problem) -> str:
    return found.code if isinstance(found, Problem) else "læst"


def test_records_are_found_in_every_folder_and_pages_only_in_theirs(tmp_path: Path) -> None:
    for name in (f"{PLACE}/b.md", f"{PLACE}/a/c.md", f"{PLACE}/d.txt", f"{PLACE}/.e.md", f"{PLACE}/.f/g.md"):
        write(tmp_path, name)
    write(tmp_path, "content/pages/om.md")
    write(tmp_path, "content/pages/kladder/om.md")
    assert find_records(tmp_path) == (f"{PLACE}/a/c.md", f"{PLACE}/b.md")
    assert find_pages(tmp_path) == ("content/pages/om.md",)


def test_a_site_without_content_has_none(tmp_path: Path) -> None:
    assert find_records(tmp_path) == find_pages(tmp_path) == ()


def test_a_link_to_a_file_outside_is_told_and_not_read(tmp_path: Path) -> None:
    secret = write(tmp_path, "hemmeligt.md", "hemmeligt")
    write(tmp_path, f"{PLACE}/a.md")
    (tmp_path / f"{PLACE}/b.md").symlink_to(secret)
    assert find_records(tmp_path) == (f"{PLACE}/a.md", f"{PLACE}/b.md")
    assert code(read_text(tmp_path, f"{PLACE}/b.md")) == "link_leads_away"


def test_a_link_to_a_folder_is_told_and_not_gone_into(tmp_path: Path) -> None:
    write(tmp_path, "andet/hemmeligt.md", "hemmeligt")
    write(tmp_path, f"{PLACE}/a.md")
    (tmp_path / f"{PLACE}/genvej").symlink_to(tmp_path / "andet")
    (tmp_path / f"{PLACE}/ring").symlink_to(tmp_path / PLACE)
    assert find_records(tmp_path) == (f"{PLACE}/a.md", f"{PLACE}/genvej", f"{PLACE}/ring")
    assert (
        code(read_text(tmp_path, f"{PLACE}/genvej")) == code(read_text(tmp_path, f"{PLACE}/ring")) == "link_leads_away"
    )


def test_a_link_to_another_text_of_the_site_is_read(tmp_path: Path) -> None:
    target = write(tmp_path, f"{PLACE}/a.md")
    (tmp_path / f"{PLACE}/b.md").symlink_to(target)
    assert read_text(tmp_path, f"{PLACE}/b.md") == "tekst"


def test_the_whole_content_may_lie_elsewhere(tmp_path: Path) -> None:
    write(tmp_path, "arkiv/minutes/a.md")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/content").symlink_to(tmp_path / "arkiv")
    assert find_records(tmp_path / "site") == ("content/minutes/a.md",)
    assert read_text(tmp_path / "site", "content/minutes/a.md") == "tekst"


@pytest.mark.parametrize(("size", "told"), [(LARGEST, "læst"), (LARGEST + 1, "file_too_large")])
def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path, size: int, told: str) -> None:
    with write(tmp_path, f"{PLACE}/a.md").open("wb") as file:
        file.truncate(size)
    assert code(read_text(tmp_path, f"{PLACE}/a.md")) == told
