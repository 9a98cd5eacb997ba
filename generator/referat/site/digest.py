"""Digests by which the build knows that nothing changed."""

import hashlib
from collections.abc import Callable, Iterable
from functools import cache

import msgspec

from referat.fingerprint import code_fingerprint

_SIZE = 16
"""Bytes of a digest: no two of a site's values will ever share one by chance."""
_LIBRARIES = ("jinja2", "markupsafe", "markdown-it-py", "mdit-py-plugins", "msgspec", "pyyaml")
_BUILDING = (
    "exports",
    "invisible.py",
    "minutes_file",
    "model.py",
    "passages.py",
    "privacy",
    "problems.py",
    "search/lookup.py",
    "site",
    "spelling.py",
    "vocabulary",
)
"""The code that decides what is read in a record, what a page of it looks like, and whether it may be published."""
_encoder = msgspec.msgpack.Encoder(order="deterministic")


def digest_bytes(*parts: bytes | memoryview) -> bytes:
    """Of the parts, each with its length, so that no two lists of parts are confused."""
    hasher = hashlib.blake2b(digest_size=_SIZE)
    _add(hasher, parts)
    return hasher.digest()


def digest_after(*beginning: bytes) -> Callable[[bytes], bytes]:
    """What gives the digest of these parts and a last one, for the many that differ in the last: they are looked at
    once.
    """
    begun = hashlib.blake2b(digest_size=_SIZE)
    _add(begun, beginning)

    def digest(last: bytes) -> bytes:
        hasher = begun.copy()
        _add(hasher, (last,))
        return hasher.digest()

    return digest


def _add(hasher: "hashlib.blake2b", parts: Iterable[bytes | memoryview]) -> None:
    for part in parts:
        hasher.update(len(part).to_bytes(8, "big"))
        hasher.update(part)


def digest_value(value: object) -> bytes:
    """Of a value made of structs, text, numbers, dates and tuples: the same in every process and on every machine."""
    return digest_bytes(_encoder.encode(value))


@cache
def generator_fingerprint() -> bytes:
    """Of everything that reads and renders besides templates: this package's code, the libraries and the language."""
    return code_fingerprint(_BUILDING, _LIBRARIES)
