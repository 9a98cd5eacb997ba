"""The site's full-text index: one bundle a municipality, made again only when its records changed.

``output/pagefind/engine.d/`` holds the engine with an index of nothing, and beside it stands a folder of data for each
municipality. The search page starts the engine and adds the municipalities it needs.

Bundles are made in the cache, and put in place together: a build does that before it replaces or removes a page, so
that what was taken back can at no moment be found although its page is gone.
"""

from collections.abc import Iterator, Set
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from referat.lock import locked
from referat.privacy.output import screen_output
from referat.privacy.policy import STRICT, Policy
from referat.privacy.redact import redact
from referat.problems import Problem, Severity
from referat.search.bundle import NUMBERS, WORDS, keep_only, put_in_place, remove, verify_bundle
from referat.search.jobs import ENGINE, Job, jobs
from referat.search.pagefind import IndexingError, pagefind_version, run_pagefind
from referat.search.pages import make_pages, record_path
from referat.search.words import with_words, word_list
from referat.site.nodes import Corpus

SEARCH_FAILED = "search_failed"
"""The code of what keeps a bundle from being made."""
RECORD_HELD_BACK = "record_held_back"
"""The code of what keeps a record from being found."""
FOLDER = "pagefind"
"""Of the bundles, in the output folder."""
AT_A_TIME = 2
"""Processes at once: indexing a large municipality takes 200 MB."""

_EMPTY_PAGE = ("tom.html", '<!doctype html><html lang="da"><body data-pagefind-body>tom</body></html>')
"""Pagefind refuses to index nothing at all. The page has no municipality, and so is in no search."""


class _Made(Struct, frozen=True, kw_only=True):
    """A bundle that was made, and waits in the cache."""

    job: Job
    place: Path
    bundle: Path
    """Where it is to be."""
    whole: bool
    """Whether all its records are in it. Else it is made again, and told again, until the others are mended."""


class Index(Struct, frozen=True, kw_only=True):
    """What is to become of the index in the output. Where nothing is told, it stays as it is."""

    gone: tuple[Path, ...] = ()
    """Bundles that must not stay."""
    made: tuple[_Made, ...] = ()
    failures: tuple[Problem, ...] = ()
    """What could not be indexed. It gets no bundle: an old one could show what has been taken back."""
    held_back: tuple[Problem, ...] = ()
    """The records that the privacy gate stops (`RECORD_HELD_BACK`)."""

    def put_in_place(self) -> None:
        """Make the output's index this one."""
        for bundle in self.gone:
            remove(bundle)
        for made in self.made:
            made.bundle.parent.mkdir(parents=True, exist_ok=True)
            put_in_place(made.place, made.bundle)
            if made.whole:
                made.job.note(made.bundle, made.place.parent)


@contextmanager
def made_index(corpus: Corpus, output_dir: Path, cache_dir: Path, policy: Policy = STRICT) -> Iterator[Index]:
    """Make what the search of the site needs and the output has not. Nobody else changes the index meanwhile."""
    work = cache_dir / "search"
    with locked(work):
        yield _make_index(corpus, output_dir / FOLDER, work, policy)


def index_site(corpus: Corpus, output_dir: Path, cache_dir: Path, policy: Policy = STRICT) -> tuple[Problem, ...]:
    """Bring ``pagefind/`` in the output folder up to date, and tell what is wrong."""
    with made_index(corpus, output_dir, cache_dir, policy) as index:
        index.put_in_place()
    return (*index.failures, *index.held_back)


@contextmanager
def index_without_stale(corpus: Corpus, output_dir: Path, cache_dir: Path) -> Iterator[Index]:
    """The index that a build without search leaves beside its pages: the bundles whose records are what they were.
    Another one could show what has been taken back.
    """
    bundles, work = output_dir / FOLDER, cache_dir / "search"
    if not bundles.is_dir():
        yield Index()
        return
    with locked(work):
        try:
            wanted = jobs(corpus, pagefind_version())
            stay = {job.name for job in wanted if job.is_current(bundles / job.name, work)}
        except IndexingError:
            stay = set()
        yield Index(gone=_all_but(stay, bundles))


def _make_index(corpus: Corpus, bundles: Path, work: Path, policy: Policy) -> Index:
    try:
        version = pagefind_version()
    except IndexingError as error:
        return Index(gone=_all_but(set(), bundles), failures=(_failure(ENGINE, error),))

    def brought_up_to_date(job: Job) -> tuple[str, Index]:
        bundle = bundles / job.name
        return job.name, Index() if job.is_current(bundle, work) else _index_of(job, bundle, work, policy)

    with ThreadPoolExecutor(AT_A_TIME) as pool:
        parts = dict(pool.map(brought_up_to_date, jobs(corpus, version)))
    failed = {name for name, part in parts.items() if part.failures}
    return Index(
        gone=_all_but(parts.keys() - failed, bundles),
        made=tuple(made for part in parts.values() for made in part.made),
        failures=tuple(problem for part in parts.values() for problem in part.failures),
        held_back=tuple(problem for part in parts.values() for problem in part.held_back),
    )


def _all_but(names: Set[str], bundles: Path) -> tuple[Path, ...]:
    return tuple(path for path in bundles.iterdir() if path.name not in names) if bundles.is_dir() else ()


def _index_of(job: Job, bundle: Path, work: Path, policy: Policy) -> Index:
    """One bundle anew."""
    place = work / f"{job.name}.new"
    remove(place)
    try:
        held_back = _make(job, place, work, policy)
    except (IndexingError, OSError) as error:
        remove(place)
        return Index(failures=(_failure(job.name, error),))
    keep_only(job.files, place)
    return Index(made=(_Made(job=job, place=place, bundle=bundle, whole=not held_back),), held_back=held_back)


def _make(job: Job, place: Path, work: Path, policy: Policy) -> tuple[Problem, ...]:
    """Make the bundle, and name the records that the privacy gate keeps out of it."""
    found = [with_words(record) for record in job.found]
    pages = list(make_pages(found))
    leaks = {path for path, html in pages if screen_output(html, policy)}
    if leaks:
        # Made anew, as if the others had never been: no word of theirs may be left in a list.
        found = [one for one in found if record_path(one.record) not in leaks]
        pages = list(make_pages(found))
    verify_bundle(place, run_pagefind(pages or [_EMPTY_PAGE], place, work))
    (place / WORDS).write_bytes(word_list(found))
    (place / NUMBERS).write_text("".join(f"{number}\n" for number in job.numbers), encoding="utf-8")
    return tuple(_held_back(path) for path in sorted(leaks))


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
