"""What each kind of page costs over the network, as a Markdown table: `scripts/weights`.

Bytes are counted as a host that compresses sends them, headers left out. A page is opened by a new visitor, with an
empty cache, and everything it asks for is counted.
"""

import gzip
import tempfile
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from playwright.sync_api import Page, Response
from tests.browser.visiting import visit, visitors
from tests.proofs.kinds import KINDS, Kind

from referat.site.build import build_site
from referat.site.report import BuildOptions

ROOT = Path(__file__).resolve().parents[2]
HEADING = """\
| page | HTML | text of it | style | script | other | in all | requests |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""


class Weight(Struct, frozen=True):
    """Bytes over the network. ``text`` is the part of ``html`` that is read: the words of ``main``, compressed."""

    html: int
    text: int
    style: int
    script: int
    other: int
    requests: int

    @property
    def total(self) -> int:
        """All bytes of the first view."""
        return self.html + self.style + self.script + self.other


def weigh(page: Page, address: str) -> Weight:
    """Open the address in a page that has nothing in its cache, and count what comes."""
    came: list[Response] = []

    def note(response: Response) -> None:
        came.append(response)

    page.on("response", note)
    visit(page, address)
    page.remove_listener("response", note)
    sizes = {"document": 0, "stylesheet": 0, "script": 0}
    other = 0
    for response in came:
        kind = response.request.resource_type
        if kind in sizes:
            sizes[kind] += _sent(response.body())
        else:
            other += _sent(response.body())
    text = len(gzip.compress(page.locator("main").inner_text().encode(), 9))
    return Weight(sizes["document"], text, sizes["stylesheet"], sizes["script"], other, len(came))


def _sent(body: bytes) -> int:
    # what is compressed already, such as a search index, is sent as it is
    return min(len(body), len(gzip.compress(body, 9)))


def row(kind: Kind, weight: Weight) -> str:
    """A line of the table, in thousands of bytes."""
    bytes_ = (weight.html, weight.text, weight.style, weight.script, weight.other, weight.total)
    cells = (f"{number / 1000:.1f}" for number in bytes_)
    return f"| {kind.name}, `{kind.address}` | {' | '.join(cells)} | {weight.requests} |"


def measure(output: Path) -> Iterator[tuple[Kind, Weight]]:
    """Weigh each kind of page as a new visitor's first one."""
    with visitors(output) as new_page:
        for kind in KINDS:
            page = new_page()
            yield kind, weigh(page, kind.address)
            page.context.close()


def main() -> None:
    """Build the example site and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        output = build_site(ROOT, BuildOptions(output=Path(folder, "output"), cache=Path(folder, "cache"))).output
        print(HEADING)
        for kind, weight in measure(output):
            print(row(kind, weight))


if __name__ == "__main__":
    main()
