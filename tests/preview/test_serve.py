"""The preview from the outside: what is saved is shown, and what is broken leaves the last good site standing."""

import re
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from referat.preview import serve
from referat.problems import ProblemError

if TYPE_CHECKING:
    from tests.conftest import Preview

MAY = "/strandby/byraadet/2024-05-14/"
JUNE = "/strandby/byraadet/2024-06-11/"


def digest_of(preview: "Preview", path: str) -> str:
    """How a browser that shows the page names what it shows."""
    found = re.search(r'data-digest="([0-9a-f]+)"', text_of(preview, path))
    assert found is not None
    return found[1]


def news(preview: "Preview", path: str, page: str = "", *, known: int = -1) -> Any:
    """What the preview tells a browser of a page, as soon as there is something other than it knows."""
    parameters: dict[str, str | int] = {"path": path, "page": page, "known": known}
    return httpx.get(f"{preview.address}/.referat/news", params=parameters, timeout=30).json()


def news_until(preview: "Preview", path: str, page: str, reached: Callable[[Any], bool]) -> Any:
    """The first news with this in it, heard as a browser hears them, which goes on from what it knows."""
    told = news(preview, path, page)
    while not reached(told):
        told = news(preview, path, page, known=told["epoch"])
    return told


def text_of(preview: "Preview", path: str) -> str:
    return httpx.get(f"{preview.address}{path}").text


def test_a_saved_record_is_shown_and_only_pages_that_it_changed_reload(preview: "Preview") -> None:
    may, june = digest_of(preview, MAY), digest_of(preview, JUNE)
    preview.write_meeting("2024-05-14", "Cykelsti langs havnen")
    news_until(preview, MAY, may, lambda told: told["reload"])
    assert news(preview, JUNE, june)["reload"] is False
    assert "Cykelsti langs havnen" in text_of(preview, MAY)


def test_a_new_record_gets_its_page_and_a_deleted_one_loses_it(preview: "Preview") -> None:
    august = "/strandby/byraadet/2024-08-20/"
    address = f"{preview.address}{august}"
    assert httpx.get(address).status_code == 404
    before = digest_of(preview, august)
    preview.write_meeting("2024-08-20", "Ny skole")
    news_until(preview, august, before, lambda told: told["reload"])
    assert httpx.get(address).status_code == 200
    before = digest_of(preview, august)
    (preview.root / "content/minutes/strandby/byraadet/2024-08-20.md").unlink()
    news_until(preview, august, before, lambda told: told["reload"])
    assert httpx.get(address).status_code == 404


def test_no_request_after_a_save_is_answered_with_the_old_site(preview: "Preview") -> None:
    preview.write_meeting("2024-05-14", "Efter redigering")
    time.sleep(0.04)  # the time in which the computer tells that a file has changed
    assert "Efter redigering" in text_of(preview, MAY)


