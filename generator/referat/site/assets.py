"""The files that pages fetch: style sheets, scripts and pictures of the theme, each under an address of its content.

A theme's ``css/*.css`` become one ``site.css``, in the order of their names. Pictures keep their names. Scripts keep
their names and folders too, below one address for all of them: they import each other by relative paths, which no build
rewrites. A site overrides any one file by having one of the same name in its own theme folder.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath

from msgspec import Struct

FOLDER = "aktiver"
"""Where assets are published. What stands there may be cached for ever: its address changes with its content."""

BUNDLE = "site.css"
STYLES, SCRIPTS, IMAGES = "css", "js", "images"
HASH_LENGTH = 10
"""Hexadecimal digits of the hash in an address: 40 bits, enough to tell the versions of one file apart."""


class Asset(Struct, frozen=True):
    """A file as it is published."""

    url: str
    """Rooted at the site: ``/aktiver/site.0a1b2c3d4e.css``."""
    content: bytes


def collect_assets(theme_dirs: Sequence[Path]) -> dict[str, Asset]:
    """All assets by the name that templates use (``asset('site.css')``). The first folder that has a file wins."""
    return {
        **_fingerprinted(read_files(theme_dirs, IMAGES)),
        **_scripts(read_files(theme_dirs, SCRIPTS)),
        **_fingerprinted({BUNDLE: bundle(read_files(theme_dirs, STYLES))}),
    }


def bundle(styles: Mapping[str, bytes]) -> bytes:
    """Style sheets as one, in the order of their names: the order of layers is in the first of them."""
    return b"\n".join(styles[name].strip() for name in sorted(styles) if name.endswith(".css")) + b"\n"


def read_files(theme_dirs: Iterable[Path], folder: str) -> dict[str, bytes]:
    """One folder's files of all themes by their path in it, hidden files left out."""
    files: dict[str, bytes] = {}
    for source in (theme / folder for theme in theme_dirs):
        for path in sorted(path for path in source.rglob("*") if path.is_file()):
            name = path.relative_to(source).as_posix()
            if not path.name.startswith(".") and name not in files:
                files[name] = path.read_bytes()
    return dict(sorted(files.items()))


def _fingerprinted(files: Mapping[str, bytes]) -> dict[str, Asset]:
    return {name: Asset(_own_address(name, content), content) for name, content in files.items()}


def _own_address(name: str, content: bytes) -> str:
    path = PurePosixPath(name)
    return f"/{FOLDER}/{path.with_name(f'{path.stem}.{_digest([content])}{path.suffix}')}"


def _scripts(files: Mapping[str, bytes]) -> dict[str, Asset]:
    parts = (part for name, content in files.items() for part in (name.encode(), content))
    folder = f"/{FOLDER}/{SCRIPTS}.{_digest(parts)}"
    return {name: Asset(f"{folder}/{name}", content) for name, content in files.items()}


def _digest(parts: Iterable[bytes]) -> str:
    hasher = hashlib.sha256()
    for part in parts:
        hasher.update(len(part).to_bytes(8, "big"))
        hasher.update(part)
    return hasher.hexdigest()[:HASH_LENGTH]
