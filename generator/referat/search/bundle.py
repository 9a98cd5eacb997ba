"""A search bundle on disk: the files that Pagefind makes of one index, checked, and put in place as a whole."""

import errno
import gzip
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from referat.search.pagefind import LANGUAGE, IndexingError

FOLDER = "pagefind"
"""Of all bundles, in the output folder."""
ENTRY = "pagefind-entry.json"
WORDS, NUMBERS = "ord.txt", "sager.txt"
"""Beside the index: the words and the case numbers that are read only where nothing was found, one a line."""
ENGINE_FILES = ("pagefind.js", "pagefind-worker.js", f"wasm.{LANGUAGE}.pagefind", ENTRY, "*.pf_meta", "index")
"""What the browser needs to start the search engine: the same for every index of one version."""
DATA_FILES = (ENTRY, "*.pf_meta", "fragment", "index", "filter", WORDS, NUMBERS)
"""What is an index's own. The engine's 700 KB are published once, not with every municipality."""

_SIGNATURE = b"pagefind_dcd"
_ZIPPED = ("*.pf_meta", "fragment/*.pf_fragment", "index/*.pf_index", "filter/*.pf_filter")


def verify_bundle(bundle: Path, count: int) -> None:
    """Raise IndexingError unless all `count` pages are in the bundle and no file of it is cut off.

    Pagefind up to 1.5.2 has been seen to cut files off when the machine is busy (its issue 1272).
    """
    try:
        pages = json.loads((bundle / ENTRY).read_bytes())["languages"][LANGUAGE]["page_count"]
        for path in (path for pattern in _ZIPPED for path in bundle.glob(pattern)):
            if not gzip.decompress(path.read_bytes()).startswith(_SIGNATURE):
                raise IndexingError(f"{path.name} is damaged")
    except (OSError, EOFError, ValueError, LookupError, TypeError) as error:
        raise IndexingError(f"the search bundle is not whole: {error}") from error
    if pages != count:
        raise IndexingError(f"{pages} of {count} records were indexed")


def keep_only(patterns: Sequence[str], bundle: Path) -> None:
    """Remove everything from the bundle that no pattern names."""
    kept = {path for pattern in patterns for path in bundle.glob(pattern)}
    for path in bundle.iterdir():
        if path not in kept:
            remove(path)


def put_in_place(made: Path, bundle: Path) -> None:
    """The new bundle where the old one was. Each is served as a whole; between the two, for a moment, none is.

    The old one leaves the output in one step, so that a process that is killed leaves no trace of it there.
    """
    old = made.with_name(f"{bundle.name}.old")
    remove(old)
    if bundle.exists():
        _move(bundle, old)
    _move(made, bundle)
    remove(old)


def _move(folder: Path, place: Path) -> None:
    try:
        folder.rename(place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # The output is on another disk than the cache: there it appears under its name when it is whole.
        near = place.with_name(f".{place.name}.new")
        remove(near)
        shutil.copytree(folder, near)
        near.rename(place)
        remove(folder)


def remove(path: Path) -> None:
    """Remove a file or a folder, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
