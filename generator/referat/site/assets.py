"""The files that pages fetch: style sheets, scripts and pictures of the theme, each under an address of its content.

A theme's ``css/*.css`` become one ``site.css``, in the order of their names. Every other file of ``css``, ``js`` and
``images`` keeps its name. A site overrides any one file by having one of the same name in its own theme folder.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath

from msgspec import Struct

FOLDER = "aktiver"
"""Where assets are published. What stands there may be cached for ever: its name changes with its content."""

BUNDLE = "site.css"
SOURCES = ("css", "js", "images")
HASH_LENGTH = 10
"""Hexadecimal digits of the hash in an address: 40 bits, enough to tell the versions of one file apart."""


class Asset(Struct, frozen=True):
    """A file as it is published."""

    url: str
    """Rooted at the site: ``/aktiver/site.0a1b2c3d4e.css``."""
    content: bytes


def collect_assets(theme_dirs: Sequence[Path]) -> dict[str, Asset]:
    """All assets by the name that templates use (``asset('site.css')``). The first folder that has a file wins."""
    files = read_theme_files(theme_dirs)
    styles = {name: content for name, content in files.items() if name.startswith("css/") and name.endswith(".css")}
    others = {PurePosixPath(name).name: content for name, content in files.items() if name not in styles}
    return {name: _asset(name, content) for name, content in {**others, BUNDLE: bundle(styles)}.items()}


def bundle(styles: Mapping[str, bytes]) -> bytes:
    """Style sheets as one, in the order of their names: the order of layers is in the first of them."""
    return b"\n".join(styles[name].strip() for name in sorted(styles)) + b"\n"


def read_theme_files(theme_dirs: Iterable[Path]) -> dict[str, bytes]:
    """The files of the themes' asset folders by their path in the theme, hidden files left out."""
    files: dict[str, bytes] = {}
    for theme in theme_dirs:
        for path in sorted(path for source in SOURCES for path in (theme / source).rglob("*") if path.is_file()):
            name = path.relative_to(theme).as_posix()
            if not path.name.startswith(".") and name not in files:
                files[name] = path.read_bytes()
    return dict(sorted(files.items()))


def _asset(name: str, content: bytes) -> Asset:
    digest = hashlib.sha256(content).hexdigest()[:HASH_LENGTH]
    path = PurePosixPath(name)
    return Asset(f"/{FOLDER}/{path.stem}.{digest}{path.suffix}", content)
