"""The site's full-text index: one bundle a municipality, made again only when its records changed.

``output/pagefind/engine.d/`` holds the engine with an index of nothing, and beside it stands a folder of data for each
municipality. The search page starts the engine and adds the municipalities it needs.
"""

import hashlib
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import chain
from pathlib import Path

import msgspec
from msgspec import Struct

from referat.fingerprint import code_fingerprint
from referat.lock import locked
from referat.privacy.output import screen_output
from referat.privacy.policy import STRICT, Policy
from referat.privacy.redact import redact
from referat.problems import Problem, Severity
from referat.search.bundle import (
    DATA_FILES,
    ENGINE_FILES,
    ENTRY,
    NUMBERS,
    WORDS,
    keep_only,
    put_in_place,
    remove,
    verify_bundle,
)
from referat.search.lookup import case_keys
from referat.search.pagefind import IndexingError, pagefind_version, run_pagefind
from referat.search.pages import make_pages, record_path
from referat.search.records import SearchRecord, records_of
from referat.search.words import with_words, word_list
from referat.site.nodes import Corpus

SEARCH_FAILED = "search_failed"
"""The code of what keeps a bundle from being made."""
RECORD_HELD_BACK = "record_held_back"
"""The code of what keeps a record from being found."""
FOLDER = "pagefind"
"""Of the bundles, in the output folder."""
ENGINE = "engine.d"
"""The engine's folder: no municipality's name has a dot."""
AT_A_TIME = 2
"""Processes at once: indexing a large municipality takes 200 MB."""

_RULES = (
    "search",
    "site/views/excerpt.py",
    "vocabulary/compounds.py",
    "vocabulary/inflections.py",
    "vocabulary/outcomes.py",
)
"""The code that makes a bundle of records."""
_EMPTY_PAGE = ("tom.html", '<!doctype html><html lang="da"><body data-pagefind-body>tom</body></html>')
"""Pagefind refuses to index nothing at all. The page has no municipality, and so is in no search."""


class _Job(Struct, frozen=True, kw_only=True):
    """A bundle that should be there."""

    name: str
    found: tuple[SearchRecord, ...] = ()
    numbers: tuple[str, ...] = ()
    """Of the municipality's cases, canonical: among them one is found that was meant by a number that is none."""
    files: Sequence[str]
    digest: str


def index_site(corpus: Corpus, output_dir: Path, cache_dir: Path, policy: Policy = STRICT) -> tuple[Problem, ...]:
    """Bring ``pagefind/`` in the output folder up to date.

    What cannot be indexed gets a problem and no bundle: an old one could show what has been taken back. A record that
    the privacy gate stops gets one (`RECORD_HELD_BACK`), and is left out.
    """
    bundles, work = output_dir / FOLDER, cache_dir / "search"
    bundles.mkdir(parents=True, exist_ok=True)
    with locked(work):
        return _index_site(corpus, bundles, work, policy)


def _index_site(corpus: Corpus, bundles: Path, work: Path, policy: Policy) -> tuple[Problem, ...]:
    _remove_all_but({ENGINE, *(node.slug for node in corpus.municipalities)}, bundles)
    try:
        version = pagefind_version()
    except IndexingError as error:
        _remove_all_but(set(), bundles)
        return (_failure(ENGINE, error),)

    def bring_up_to_date(job: _Job) -> tuple[Problem, ...]:
        return _bring_up_to_date(job, bundles, work, policy)

    with ThreadPoolExecutor(AT_A_TIME) as pool:
        return tuple(chain.from_iterable(pool.map(bring_up_to_date, _jobs(corpus, version))))


def remove_stale(corpus: Corpus, output_dir: Path, cache_dir: Path) -> None:
    """Take away the bundles that a build without search leaves behind the pages: one could show what has been taken
    back. Those whose records are what they were stay.
    """
    bundles, work = output_dir / FOLDER, cache_dir / "search"
    if not bundles.is_dir():
        return
    with locked(work):
        _remove_stale(corpus, bundles, work)


