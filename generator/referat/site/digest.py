"""Digests by which the build knows that nothing changed."""

import hashlib
from functools import cache

import msgspec

from referat.fingerprint import code_fingerprint

_SIZE = 16
"""Bytes of a digest: no two of a site's values will ever share one by chance."""
_LIBRARIES = ("jinja2", "markupsafe", "markdown-it-py", "mdit-py-plugins", "msgspec")
_RENDERING = ("model.py", "passages.py", "privacy", "exports", "site", "vocabulary")
"""The code that decides what a page looks like, and whether it may be published. Its view has a digest of its own."""
_encoder = msgspec.msgpack.Encoder(order="deterministic")


def digest_bytes(*parts: bytes | memoryview) -> bytes:
    """Of the parts, each with its length, so that no two lists of parts are confused."""
    hasher = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        hasher.update(len(part).to_bytes(8, "big"))
        hasher.update(part)
    return hasher.digest()


def digest_value(value: object) -> bytes:
    """Of a value made of structs, text, numbers, dates and tuples: the same in every process and on every machine."""
    return digest_bytes(_encoder.encode(value))


@cache
def generator_fingerprint() -> bytes:
    """Of everything that renders besides templates: this package's code, the libraries and the language."""
    return code_fingerprint(_RENDERING, _LIBRARIES)
