"""The example site in a real browser, asked by its own search page."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, urlsplit

from playwright.sync_api import Page, sync_playwright
from tests.browser.conftest import BROWSERS, Host

ANSWERED = "#soegning[aria-busy=false], body:not(:has(#soegning))"
READ = """() => [...document.querySelectorAll("#sagssvar a[href*='/sag/'], #fund > li")].map((answer) =>
  (answer.matches("a") ? [answer] : [...answer.querySelectorAll("a")]).map((link) => link.getAttribute("href")))"""


@contextmanager
def search_page(output: Path) -> Iterator[Page]:
    """A page of a new visitor of the site in the folder `output`, whose base address is its context's."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    program = next(found for name in BROWSERS if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser.new_context(base_url=f"http://127.0.0.1:{server.server_port}").new_page()
        browser.close()
    server.shutdown()
    server.server_close()


def ask(page: Page, text: str) -> list[list[str]]:
    """What the search page answers, best first: of each answer its addresses, without the words to mark."""
    page.goto(f"/soeg/?q={quote(text)}")
    page.locator(ANSWERED).first.wait_for()
    page.wait_for_timeout(250)
    if urlsplit(page.url).path != "/soeg/":
        return [[urlsplit(page.url).path]]
    links: list[list[str]] = page.evaluate(READ)
    return [[_bare(href) for href in answer] for answer in links]


def _bare(href: str) -> str:
    address = urlsplit(href)
    return f"{address.path}#{address.fragment}" if address.fragment else address.path
