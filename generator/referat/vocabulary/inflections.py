"""What the forms of a Danish word share, roughly: enough to know one form by another without a dictionary."""

import re
from functools import lru_cache

SHORTEST_BASE = 3
"""Letters that a base has at least: *stien* is a form of *sti*, *en* of nothing."""

_ENDING = re.compile(rf"(?<=\w{{{SHORTEST_BASE}}})(?:ernes|erne|ers|er|enes|ene|ens|en|ets|et|es|e)$")


@lru_cache(maxsize=2**16)
def base(word: str) -> str:
    """The lower-case word without the ending of its number, case and article: ``bestyrelsernes`` is ``bestyrels``."""
    return _ENDING.sub("", word)