def save_in_place(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def save_by_renaming(path: Path, text: str) -> None:
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(text, encoding="utf-8")
    fresh.rename(path)


def save_with_a_backup(path: Path, text: str) -> None:
    path.rename(path.with_name(f"{path.name}~"))
    path.write_text(text, encoding="utf-8")
    path.with_name(f"{path.name}~").unlink()


def save_by_deleting(path: Path, text: str) -> None:
    path.unlink()
    time.sleep(0.1)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("save", [save_in_place, save_by_renaming, save_with_a_backup, save_by_deleting])
def test_however_an_editor_saves_the_page_is_that_of_the_last_save(
    preview: "Preview", save: Callable[[Path, str], None]
) -> None:
    path = preview.root / "content/minutes/strandby/byraadet/2024-05-14.md"
    text = path.read_text(encoding="utf-8")
    for number in range(10):
        save(path, text.replace("Cykelsti", f"Sti nummer {number}"))
    told = news(preview, MAY, "")
    while "Sti nummer 9" not in text_of(preview, MAY):
        told = news(preview, MAY, "", known=told["epoch"])


def test_a_folder_that_gets_another_name_takes_its_pages_with_it(preview: "Preview") -> None:
    may = digest_of(preview, MAY)
    minutes = preview.root / "content/minutes"
    (minutes / "strandby").rename(minutes / "nord")  # the municipality is what the records say
    preview.write_meeting("2024-05-14", "Sti")
    (minutes / "nord" / "byraadet" / "2024-05-14.md").unlink()
    news_until(preview, MAY, may, lambda told: told["reload"] and "Sti<" in text_of(preview, MAY))
    assert httpx.get(f"{preview.address}{JUNE}").status_code == 200


def test_broken_settings_leave_the_last_good_site_and_are_told_until_they_are_mended(preview: "Preview") -> None:
    may = digest_of(preview, MAY)
    preview.write("site.toml", "[site\n")
    told = news_until(preview, MAY, may, lambda told: told["problems"])
    assert told["reload"] is False
    assert "site.toml:1" in told["problems"][0]
    assert "Cykelsti" in text_of(preview, MAY)
    preview.write("site.toml", '[site]\nname = "Andet navn"\n')
    told = news_until(preview, MAY, may, lambda told: not told["problems"])
    assert told["reload"] is True
    assert "Andet navn" in text_of(preview, MAY)


def test_a_record_that_cannot_be_read_keeps_its_last_good_page_and_the_fault_is_told(preview: "Preview") -> None:
    may = digest_of(preview, MAY)
    preview.write("content/minutes/strandby/byraadet/2024-05-14.md", "---\ndate: i går\n---\n\n## 1. Havnefest\n")
    told = news_until(preview, MAY, may, lambda told: told["problems"])
    assert told["reload"] is False
    assert any("2024-05-14.md:2" in problem for problem in told["problems"])
    assert "Cykelsti" in text_of(preview, MAY)
    preview.write_meeting("2024-05-14", "Havnefest")
    told = news_until(preview, MAY, may, lambda told: not told["problems"])
    assert told["reload"] is True
    assert "Havnefest" in text_of(preview, MAY)


def test_a_template_error_is_told_and_the_page_stays(preview: "Preview") -> None:
    may = digest_of(preview, MAY)
    preview.write("themes/default/templates/meeting.html", "{{ view.nothing }}")
    told = news_until(preview, MAY, may, lambda told: told["problems"])
    assert any("template_error" in problem for problem in told["problems"])
    assert told["reload"] is False
    assert "Cykelsti" in text_of(preview, MAY)


def test_what_only_a_whole_build_finds_is_told_when_the_writer_rests(preview: "Preview") -> None:
    preview.write("content/pages/om.md", "---\ntitle: Om\n---\n\nSe [mødet](/strandby/findes-ikke/).\n")
    told = news_until(preview, MAY, digest_of(preview, MAY), lambda told: told["problems"])
    assert "content/pages/om.md:5" in told["problems"][0]
    preview.write("content/pages/om.md", "---\ntitle: Om\n---\n\nSe mødet.\n")
    news_until(preview, MAY, digest_of(preview, MAY), lambda told: not told["problems"])


def test_the_search_tells_that_it_is_old_until_it_is_not(preview: "Preview") -> None:
    told = news_until(preview, MAY, "", lambda told: not told["search"]["old"])
    preview.write_meeting("2024-08-20", "Ny skole")
    old = news_until(preview, MAY, "", lambda told: told["search"]["old"])
    assert old["search"]["at"] == told["search"]["at"]
    fresh = news_until(preview, MAY, "", lambda told: not told["search"]["old"])
    assert fresh["search"]["at"] > told["search"]["at"]


def test_the_search_index_follows_by_itself(preview: "Preview") -> None:
    entry = f"{preview.address}/pagefind/strandby/pagefind-entry.json"
    deadline = time.monotonic() + 20
    while httpx.get(entry).status_code != 200 or httpx.get(entry).json()["languages"]["da"]["page_count"] != 2:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    preview.write_meeting("2024-08-20", "Ny skole")
    while httpx.get(entry).json()["languages"]["da"]["page_count"] != 3:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_port_that_is_taken_is_said_to_be(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(ProblemError) as error:
        serve(tmp_path, port=other.getsockname()[1])
    assert error.value.problem.code == "port_taken"
