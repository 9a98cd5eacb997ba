"""The preview's answers: what a real host would send, nothing from outside the output, and one script more."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import httpx
import pytest

from referat.preview.board import Board
from referat.preview.serve import names_of
from referat.preview.server import find_file, make_app
from referat.site.headers import SECURITY_HEADERS

Get: TypeAlias = Callable[[str], httpx.Response]

PAGE = "<!doctype html><title>Sti</title><body><p>Sti</p></body></html>"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    for name, text in {
        "output/strandby/index.html": PAGE,
        "output/404.html": "<body>Findes ikke</body>",
        "output/aktiver/site.css": "p {}",
        "output/pagefind/strandby/da_1.pf_meta": "x",
        "output/.referat-output": "hidden",
        "secret.md": "secret",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "output"


def getter(output: Path, folder: str = "") -> Get:
    transport = httpx.ASGITransport(make_app(output, Board(), folder))

    async def get(path: str) -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get(path)

    return lambda path: asyncio.run(get(path))


def test_a_name_that_only_leads_to_this_computer_is_not_answered(output: Path) -> None:
    app = make_app(output, Board(), "", names_of("127.0.0.1"))

    async def status(host: str) -> int:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=f"http://{host}") as client:
            return (await client.get("/strandby/")).status_code

    asked = ("127.0.0.1:8000", "localhost:8000", "andre.example", "127.0.0.1.andre.example")
    assert [asyncio.run(status(host)) for host in asked] == [200, 200, 400, 400]


def test_two_slashes_lead_to_no_other_host(output: Path) -> None:
    assert getter(output)("http://127.0.0.1//strandby").headers["location"] == "/strandby/"


@pytest.fixture
def get(output: Path) -> Get:
    return getter(output)


def test_every_answer_has_the_sites_security_headers_and_is_not_kept(get: Get) -> None:
    for path in ("/strandby/", "/strandby", "/aktiver/site.css", "/missing/", "/.referat/preview.js", "/.referat/x"):
        headers = get(path).headers
        assert {name: headers[name] for name in SECURITY_HEADERS} == dict(SECURITY_HEADERS), path
        assert headers["cache-control"] == "no-store", path


def test_a_page_is_sent_with_the_reload_script_before_its_end(get: Get) -> None:
    script = '<script src="/.referat/preview.js" data-epoch="0" data-path="/strandby/" defer></script>\n'
    assert get("/strandby/").text == PAGE.replace("</body>", f"{script}</body>")


def test_other_files_are_sent_as_they_are_with_their_type(get: Get) -> None:
    answer = get("/aktiver/site.css")
    assert (answer.text, answer.headers["content-type"]) == ("p {}", "text/css; charset=utf-8")
    assert get("/pagefind/strandby/da_1.pf_meta").headers["content-type"] == "application/octet-stream"


def test_an_address_without_its_last_slash_leads_to_the_page(get: Get) -> None:
    answer = get("/strandby")
    assert (answer.status_code, answer.headers["location"]) == (307, "/strandby/")


def test_what_is_not_there_is_answered_with_the_sites_own_page(get: Get) -> None:
    answer = get("/egedalen/")
    assert answer.status_code == 404
    assert "Findes ikke" in answer.text
    assert "preview.js" in answer.text


@pytest.mark.parametrize(
    "path", ["/../secret.md", "/strandby/../../secret.md", "/.referat-output", "/..\\secret.md", "/\0", "//etc/passwd"]
)
def test_nothing_outside_the_site_and_nothing_hidden_is_found(output: Path, path: str) -> None:
    assert find_file(output, path) is None


def test_a_link_out_of_the_output_is_not_followed(output: Path) -> None:
    (output / "ud.md").symlink_to(output.parent / "secret.md")
    assert find_file(output, "/ud.md") is None


def test_a_site_that_is_published_in_a_folder_is_shown_in_it(output: Path) -> None:
    get = getter(output, "/referat")
    assert get("/").headers["location"] == "/referat/"
    assert get("/referat/strandby/").status_code == 200
    assert get("/strandby/").status_code == 404


def test_news_that_is_asked_for_wrongly_is_refused(get: Get) -> None:
    assert get("/.referat/news?page=x&known=0").status_code == 400
