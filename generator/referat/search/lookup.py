"""Case numbers are looked up, not searched for: a small static file answers exactly, and can answer that there is none.

The files are shards by the hash of the canonical number. The browser makes a typed number canonical by the same rule
(``js/search/casenumber.js``), fetches the one shard it would stand in, and reads it there or knows that it is not here.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from referat.site.nodes import CaseNode
from referat.site.views.case_line import CaseLine
from referat.vocabulary.casenumber import readings_of

FOLDER = "sager/opslag"
"""Relative to the site."""
SHARD_DIGITS = 2
"""Hexadecimal digits of a shard's name. All 256 files exist, so that asking for one is never an error."""
TITLES_UP_TO = 6_000
"""Bytes of a shard up to which it has the cases' titles: a lookup stays small, however many cases there are."""

Entry: TypeAlias = list[str | None]
"""A case: its address, its municipality, its number as printed, and its title where the shard has titles."""


def shard_of(canonical: str) -> str:
    """The name of the shard that a number stands in: ``a7``."""
    return hashlib.sha256(canonical.encode()).hexdigest()[:SHARD_DIGITS]


def lookup_files(cases: Iterable[tuple[Iterable[str], CaseLine]]) -> Iterator[tuple[str, bytes]]:
    """Every shard: its path in the output folder and its bytes, JSON from the canonical number to its cases.

    Args:
        cases: Each with the numbers that it is looked up by (`case_keys`), municipality by municipality.
    """
    shards: dict[str, dict[str, list[CaseLine]]] = defaultdict(lambda: defaultdict(list))
    for keys, case in cases:
        for key in keys:
            shards[shard_of(key)][key].append(case)
    for number in range(16**SHARD_DIGITS):
        name = f"{number:0{SHARD_DIGITS}x}"
        yield f"{FOLDER}/{name}.json", _encode_shard(shards.get(name, {}))


def case_keys(case: CaseNode) -> tuple[str, ...]:
    """The canonical numbers that a person may have in mind who types the case's number as the minutes print it."""
    printed = [case.number.canonical]
    for spelling in (case.display, *case.aliases):
        printed += [reading.canonical for reading in readings_of(spelling)]
    return tuple(dict.fromkeys(printed))


def _encode_shard(shard: dict[str, list[CaseLine]]) -> bytes:
    with_titles = _encode({key: [_entry(case, case.title) for case in shard[key]] for key in sorted(shard)})
    if len(with_titles) <= TITLES_UP_TO:
        return with_titles
    return _encode({key: [_entry(case, None) for case in shard[key]] for key in sorted(shard)})


def _entry(case: CaseLine, title: str | None) -> Entry:
    return [case.url, case.municipality, case.display, *([title] if title else [])]


def _encode(value: dict[str, list[Entry]]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
