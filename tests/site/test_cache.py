"""What is known of the last build helps, and can be lost or damaged without harm."""

from pathlib import Path

import pytest

from referat.site.cache import (
    LinkedPage,
    Links,
    Pages,
    Rendered,
    is_changing,
    is_unfinished,
    note_changed,
    note_changing,
    note_making,
    read_links,
    read_pages,
    remove_other_parts,
    write_links,
    write_pages,
)
from referat.site.links import PageLinks

PAGES = Pages(b"del", {"/strandby/": Rendered(key=b"k", content=b"c", size=7, modified=9)})
LINKS = Links(b"del", {"/strandby/": LinkedPage("strandby/index.html", PageLinks(("a",), ("/om/",)))})


def test_what_was_kept_is_known_again(tmp_path: Path) -> None:
    write_pages(tmp_path, "strandby", PAGES)
    write_links(tmp_path, "strandby", LINKS)
    assert (read_pages(tmp_path, "strandby"), read_links(tmp_path, "strandby")) == (PAGES, LINKS)
    assert (read_pages(tmp_path, "egedalen"), read_links(tmp_path, "egedalen")) == (Pages(), Links())


def test_after_a_build_that_was_broken_off_no_time_is_believed(tmp_path: Path) -> None:
    write_pages(tmp_path, "strandby", PAGES)
    note_changing(tmp_path)
    assert [page.modified for page in read_pages(tmp_path, "strandby").rendered.values()] == [0]
    note_changed(tmp_path)
    assert read_pages(tmp_path, "strandby") == PAGES


def test_a_build_that_was_broken_off_while_it_made_pages_is_seen_until_one_has_ended(tmp_path: Path) -> None:
    assert not is_unfinished(tmp_path)
    note_making(tmp_path)
    assert is_unfinished(tmp_path)
    assert not is_changing(tmp_path)
    note_changed(tmp_path)
    assert not is_unfinished(tmp_path)


@pytest.mark.parametrize("place", range(0, 90, 7))
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, place: int) -> None:
    write_pages(tmp_path, "strandby", PAGES)
    file = tmp_path / "pages/strandby.pages"
    content = bytearray(file.read_bytes())
    content[place % len(content)] ^= 0xFF
    file.write_bytes(content)
    assert read_pages(tmp_path, "strandby") == Pages()


def test_a_file_that_was_cut_off_is_as_good_as_none(tmp_path: Path) -> None:
    write_pages(tmp_path, "strandby", PAGES)
    file = tmp_path / "pages/strandby.pages"
    file.write_bytes(file.read_bytes()[:-1])
    assert read_pages(tmp_path, "strandby") == Pages()


def test_parts_that_the_site_no_longer_has_are_forgotten(tmp_path: Path) -> None:
    for part in ("strandby", "egedalen"):
        write_pages(tmp_path, part, PAGES)
        write_links(tmp_path, part, LINKS)
    remove_other_parts(tmp_path / "pages", {"egedalen"})
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == ["egedalen.links", "egedalen.pages"]
