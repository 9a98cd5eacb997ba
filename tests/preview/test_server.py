"""The preview's answers: what a real host would send, nothing from outside the output, and one script more."""

import asyncio
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeAlias, TypeVar

import httpx
import pytest
from starlette.applications import Starlette

from referat.preview.answers import Found, find
from referat.preview.board import Board
from referat.preview.learning import learn
from referat.preview.live import LiveSite
from referat.preview.serve import names_of
from referat.preview.server import find_searched, make_app
from referat.problems import Problem
from referat.site.build import build_site
from referat.site.headers import FOR_EVER, SECURITY_HEADERS
from referat.site.report import BuildOptions

Get: TypeAlias = Callable[[str], httpx.Response]
Result = TypeVar("Result")

MAY = "/strandby/byraadet/2024-05-14/"
RECORD = "---\nmunicipality: Strandby\nbody: Byrådet\ndate: 2024-05-14\n---\n\n## 1. Sti\n"


class Asked:
    """Has the site, and nothing happens to it."""

    def __init__(self, root: Path, *, learned: bool = True) -> None:
        self._site = LiveSite(root)
        self._site.refresh()
        if not learned:
            return
        lesson = self._site.lesson()
        assert lesson is not None
        self._site.adopt(lesson, learn(lesson))

    async def ask(self, question: Callable[[LiveSite], Result]) -> Result:
        return question(self._site)

    def problems(self, found: Iterable[Problem]) -> tuple[Problem, ...]:
        return tuple(found)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in {
        "content/minutes/strandby/byraadet/2024-05-14.md": RECORD,
        "site.toml": "",
        "output/.referat": "hidden",
        "output/index.html": "of an earlier build",
        "output/pagefind/strandby/da_1.pf_meta": "x",
        "output/pagefind/.hidden": "x",
        "secret.md": "secret",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def app_of(root: Path, folder: str = "", hosts: Sequence[str] = ("*",)) -> Starlette:
    return make_app(Asked(root), Board(), root / "output", folder, hosts)


def getter(root: Path, folder: str = "") -> Get:
    transport = httpx.ASGITransport(app_of(root, folder))

    async def get(path: str) -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get(path)

    return lambda path: asyncio.run(get(path))


def test_a_name_that_only_leads_to_this_computer_is_not_answered(root: Path) -> None:
    app = app_of(root, hosts=names_of("127.0.0.1"))

    async def status(host: str) -> int:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=f"http://{host}") as client:
            return (await client.get("/strandby/")).status_code

    asked = ("127.0.0.1:8000", "localhost:8000", "andre.example", "127.0.0.1.andre.example")
    assert [asyncio.run(status(host)) for host in asked] == [200, 200, 400, 400]


def test_two_slashes_lead_to_no_other_host(root: Path) -> None:
    assert getter(root)("http://127.0.0.1//strandby").headers["location"] == "/strandby/"


@pytest.fixture
def get(root: Path) -> Get:
    return getter(root)


def test_every_answer_has_the_sites_security_headers_and_is_not_kept(get: Get) -> None:
    for path in ("/strandby/", "/strandby", "/robots.txt", "/missing/", "/.referat/preview.js", "/.referat/x"):
        headers = get(path).headers
        assert {name: headers[name] for name in SECURITY_HEADERS} == dict(SECURITY_HEADERS), path
        assert headers["cache-control"] == "no-store", path


def test_a_page_is_what_is_published_and_the_reload_script_before_its_end(root: Path, get: Get) -> None:
    build_site(root, BuildOptions(search=False))
    published = (root / "output/strandby/index.html").read_text(encoding="utf-8")
    sent = get("/strandby/").text
    script = re.search(r'<script src="/.referat/preview.js" data-digest="\w+" data-path="/strandby/".*\n', sent)
    assert script is not None
    assert sent == published.replace("</body>", f"{script[0]}</body>")


def test_other_files_are_sent_as_they_are_with_their_type(get: Get) -> None:
    (styles,) = set(re.findall(r"/aktiver/site\.\w+\.css", get("/strandby/").text))
    answer = get(styles)
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert answer.headers["cache-control"] == FOR_EVER  # its address is of its content
    assert get("/robots.txt").headers["content-type"] == "text/plain; charset=utf-8"


def test_the_search_index_is_that_of_the_last_build(get: Get) -> None:
    answer = get("/pagefind/strandby/da_1.pf_meta")
    assert (answer.text, answer.headers["content-type"]) == ("x", "application/octet-stream")


def test_an_address_without_its_last_slash_leads_to_the_page(get: Get) -> None:
    answer = get("/strandby")
    assert (answer.status_code, answer.headers["location"]) == (307, "/strandby/")


def test_what_is_not_there_is_answered_with_the_sites_own_page(get: Get) -> None:
    answer = get("/egedalen/")
    assert answer.status_code == 404
    assert "404" in answer.text
    assert "preview.js" in answer.text


@pytest.mark.parametrize(
    "path",
    ["/../secret.md", "/strandby/../../secret.md", "/.referat", "/..\\secret.md", "/\0", "/pagefind/../../secret.md"],
)
def test_nothing_outside_the_site_and_nothing_hidden_is_found(root: Path, path: str) -> None:
    site = Asked(root)
    found = asyncio.run(site.ask(lambda live: find(live, path)))
    assert isinstance(found, Found)
    assert found.status == 404
    assert find_searched(root / "output", path) is None


def test_only_the_search_index_is_answered_from_the_output(root: Path, get: Get) -> None:
    (root / "output/pagefind/ud.md").symlink_to(root / "secret.md")
    for path in ("/pagefind/ud.md", "/pagefind/.hidden", "/pagefind/", "/pagefind/%2e%2e/index.html"):
        assert get(path).status_code == 404, path
    assert "of an earlier build" not in get("/").text


def test_while_records_are_read_the_sites_own_pages_say_so_and_those_of_municipalities_are_there(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("referat.preview.server.PATIENCE", 0.01)
    transport = httpx.ASGITransport(make_app(Asked(root, learned=False), Board(), root / "output"))

    async def scene() -> None:
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            front = await client.get("/")
            assert front.status_code == 503
            assert '<a href="/strandby/">' in front.text
            assert 'data-digest=""' in front.text
            assert (await client.get("/.referat/news?path=/&page=&known=-1")).json()["reload"] is False
            assert (await client.get("/strandby/")).status_code == 200

    asyncio.run(scene())


def test_a_site_that_is_published_in_a_folder_is_shown_in_it(root: Path) -> None:
    (root / "site.toml").write_text('[site]\nbase_url = "https://a.example/referat/"\n', encoding="utf-8")
    get = getter(root, "/referat")
    assert get("/").headers["location"] == "/referat/"
    assert get("/referat/strandby/").status_code == 200
    assert get("/strandby/").status_code == 404


def test_news_that_is_asked_for_wrongly_is_refused(get: Get) -> None:
    assert get("/.referat/news?page=x&known=x").status_code == 400
