"""Files of the cache: what a build knows of the last one. They can be lost, cut off or damaged at any time, and then
are as good as none.
"""

from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from referat.atomic import write_atomic
from referat.site.digest import digest_bytes

_FORMAT = b"referat 2\n"
_DIGEST = len(digest_bytes())
_encoder = msgspec.msgpack.Encoder(order="deterministic")

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """Files that each hold one value of a type.

    Args:
        kind: The type: structs, mappings and tuples of text, numbers, dates and bytes.
    """

    def __init__(self, kind: type[Value]) -> None:
        self._decoder = msgspec.msgpack.Decoder(kind)

    def read(self, file: Path, wanted: bytes | None = None) -> Value | None:
        """The value. None where there is no such file, or not a whole one, or one of another version.

        Args:
            file: Where it was kept.
            wanted: The digest that its value must have. None: any.
        """
        try:
            content = file.read_bytes()
        except OSError:
            return None
        start = len(_FORMAT) + _DIGEST
        digest, body = content[len(_FORMAT) : start], memoryview(content)[start:]
        if not content.startswith(_FORMAT) or digest_bytes(body) != digest or wanted not in (None, digest):
            return None
        try:
            return self._decoder.decode(body)
        except msgspec.MsgspecError:
            return None

    def write(self, file: Path, value: Value) -> bytes:
        """Keep the value, and tell its digest: equal values have equal digests."""
        body = _encoder.encode(value)
        digest = digest_bytes(body)
        # What a power cut takes with it is made again.
        write_atomic(file, b"".join((_FORMAT, digest, body)), durable=False)
        return digest
