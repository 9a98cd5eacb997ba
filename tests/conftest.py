"""What several folders of tests need: their order, and a running preview of a small site as a process of its own."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from msgspec import Struct

RECORD = """\
---
municipality: Strandby
body: Byrådet
date: {date}
kind: minutes
---

## 1. {title}

### Beslutning

Godkendt.
"""
FOLDER = Path(__file__).parent
PROGRAM = "import pathlib, sys; from referat.preview import serve; serve(pathlib.Path(sys.argv[1]), port=0)"


class Preview(Struct, frozen=True):
    """A site that is being written, and where it is shown."""

    root: Path
    address: str

    def write(self, name: str, text: str) -> None:
        """Write a file of the site."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def write_meeting(self, date: str, title: str) -> None:
        """Write the record of a meeting in Strandby."""
        self.write(f"content/minutes/strandby/byraadet/{date}.md", RECORD.format(date=date, title=title))


# A busy machine fails no test: nothing here is timed. CI draws the same examples every time, so that a commit that was
# green stays green; everybody else draws new ones, and scripts/fuzz looks much further.
settings.register_profile("developer", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "developer")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser's tests come last: the browser keeps an event loop running in the thread that all tests share."""
    items.sort(key=lambda item: "browser" in item.path.relative_to(FOLDER).parts)


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview with two meetings."""
    site = Preview(tmp_path, "")
    site.write("site.toml", '[site]\nname = "Prøve"\n')
    site.write_meeting("2024-05-14", "Cykelsti")
    site.write_meeting("2024-06-11", "Havnebad")
    process = subprocess.Popen([sys.executable, "-uc", PROGRAM, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    lines = iter(process.stdout.readline, "")
    found = next(match for line in lines if (match := re.search(r"http://\S+(?=/ )", line)))
    yield Preview(tmp_path, found[0])
    process.send_signal(signal.SIGINT)
    assert process.wait(10) == 0
    process.stdout.close()
