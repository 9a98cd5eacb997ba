"""What is known of the last build helps, and can be lost or damaged without harm."""

from pathlib import Path

import pytest

from referat.site.cache import Rendered, read_pages, remove_other_parts, write_pages
from referat.site.links import PageLinks

PAGES = {"/strandby/": Rendered(key=b"k", content=b"c", size=7, modified=9, links=PageLinks(("a",), ("/om/",)))}


def test_what_was_kept_is_known_again(tmp_path: Path) -> None:
    write_pages(tmp_path, "strandby", PAGES)
    assert read_pages(tmp_path, "strandby") == PAGES
    assert read_pages(tmp_path, "egedalen") == {}


@pytest.mark.parametrize("place", range(0, 90, 7))
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, place: int) -> None:
    write_pages(tmp_path, "strandby", PAGES)
    file = tmp_path / "pages/strandby.msgpack"
    content = bytearray(file.read_bytes())
    content[place % len(content)] ^= 0xFF
    file.write_bytes(content)
    assert read_pages(tmp_path, "strandby") == {}


def test_a_file_that_was_cut_off_is_as_good_as_none(tmp_path: Path) -> None:
    write_pages(tmp_path, "strandby", PAGES)
    file = tmp_path / "pages/strandby.msgpack"
    file.write_bytes(file.read_bytes()[:-1])
    assert read_pages(tmp_path, "strandby") == {}


def test_parts_that_the_site_no_longer_has_are_forgotten(tmp_path: Path) -> None:
    for part in ("strandby", "egedalen"):
        write_pages(tmp_path, part, PAGES)
    remove_other_parts(tmp_path, {"egedalen"})
    assert [path.name for path in (tmp_path / "pages").iterdir()] == ["egedalen.msgpack"]
