"""The preview from the outside: what is saved is shown, and what is broken leaves the last good site standing."""

import socket
import time
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


def news(preview: "Preview", path: str, *, page: int, known: int) -> Any:
    """What the preview tells a browser, as soon as there is something newer than `known`."""
    address = f"{preview.address}/.referat/news?path={path}&page={page}&known={known}"
    return httpx.get(address, timeout=30).json()


def text_of(preview: "Preview", path: str) -> str:
    return httpx.get(f"{preview.address}{path}").text


def test_a_saved_record_is_shown_and_only_pages_that_it_changed_reload(preview: "Preview") -> None:
    first = news(preview, MAY, page=0, known=-1)["epoch"]
    preview.write_meeting("2024-05-14", "Cykelsti langs havnen")
    told = news(preview, MAY, page=first, known=first)
    assert told["reload"] is True
    assert news(preview, JUNE, page=first, known=first)["reload"] is False
    assert "Cykelsti langs havnen" in text_of(preview, MAY)


def test_a_new_record_gets_its_page_and_a_deleted_one_loses_it(preview: "Preview") -> None:
    address = f"{preview.address}/strandby/byraadet/2024-08-20/"
    assert httpx.get(address).status_code == 404
    preview.write_meeting("2024-08-20", "Ny skole")
    news(preview, MAY, page=1, known=1)
    assert httpx.get(address).status_code == 200
    (preview.root / "content/minutes/strandby/byraadet/2024-08-20.md").unlink()
    told = news(preview, "/strandby/byraadet/2024-08-20/", page=2, known=2)
    assert told["reload"] is True
    assert httpx.get(address).status_code == 404


def test_no_request_after_a_save_is_answered_with_the_old_site(preview: "Preview") -> None:
    preview.write_meeting("2024-05-14", "Efter redigering")
    time.sleep(0.04)  # the time in which the computer tells that a file has changed
    assert "Efter redigering" in text_of(preview, MAY)


def test_broken_settings_leave_the_last_good_site_and_are_told_until_they_are_mended(preview: "Preview") -> None:
    preview.write("site.toml", "[site\n")
    told = news(preview, MAY, page=1, known=1)
    assert told["reload"] is False
    assert "site.toml:1" in told["problems"][0]
    assert "Cykelsti" in text_of(preview, MAY)
    preview.write("site.toml", '[site]\nname = "Andet navn"\n')
    told = news(preview, MAY, page=1, known=2)
    assert told["problems"] == []
    assert told["reload"] is True
    assert "Andet navn" in text_of(preview, MAY)


def test_a_record_that_cannot_be_read_keeps_its_last_good_page_and_the_fault_is_told(preview: "Preview") -> None:
    preview.write("content/minutes/strandby/byraadet/2024-05-14.md", "---\ndate: i går\n---\n\n## 1. Havnefest\n")
    told = news(preview, MAY, page=1, known=1)
    assert told["reload"] is False
    assert any("2024-05-14.md:2" in problem for problem in told["problems"])
    assert "Cykelsti" in text_of(preview, MAY)
    preview.write_meeting("2024-05-14", "Havnefest")
    told = news(preview, MAY, page=1, known=2)
    assert (told["reload"], told["problems"]) == (True, [])
    assert "Havnefest" in text_of(preview, MAY)


def test_a_template_error_is_told_and_the_page_stays(preview: "Preview") -> None:
    preview.write("themes/default/templates/meeting.html", "{{ view.nothing }}")
    told = news(preview, MAY, page=1, known=1)
    assert any("template_error" in problem for problem in told["problems"])
    assert "Cykelsti" in text_of(preview, MAY)


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