def _remove_stale(corpus: Corpus, bundles: Path, work: Path) -> None:
    try:
        current = {job.name for job in _jobs(corpus, pagefind_version()) if _is_current(job, bundles / job.name, work)}
    except IndexingError:
        current = set()
    _remove_all_but(current, bundles)


def _jobs(corpus: Corpus, version: str) -> Iterable[_Job]:
    yield _Job(name=ENGINE, files=ENGINE_FILES, digest=_digest(version))
    for node in corpus.municipalities:
        found = tuple(records_of(node))
        numbers = tuple(sorted({key for case in node.cases for key in case_keys(case)}))
        digest = _digest(version, found, numbers)
        yield _Job(name=node.slug, found=found, numbers=numbers, files=DATA_FILES, digest=digest)


def _bring_up_to_date(job: _Job, bundles: Path, work: Path, policy: Policy) -> tuple[Problem, ...]:
    bundle, made = bundles / job.name, bundles / f".new-{job.name}"
    if _is_current(job, bundle, work):
        return ()
    try:
        held_back = _make(job, made, work, policy)
    except (IndexingError, OSError) as error:
        remove(made)
        remove(bundle)
        return (_failure(job.name, error),)
    keep_only(job.files, made)
    put_in_place(made, bundle)
    if not held_back:  # else it is made again, and told again, until the record is mended
        _noted(job, work).write_text(_mark(job, bundle), encoding="utf-8")
    return held_back


def _make(job: _Job, made: Path, work: Path, policy: Policy) -> tuple[Problem, ...]:
    """Make the bundle, and name the records that the privacy gate keeps out of it."""
    found = [with_words(record) for record in job.found]
    pages = list(make_pages(found))
    leaks = {path for path, html in pages if screen_output(html, policy)}
    if leaks:
        # Made anew, as if the others had never been: no word of theirs may be left in a list.
        found = [one for one in found if record_path(one.record) not in leaks]
        pages = list(make_pages(found))
    verify_bundle(made, run_pagefind(pages or [_EMPTY_PAGE], made, work))
    (made / WORDS).write_bytes(word_list(found))
    (made / NUMBERS).write_text("".join(f"{number}\n" for number in job.numbers), encoding="utf-8")
    return tuple(_held_back(path) for path in sorted(leaks))


def _is_current(job: _Job, bundle: Path, work: Path) -> bool:
    return _mark(job, bundle) == _read(_noted(job, work))


def _noted(job: _Job, work: Path) -> Path:
    return work / f"{job.name}.digest"


def _digest(version: str, found: Sequence[SearchRecord] = (), numbers: Sequence[str] = ()) -> str:
    """Of all that the bundle is made from. The records are compared as values: to write them out takes longer."""
    content = msgspec.msgpack.encode((version, _rules(), found, numbers))
    return hashlib.sha256(content).hexdigest()


@cache
def _rules() -> bytes:
    return code_fingerprint(_RULES, ())


def _mark(job: _Job, bundle: Path) -> str:
    """What is noted of a bundle when it is made: it is made again when its records change, or when it was lost."""
    return f"{job.digest} {hashlib.sha256(_read(bundle / ENTRY).encode()).hexdigest()}\n"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _remove_all_but(names: set[str], bundles: Path) -> None:
    for path in bundles.iterdir():
        if path.name not in names:
            remove(path)


def _held_back(path: str) -> Problem:
    return Problem(
        code=RECORD_HELD_BACK,
        message=f"What is found at {redact(path)} holds what must not be published, and is left out of the search",
        severity=Severity.WARNING,
        advice="The record itself passed the gate: look at what stands side by side in its title and texts.",
    )


def _failure(name: str, error: Exception) -> Problem:
    what = "The site" if name == ENGINE else f"“{name}”"
    return Problem(
        code=SEARCH_FAILED,
        message=f"{what} cannot be searched: {error}",
        advice="Everything else is published. Run the build again; if it fails again, install pagefind-bin anew.",
    )
