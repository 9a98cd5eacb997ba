"""Who shares which case number: found out once for the same numbers of all municipalities."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from referat.site.kept import Kept
from referat.site.nodes import NumberUse, Sharing
from referat.site.shared_numbers import find_sharing

FILE = "sharing"
"""In the cache."""


class _KeptSharing(Struct, frozen=True):
    numbers: bytes
    """The digest of the numbers that it was found out of."""
    sharing: dict[str, Sharing]


_kept = Kept(_KeptSharing)


def find_or_read(cache: Path, digest: bytes, numbers: Iterable[Iterable[NumberUse]]) -> Mapping[str, Sharing]:
    """The numbers that several municipalities use, by their canonical form.

    Args:
        cache: The build's cache.
        digest: Of the numbers of all municipalities.
        numbers: Those of each, in the alphabetical order of their addresses. They are only asked for where it is not
            known what came of them.
    """
    last = _kept.read(cache / FILE)
    if last is not None and last.numbers == digest:
        return last.sharing
    found = find_sharing(numbers)
    _kept.write(cache / FILE, _KeptSharing(digest, found))
    return found
