"""A digest of the program's own code: what was made by other code has to be made again."""

import hashlib
import platform
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def code_fingerprint(parts: Iterable[str], libraries: Iterable[str]) -> bytes:
    """Of the language, of libraries and of modules and packages of this package.

    Args:
        parts: files and folders, relative to the package: ``model.py``, ``vocabulary``.
        libraries: distributions, by name: of each its version counts.
    """
    told = [f"python {platform.python_version()}", *(f"{name} {version(name)}" for name in libraries)]
    hasher = hashlib.sha256("\n".join(told).encode())
    found = {path for part in parts for path in (_PACKAGE / part, *(_PACKAGE / part).rglob("*")) if path.is_file()}
    for path in sorted(path for path in found if path.suffix != ".pyc"):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        hasher.update(f"\n{path.relative_to(_PACKAGE).as_posix()} {digest}".encode())
    return hasher.digest()
