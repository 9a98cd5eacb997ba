"""A static site on a host, and the system's Chromium to visit it: for the tests, and for commands that measure."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from referat.site.headers import SECURITY_HEADERS

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Host(SimpleHTTPRequestHandler):
    """A host for static sites, with the headers that the site asks for."""

    def end_headers(self) -> None:
        for name, value in SECURITY_HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Says nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serves a folder; gives its address without a last slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def visit(page: Page, address: str) -> None:
    """Opens the address. A search that stands in it has been answered."""
    page.goto(address)
    if "?q=" in address:
        page.locator("#soegning[aria-busy=false] #fund > li").first.wait_for()


def launch(playwright: Playwright) -> Browser | None:
    """The system's Chromium; None where there is none."""
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    options = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    return playwright.chromium.launch(executable_path=program, args=options) if program else None


@contextmanager
def visitors(output: Path) -> Iterator[Callable[[], Page]]:
    """Gives what makes a page of a new visitor of the site in the folder `output`. Its base address is its context's.

    Raises:
        FileNotFoundError: There is no Chromium on this computer.
    """
    with serving(output) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        if browser is None:
            raise FileNotFoundError("There is no Chromium on this computer: scripts/install-browser installs it.")
        yield lambda: browser.new_context(base_url=address).new_page()
        browser.close()


@contextmanager
def visiting(output: Path) -> Iterator[Page]:
    """One page of a new visitor, as `visitors` makes it."""
    with visitors(output) as new_page:
        yield new_page()
