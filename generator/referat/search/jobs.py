"""Which bundles the site's search should have, and what each is made of."""

import hashlib
from collections.abc import Sequence
from functools import cache

import msgspec
from msgspec import Struct

from referat.fingerprint import code_fingerprint
from referat.search.bundle import DATA_FILES, ENGINE_FILES
from referat.search.lookup import case_keys
from referat.search.records import SearchRecord, records_of
from referat.site.nodes import MunicipalityNode

ENGINE = "engine.d"
"""The engine's folder: no municipality's name has a dot."""

_RULES = (
    "search",
    "site/views/excerpt.py",
    "vocabulary/compounds.py",
    "vocabulary/inflections.py",
    "vocabulary/outcomes.py",
)
"""The code that makes a bundle of records."""


class Job(Struct, frozen=True, kw_only=True):
    """A bundle that should be there."""

    name: str
    found: tuple[SearchRecord, ...] = ()
    numbers: tuple[str, ...] = ()
    """Of the municipality's cases, canonical: among them one is found that was meant by a number that is none."""
    files: Sequence[str]
    digest: str
    """Of all that it is made from."""


def engine_job(version: str) -> Job:
    """The engine, with an index of nothing. `version`: the indexing program's."""
    return Job(name=ENGINE, files=ENGINE_FILES, digest=_digest(version))


def municipality_job(node: MunicipalityNode, version: str) -> Job:
    """The bundle of a municipality."""
    found = tuple(records_of(node))
    numbers = tuple(sorted({key for case in node.cases for key in case_keys(case)}))
    return Job(name=node.slug, found=found, numbers=numbers, files=DATA_FILES, digest=_digest(version, found, numbers))


def _digest(version: str, found: Sequence[SearchRecord] = (), numbers: Sequence[str] = ()) -> str:
    """Of all that the bundle is made from. The records are compared as values: to write them out takes longer."""
    content = msgspec.msgpack.encode((version, rules(), found, numbers))
    return hashlib.sha256(content).hexdigest()


@cache
def rules() -> bytes:
    """Of the code that makes bundles."""
    return code_fingerprint(_RULES, ())
