"""A real browser, real sites over HTTP, and a page that fails the test for what a reader's console would show."""

import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from referat.site.build import build_site
from referat.site.headers import SECURITY_HEADERS
from referat.site.report import BuildOptions

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
TIMEOUT = 20_000
"""Milliseconds that a test waits for something to appear."""


class Host(SimpleHTTPRequestHandler):
    """A host for static sites, with the headers that the site asks for."""

    def end_headers(self) -> None:
        for name, value in SECURITY_HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Says nothing."""


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[Callable[[Path], str]]:
    """Serves a folder until the tests end; gives its address without a last slash."""
    servers = []

    def serve(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder)))
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def build_and_serve(
    tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[[Path], str]
) -> Callable[[Mapping[str, str]], str]:
    """Builds a whole site of the given files and serves it."""

    def build(files: Mapping[str, str]) -> str:
        root = tmp_path_factory.mktemp("site")
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        report = build_site(root)
        assert report.problems + report.search == ()
        return serve_folder(report.output)

    return build


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[[Path], str]) -> str:
    """The address of the example site, built as it is published."""
    folder = tmp_path_factory.mktemp("example")
    report = build_site(ROOT, BuildOptions(output=folder / "output", cache=folder / "cache"))
    assert report.search == ()
    return serve_folder(report.output)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("no Chromium on this computer: scripts/install-browser installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a new visitor. It fails the test for a console message, an error, or a request to another host."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(TIMEOUT)
    seen: list[str] = []
    page.on("console", lambda message: seen.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: seen.append(f"error: {error}"))
    page.on(
        "request",
        lambda request: None if request.url.startswith("http://127.0.0.1:") else seen.append(f"request: {request.url}"),
    )
    yield page
    context.close()
    assert seen == []
