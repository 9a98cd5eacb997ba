"""A real browser, real sites over HTTP, and a page that fails the test for what a reader's console would show."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.browser.visiting import launch, serving

from referat.site.build import build_site
from referat.site.report import BuildOptions

ROOT = Path(__file__).parents[2]
TIMEOUT = 20_000
"""Milliseconds that a test waits for something to appear."""
expect.set_options(timeout=TIMEOUT)  # what is expected has a limit of its own, far below what a busy machine takes


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[Callable[[Path], str]]:
    """Serves a folder until the tests end; gives its address without a last slash."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(serving(folder))


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
def example_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the example site, built as it is published."""
    folder = tmp_path_factory.mktemp("example")
    report = build_site(ROOT, BuildOptions(output=folder / "output", cache=folder / "cache"))
    assert report.search == ()
    return report.output


@pytest.fixture(scope="session")
def example(example_files: Path, serve_folder: Callable[[Path], str]) -> str:
    """The address of the example site."""
    return serve_folder(example_files)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        if browser is None:
            pytest.fail("There is no Chromium on this computer: scripts/install-browser installs it.")
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
