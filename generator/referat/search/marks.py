"""What an index was made of: by it a build knows, without looking at the records, that a bundle tells the truth."""

import hashlib
from pathlib import Path

from referat.search.bundle import ENTRY


def is_current(name: str, digest: str, bundle: Path, work: Path) -> bool:
    """Whether the bundle is the one that was noted, and was made of what has the digest.

    Args:
        name: Of the bundle.
        digest: `Job.digest`.
        bundle: Its folder in the output.
        work: The search stage's folder in the cache.
    """
    return bool(digest) and _mark(digest, bundle) == _read(_noted(name, work))


def note(name: str, digest: str, bundle: Path, work: Path) -> None:
    """Keep what the bundle was made of."""
    _noted(name, work).write_text(_mark(digest, bundle), encoding="utf-8")


def _noted(name: str, work: Path) -> Path:
    return work / f"{name}.digest"


def _mark(digest: str, bundle: Path) -> str:
    """Another one when the records change, and when the bundle was lost."""
    return f"{digest} {hashlib.sha256(_read(bundle / ENTRY).encode()).hexdigest()}\n"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
