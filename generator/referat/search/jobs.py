"""Which bundles the site's search should have, what each is made of, and whether the one that is there is that."""

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from referat.fingerprint import code_fingerprint
from referat.search.bundle import DATA_FILES, ENGINE_FILES, ENTRY
from referat.search.lookup import case_keys
from referat.search.records import SearchRecord, records_of
from referat.site.nodes import Corpus

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

    def is_current(self, bundle: Path, work: Path) -> bool:
        """Whether the bundle is what `note` told of it."""
        return self._mark(bundle) == _read(self._noted(work))

    def note(self, bundle: Path, work: Path) -> None:
        """Keep in the folder `work` what the bundle was made of."""
        self._noted(work).write_text(self._mark(bundle), encoding="utf-8")

    def _noted(self, work: Path) -> Path:
        return work / f"{self.name}.digest"

    def _mark(self, bundle: Path) -> str:
        """Another one when the records change, and when the bundle was lost."""
        return f"{self.digest} {hashlib.sha256(_read(bundle / ENTRY).encode()).hexdigest()}\n"


def jobs(corpus: Corpus, version: str) -> Iterable[Job]:
    """All the bundles of a site.

    Args:
        corpus: What can be found.
        version: The indexing program's.
    """
    yield Job(name=ENGINE, files=ENGINE_FILES, digest=_digest(version))
    for node in corpus.municipalities:
        found = tuple(records_of(node))
        numbers = tuple(sorted({key for case in node.cases for key in case_keys(case)}))
        digest = _digest(version, found, numbers)
        yield Job(name=node.slug, found=found, numbers=numbers, files=DATA_FILES, digest=digest)


def _digest(version: str, found: Sequence[SearchRecord] = (), numbers: Sequence[str] = ()) -> str:
    """Of all that the bundle is made from. The records are compared as values: to write them out takes longer."""
    content = msgspec.msgpack.encode((version, _rules(), found, numbers))
    return hashlib.sha256(content).hexdigest()


@cache
def _rules() -> bytes:
    return code_fingerprint(_RULES, ())


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
