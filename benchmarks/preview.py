"""Measures the preview of a large site in a real browser: ``python -m benchmarks.preview --help``."""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

import httpx
from msgspec import Struct
from playwright.sync_api import Browser, Page, sync_playwright
from tests.browser.visiting import launch

from benchmarks.made_up.country import make_country
from benchmarks.measure import describe_machine
from benchmarks.referat_site import write_referat_site

RELOADED = """() => {
  const [page] = performance.getEntriesByType("navigation");
  return { began: performance.timeOrigin, there: performance.timeOrigin + page.domContentLoadedEventEnd };
}"""
"""When the browser began to reload, and when the new page was there, in milliseconds since 1970."""
LONGEST = 1_800.0
"""Seconds that anything may take."""


class Save(Struct, frozen=True):
    """What one save took, in milliseconds."""

    told: float
    """Until the browser knew, and began to reload."""
    shown: float
    """Until the new page was there."""


def main() -> None:
    """Measure, and print a table."""
    options = _parser().parse_args()
    print(f"Machine: {describe_machine()}.")
    for line in preview_table(options.folder, options.meetings, options.saves):
        print(line, flush=True)


def preview_table(place: Path | None, meetings: int, saves: int) -> Iterator[str]:
    """What was measured, as a Markdown table.

    Args:
        place: Where the site is made. None: where the system has such files.
        meetings: How large it is.
        saves: How often a record is saved.
    """
    with tempfile.TemporaryDirectory(prefix="referat-benchmark-", dir=place) as folder:
        root = Path(folder) / "site"
        write_referat_site(root, make_country(meetings))
        yield f"\n## The preview of {meetings:,} meetings\n"
        yield "| what | measured |\n| --- | ---: |"
        for what, measured in _measure(root, saves):
            yield f"| {what} | {measured} |"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.preview", description="Measures the preview.")
    parser.add_argument("--meetings", type=int, default=10_000, help="how large the site is (10000)")
    parser.add_argument("--saves", type=int, default=20, help="how often a record is saved (20)")
    parser.add_argument("--folder", type=Path, help="where the site is made (the system's place for such files)")
    return parser


def _measure(root: Path, saves: int) -> Iterator[tuple[str, str]]:
    record = min((root / "content" / "minutes").rglob("*.md"))
    path = f"/{record.relative_to(root / 'content' / 'minutes').with_suffix('').as_posix()}/"
    with _previewing(root) as (address, started), sync_playwright() as playwright:
        for what, place in (("a meeting", path), ("the front page", "/")):
            _wait_for(f"{address}{place}")
            yield f"from nothing to {what}", f"{time.perf_counter() - started:.1f} s"
        browser = launch(playwright)
        if browser is None:
            raise FileNotFoundError("There is no Chromium on this computer: scripts/install-browser installs it.")
        yield from _told("while everything is built for the first time", _saves(browser, address + path, record, saves))
        _wait_for_search(address)
        yield "from nothing to the first search", f"{time.perf_counter() - started:.0f} s"
        yield from _told("at rest", _saves(browser, address + path, record, saves))
        yield from _told("at rest, the front page", _saves(browser, f"{address}/", _told_of(address, root), saves))
        saved = time.perf_counter()
        _wait_for_search(address)
        yield "from the last save until the search is fresh", f"{time.perf_counter() - saved:.1f} s"
        browser.close()


def _told(when: str, saves: Iterator[Save]) -> Iterator[tuple[str, str]]:
    taken = list(saves)
    for what, times in (
        ("until the browser reloads", [save.told for save in taken]),
        ("until the new page is there", [save.shown for save in taken]),
    ):
        yield f"a save {when}, {what}", f"{median(times):.0f} ms ({min(times):.0f}–{max(times):.0f})"


@contextmanager
def _previewing(root: Path) -> Iterator[tuple[str, float]]:
    """The address of a preview that was just started, and when that was."""
    started = time.perf_counter()
    command = [sys.executable, "-u", "-m", "referat", "serve", "-C", str(root), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None  # noqa: S101 - it was asked for
        lines = iter(process.stdout.readline, "")
        found = next(match for line in lines if (match := re.search(r"http://\S+(?=/ )", line)))
        try:
            yield found[0], started
        finally:
            process.terminate()


def _wait_for(address: str) -> None:
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        if httpx.get(address, timeout=LONGEST).status_code == httpx.codes.OK:
            return
        time.sleep(0.05)
    raise TimeoutError(address)


def _wait_for_search(address: str) -> None:
    told: Any = {"epoch": -1, "search": {"old": True}}
    while told["search"]["old"]:
        parameters = {"path": "/", "page": "", "known": told["epoch"]}
        told = httpx.get(f"{address}/.referat/news", params=parameters, timeout=LONGEST).json()


def _told_of(address: str, root: Path) -> Path:
    """The record of a decision that the front page tells of."""
    front = httpx.get(f"{address}/", timeout=LONGEST).text
    found = next(re.finditer(r'href="/([^/"]+/[^/"]+/\d{4}-\d\d-\d\d(?:-\d+)?)/#', front))
    return root / "content" / "minutes" / f"{found[1]}.md"


def _saves(browser: Browser, address: str, record: Path, count: int) -> Iterator[Save]:
    """Save a record again and again, as an editor does, while the browser shows a page that it changes."""
    page = browser.new_page()
    page.goto(address)
    text = record.read_text(encoding="utf-8")
    for number in range(count):
        page.wait_for_timeout(300)
        yield _save(page, record, _changed(text, f"Nummer {number} af {time.time_ns()}."))
    page.close()


def _changed(text: str, sentence: str) -> str:
    """The record with a sentence more at the beginning of each decision, so that every list of decisions has it."""
    return re.sub(r"(^### Beslutning\n\n)", rf"\g<1>{sentence} ", text, flags=re.MULTILINE)


def _save(page: Page, record: Path, text: str) -> Save:
    with page.expect_navigation(wait_until="load"):
        saved = time.time() * 1000
        record.write_text(text, encoding="utf-8")
    reloaded = page.evaluate(RELOADED)
    return Save(reloaded["began"] - saved, reloaded["there"] - saved)


if __name__ == "__main__":
    main()
