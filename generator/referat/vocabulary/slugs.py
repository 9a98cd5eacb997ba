"""Danish text as a part of an address or a file name."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


LONGEST = 200
"""Characters of a name that is a folder. Disks refuse more than 255, and something may be put behind it."""
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
"""What Windows takes for a device whatever stands behind its dot: nobody could check the site out there."""


def is_folder_name(slug: str) -> bool:
    """Whether a folder can have the name on every disk."""
    return bool(slug) and len(slug) <= LONGEST and slug not in _DEVICES


@lru_cache(maxsize=4096)
def slugify(text: str) -> str:
    """The text in ``[a-z0-9-]``: ``Nørre Aa`` is ``noerre-aa``, and so is ``Nørre Å``. Empty where nothing is left."""
    # Remembered: the same names stand in the address of every meeting.
    if text.isascii():
        return _NOT_SLUG.sub("-", text.lower()).strip("-")
    letters = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode("ascii")
    return _NOT_SLUG.sub("-", plain).strip("-")
