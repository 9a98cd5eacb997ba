"""What imports have written, as hashes: so that a later import can tell a record that a person has edited."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from referat.atomic import write_atomic

if TYPE_CHECKING:
    from pathlib import Path

FILE = ".cache/import/generated.json"
"""Under the site's folder. Without an entry, a record that differs from a new reading counts as edited."""


def hash_of(text: str) -> str:
    """The hash by which a record's text is known."""
    return hashlib.sha256(text.encode()).hexdigest()


def read_generated(root: Path) -> dict[str, str]:
    """The hash of each record as an import last wrote it. A cache that is gone or damaged is an empty one."""
    try:
        found = json.loads((root / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(path): str(digest) for path, digest in found.items()} if isinstance(found, dict) else {}


def write_generated(root: Path, generated: dict[str, str]) -> None:
    """Keep the hashes."""
    write_atomic(root / FILE, (json.dumps(generated, indent=0, sort_keys=True) + "\n").encode())
