"""Runs Pagefind: HTML pages in, a search bundle out.

The program is given everything explicitly. Pagefind also takes its options from ``PAGEFIND_*`` variables and from a
``pagefind.toml`` in the working directory, and neither may change a site.
"""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind_bin import get_executable

LANGUAGE = "da"
TIME_LIMIT = 600
"""Seconds for one municipality. The largest takes a few."""

_PASSED_ON = ("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT")


class IndexingError(Exception):
    """Pagefind could not be run, or what it made is not whole."""


def run_pagefind(pages: Iterable[tuple[str, str]], bundle: Path, work: Path) -> int:
    """Index HTML pages into the folder `bundle`, which must not exist, and say how many pages there were.

    Args:
        pages: The path of each page, relative to the site, and its HTML. Paths become the hits' addresses.
        bundle: Where the bundle is written.
        work: An existing folder for the pages while they are read.

    Raises:
        IndexingError: What is in `bundle` then is of no use.
    """
    with TemporaryDirectory(dir=work) as folder:
        site = Path(folder) / "site"
        count = _write_pages(pages, site)
        options = ["--site", "site", "--output-path", str(bundle.absolute()), "--force-language", LANGUAGE, "--silent"]
        _run(options, Path(folder))
    return count


def pagefind_version() -> str:
    """What the program says of itself: ``pagefind 1.5.2``. Raises IndexingError where it cannot be run."""
    return _run(["--version"], Path.cwd()).strip()


def _write_pages(pages: Iterable[tuple[str, str]], site: Path) -> int:
    count = 0
    folders: set[str] = set()
    for name, html in pages:
        folder, _, _ = name.rpartition("/")
        if folder not in folders:
            (site / folder).mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        with open(f"{site}/{name}", "wb", buffering=0) as file:  # noqa: PTH123 - there are tens of thousands of them
            file.write(html.encode())
        count += 1
    return count


def _run(options: list[str], cwd: Path) -> str:
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    try:
        done = subprocess.run(  # noqa: S603 - the program of an installed package, arguments of our own
            [str(get_executable()), *options],
            cwd=cwd,
            env=environment,
            check=False,
            capture_output=True,
            timeout=TIME_LIMIT,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise IndexingError(f"Pagefind could not be run: {error}") from error
    if done.returncode != 0:
        said = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
        raise IndexingError(f"Pagefind ended with code {done.returncode}: {said[-1] if said else 'no message'}")
    return done.stdout.decode("utf-8", "replace")
