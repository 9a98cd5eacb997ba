"""Which addresses a record may name as the place of its original: readers are sent there."""

import re
from urllib.parse import urlsplit

LONGEST = 2_000
"""Characters. Browsers and servers cut longer ones off."""
_PLAIN = re.compile(r"https?://[^\s<>\"'\\^`{|}\x00-\x20]+", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """Whether it is an address on the web, and says openly whose.

    What stands before an ``@`` looks like a host and is none: ``https://strandby.dk@andre.example/``.
    """
    if len(text) > LONGEST or not _PLAIN.fullmatch(text):
        return False
    try:
        parts = urlsplit(text)
        return bool(parts.hostname) and "@" not in parts.netloc and parts.port != 0
    except ValueError:  # brackets that hold no address of IPv6, a port that is no number
        return False
