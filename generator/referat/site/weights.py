"""How many files the site has, how large they are, and which hosts would find that too much."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from referat.search.bundle import FOLDER as SEARCH
from referat.search.lookup import FOLDER as LOOKUP
from referat.site.assets import FOLDER as ASSETS
from referat.site.urls import DATA


class Weight(Struct, frozen=True, array_like=True):
    """Of some files."""

    files: int = 0
    size: int = 0
    """In bytes."""

    def __add__(self, other: "Weight") -> "Weight":
        return Weight(self.files + other.files, self.size + other.size)


class Host(Struct, frozen=True, kw_only=True):
    """What a host of static sites takes at most."""

    name: str
    files: int | None = None
    size: int | None = None
    """In bytes."""


HOSTS = (
    Host(name="GitHub Pages", size=1_000_000_000),
    Host(name="Cloudflare Pages (free)", files=20_000),
)
"""As their own documentation has it, November 2026: docs.github.com, “GitHub Pages limits”;
developers.cloudflare.com, “Pages: Limits”."""
NEAR = 0.8
"""The part of a limit from which on it is told."""

_KINDS = {".html": "pages", ".xml": "feeds and sitemaps", ".ics": "calendars", ".bib": "references"}
_FOLDERS = {SEARCH: "search", LOOKUP: "lookup", ASSETS: "assets", DATA.strip("/"): "data"}


def kind_of(path: str) -> str:
    """What a file of the output is, by its path: ``pages``, ``feeds and sitemaps``, ``search``."""
    folder = next((kind for name, kind in _FOLDERS.items() if path.startswith(f"{name}/")), None)
    name = PurePosixPath(path)
    if folder is not None and name.suffix != ".html":
        return folder
    return "references" if name.name == "citation.json" else _KINDS.get(name.suffix, "other")


def weigh(files: Iterable[tuple[str, int]]) -> dict[str, Weight]:
    """Files by their kind.

    Args:
        files: The path of each, relative to the output folder, and its size in bytes.
    """
    weights: dict[str, Weight] = defaultdict(Weight)
    for path, size in files:
        weights[kind_of(path)] += Weight(1, size)
    return dict(sorted(weights.items()))


def weight_of_folder(folder: Path) -> Weight:
    """Of all files in the folder and below. Nothing where there is no such folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Weight(len(sizes), sum(sizes))


def weigh_together(parts: Iterable[Mapping[str, Weight]]) -> dict[str, Weight]:
    """Several parts of the site by kind, the heaviest kind first."""
    weights: dict[str, Weight] = defaultdict(Weight)
    for part in parts:
        for kind, weight in part.items():
            weights[kind] += weight
    return dict(sorted(weights.items(), key=lambda one: (-one[1].size, one[0])))


def near_limits(whole: Weight) -> Iterator[str]:
    """What is to be told of hosts that such a site is too large for, or nearly."""
    for host in HOSTS:
        if host.files is not None and whole.files >= NEAR * host.files:
            yield f"{host.name} takes {host.files:,} files at most: the site has {whole.files:,}"
        if host.size is not None and whole.size >= NEAR * host.size:
            yield f"{host.name} takes {megabytes(host.size)} at most: the site has {megabytes(whole.size)}"


def megabytes(size: int) -> str:
    """``1,234.5 MB``, of a million bytes each."""
    return f"{size / 1e6:,.1f} MB"
