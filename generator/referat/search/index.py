"""The site's full-text index: one bundle a municipality, made again only when its records changed.

``output/pagefind/engine.d/`` holds the engine with an index of nothing, and beside it stands a folder of data for each
municipality. The search page starts the engine and adds the municipalities it needs.

Bundles are made in the cache, and put in place together: a build does that before it replaces or removes a page, so
that what was taken back can at no moment be found although its page is gone.
"""

from collections.abc import Iterable, Set
from itertools import chain
from pathlib import Path

from msgspec import Struct

from referat.privacy.output import screen_output
from referat.privacy.policy import STRICT, Policy
from referat.privacy.redact import redact
from referat.problems import Problem, Severity
from referat.search.bundle import FOLDER, NUMBERS, WORDS, keep_only, put_in_place, remove, verify_bundle
from referat.search.jobs import ENGINE, Job
from referat.search.marks import is_current, note
from referat.search.pagefind import IndexingError, run_pagefind
from referat.search.pages import make_pages, record_path
from referat.search.slots import a_slot
from referat.search.words import with_words, word_list
from referat.site.weights import Weight, weight_of_folder

SEARCH_FAILED = "search_failed"
"""The code of what keeps a bundle from being made."""
RECORD_HELD_BACK = "record_held_back"
"""The code of what keeps a record from being found."""
WORK = "search"
"""Of what is kept of them, in the cache."""

_EMPTY_PAGE = ("tom.html", '<!doctype html><html lang="da"><body data-pagefind-body>tom</body></html>')
"""Pagefind refuses to index nothing at all. The page has no municipality, and so is in no search."""


class Made(Struct, frozen=True, kw_only=True):
    """A bundle that was made, and waits in the cache."""

    name: str
    digest: str
    place: Path
    bundle: Path
    """Where it is to be."""
    whole: bool
    """Whether all its records are in it. Else it is made again, and told again, until the others are mended."""


class Index(Struct, frozen=True, kw_only=True):
    """What is to become of the index in the output. Where nothing is told, it stays as it is."""

    gone: tuple[Path, ...] = ()
    """Bundles that must not stay."""
    made: tuple[Made, ...] = ()
    failures: tuple[Problem, ...] = ()
    """What could not be indexed. It gets no bundle: an old one could show what has been taken back."""
    held_back: tuple[Problem, ...] = ()
    """The records that the privacy gate stops (`RECORD_HELD_BACK`)."""

    @property
    def weight(self) -> Weight | None:
        """Of the bundles that were made. None where none were."""
        return sum((weight_of_folder(made.place) for made in self.made), Weight()) if self.made else None

    def put_in_place(self) -> None:
        """Make the output's index this one."""
        for bundle in self.gone:
            remove(bundle)
        for made in self.made:
            made.bundle.parent.mkdir(parents=True, exist_ok=True)
            put_in_place(made.place, made.bundle)
            if made.whole:
                note(made.name, made.digest, made.bundle, made.place.parent)


def together(parts: Iterable[Index]) -> Index:
    """All of them as one."""
    parts = tuple(parts)
    return Index(
        gone=tuple(chain.from_iterable(part.gone for part in parts)),
        made=tuple(chain.from_iterable(part.made for part in parts)),
        failures=tuple(chain.from_iterable(part.failures for part in parts)),
        held_back=tuple(chain.from_iterable(part.held_back for part in parts)),
    )


def bring_up_to_date(job: Job, output: Path, cache: Path, policy: Policy = STRICT) -> Index:
    """Make the bundle, unless the output has it. Nobody else may work on the site meanwhile.

    Args:
        job: The bundle that should be there.
        output: The output folder.
        cache: The build's cache.
        policy: What is public although it looks private.
    """
    bundle, work = output / FOLDER / job.name, cache / WORK
    if is_current(job.name, job.digest, bundle, work):
        return Index()
    work.mkdir(parents=True, exist_ok=True)
    place = work / f"{job.name}.new"
    remove(place)
    try:
        with a_slot(work):
            held_back = _make(job, place, work, policy)
    except (IndexingError, OSError) as error:
        remove(place)
        return Index(gone=(bundle,), failures=(failure(job.name, error),))
    keep_only(job.files, place)
    made = Made(name=job.name, digest=job.digest, place=place, bundle=bundle, whole=not held_back)
    return Index(made=(made,), held_back=held_back)


def without_stale(name: str, digest: str, output: Path, cache: Path) -> Index:
    """What a build without search does with a bundle: one whose records are not what they were could show what has been
    taken back.
    """
    bundle = output / FOLDER / name
    return Index() if is_current(name, digest, bundle, cache / WORK) else Index(gone=(bundle,))


def without_others(names: Set[str], output: Path) -> Index:
    """The bundles that the site no longer needs go."""
    folder = output / FOLDER
    if not folder.is_dir():
        return Index()
    return Index(gone=tuple(path for path in sorted(folder.iterdir()) if path.name not in names))


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


def failure(name: str, error: Exception) -> Problem:
    """A bundle that could not be made."""
    what = "The site" if name == ENGINE else f"“{name}”"
    return Problem(
        code=SEARCH_FAILED,
        message=f"{what} cannot be searched: {error}",
        advice="Everything else is published. Run the build again; if it fails again, install pagefind-bin anew.",
    )
