"""The part of the site that belongs to no municipality: its own pages, the lookup of case numbers, and assets."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from referat.copies import shared_out
from referat.privacy.output import screen_file
from referat.privacy.redact import redact
from referat.problems import Problem, Severity
from referat.search.bundle import FOLDER as SEARCH_FOLDER
from referat.site.assets import Asset
from referat.site.cache import FOLDER as PAGES
from referat.site.cache import Links, Pages, read_pages, write_links, write_pages
from referat.site.digest import digest_bytes
from referat.site.inert import asset_problem
from referat.site.kept import Kept
from referat.site.link_check import survey
from referat.site.nodes import Sharing
from referat.site.output import Staging
from referat.site.page import output_path
from referat.site.pages import AddressBook, Known, PartPages, as_they_were, joined, known_pages, make_part
from referat.site.parts import SITE
from referat.site.parts.facts import Facts
from referat.site.parts.made import MadePart
from referat.site.parts.site_files import further_files
from referat.site.parts.territory import OutputFile, files_below, files_there, listing_of, sizes_and_times, territory_of
from referat.site.parts.workshop import Workshop
from referat.site.plan import plan_site
from referat.site.views.text_page import TextPage
from referat.site.weights import weigh

_passed = Kept(dict[str, bytes])
"""By its path the digest of each file that passed the gate, and of the gate."""

WORTH = 300
"""Files and pages from which on they are shared out."""

Thing = TypeVar("Thing")


def make_site_part(
    workshop: Workshop,
    municipalities: Sequence[Facts],
    sharing: Mapping[str, Sharing],
    pages: Sequence[TextPage],
    key: bytes,
    *,
    jobs: int,
) -> MadePart:
    """Make it.

    Args:
        workshop: What pages are made with.
        municipalities: In the order of the Danish alphabet.
        sharing: The case numbers that several of them use.
        pages: The site's own texts.
        key: Of all that it is made from.
        jobs: How many processes may work.
    """
    common, book = workshop.common, AddressBook(workshop.editions)
    files = list(further_files(workshop, municipalities))
    specs = list(book.unique(plan_site(municipalities, sharing, common.settings, pages, common.withdrawals)))
    passed = _passed.read(_passed_file(common.cache)) or {}
    known = Known() if common.force else known_pages(common.cache, SITE)
    shares = jobs if len(files) + len(specs) >= WORTH else 1

    def make_share(number: int) -> _Share:
        staging = workshop.staging()
        passing, leaks = _stage(_share(files, number, shares), passed, workshop, staging)
        made = make_part(
            _share(specs, number, shares), workshop.renderers, known, staging, common.output, common.policy
        )
        return _Share(passed=passing, leaks=leaks, pages=made, waiting=staging.waiting)

    return _joined(shared_out(make_share, shares, _Share), workshop, municipalities, book.problems, key)


class _Passed(Struct, frozen=True):
    """A file that passed the gate, and the digest of both."""

    file: OutputFile
    digest: bytes


class _Share(Struct, frozen=True, kw_only=True):
    """What one process made of the part."""

    passed: list[_Passed]
    leaks: list[str]
    pages: PartPages
    waiting: tuple[str, ...]


def _share(things: Sequence[Thing], number: int, shares: int) -> Sequence[Thing]:
    """A share of the things, so that all shares one after another are the things in order."""
    return things[number * len(things) // shares : (number + 1) * len(things) // shares]


def _joined(
    shares: Sequence[_Share],
    workshop: Workshop,
    municipalities: Sequence[Facts],
    problems: Sequence[Problem],
    key: bytes,
) -> MadePart:
    common, made = workshop.common, joined([share.pages for share in shares])
    write_pages(common.cache, SITE, Pages(key, made.pages))
    write_links(common.cache, SITE, Links(key, made.links))
    passed = [one for share in shares for one in share.passed]
    _passed.write(_passed_file(common.cache), {one.file.path: one.digest for one in passed})
    held_back = (*(_leak(path) for share in shares for path in share.leaks), *made.held_back)
    files = [one.file for one in passed]
    own = [*files, *(OutputFile(output_path(url), page.size, page.modified) for url, page in made.pages.items())]
    there = made.files.union(file.path for file in files)
    whole = not (made.failed or held_back)
    return MadePart(
        key=key if whole else b"",
        listing=listing_of(own) if whole else b"",
        pages=len(made.pages),
        rendered=made.rendered,
        staged=tuple(chain.from_iterable(share.waiting for share in shares)),
        gone=tuple(sorted(file.path for file in own_files(workshop, municipalities) if file.path not in there)),
        failed=made.failed,
        held_back=held_back,
        problems=(*_asset_problems(workshop.assets), *problems),
        survey=survey(made.links, there, workshop.place),
        weights=weigh((file.path, file.size) for file in own),
    )


def site_as_it_was(workshop: Workshop, slugs: Iterable[str], key: bytes) -> bytes | None:
    """The listing of the part's files, where all of them are those that the last build wrote: perhaps on another
    machine. None where one is not, or there are others.

    Args:
        workshop: What pages are made with.
        slugs: Of the municipalities.
        key: Of all that the part was made from.
    """
    common = workshop.common
    known, passed = read_pages(common.cache, SITE), _passed.read(_passed_file(common.cache))
    if known.key != key or passed is None:
        return None
    found = list(files_outside(workshop, slugs))
    pages = as_they_were(known.rendered, common.output, sizes_and_times(found))
    if pages is None or {file.path for file in found} != {*map(output_path, pages), *passed}:
        return None
    for path, digest in passed.items():
        if digest_bytes(workshop.gate, (common.output / path).read_bytes()) != digest:
            return None
    write_pages(common.cache, SITE, Pages(key, pages))
    return listing_of(found)


def _passed_file(folder: Path) -> Path:
    return folder / PAGES / f"{SITE}.files"


def own_files(workshop: Workshop, municipalities: Iterable[Facts]) -> Iterator[OutputFile]:
    """The files in the output that are no municipality's."""
    slugs = [one.name.slug for one in municipalities]
    return files_outside(workshop, slugs)


def files_outside(workshop: Workshop, slugs: Iterable[str]) -> Iterator[OutputFile]:
    """The files in the output that are not those of the municipalities with these slugs."""
    others = [folder for slug in slugs for folder in territory_of(slug, workshop.prefixes)]
    yield from files_below(workshop.common.output, [""], without={SEARCH_FOLDER, *others})
    yield from files_there(workshop.common.output, workshop.taken_in(others))


def _stage(
    files: Iterable[tuple[str, bytes]], passed: Mapping[str, bytes], workshop: Workshop, staging: Staging
) -> tuple[list[_Passed], list[str]]:
    """Stage the files that may be published, and name the others. A file that passed the gate once need not again."""
    staged: list[_Passed] = []
    leaks: list[str] = []
    for path, file in files:
        digest = digest_bytes(workshop.gate, file)
        if passed.get(path) != digest and screen_file(file, workshop.common.policy):
            leaks.append(path)
        else:
            staged.append(_Passed(OutputFile(path, len(file), staging.add(path, file)), digest))
    return staged, leaks


def _asset_problems(assets: Mapping[str, Asset]) -> Iterator[Problem]:
    return filter(None, (asset_problem(name, asset.content) for name, asset in assets.items()))


def _leak(path: str) -> Problem:
    return Problem(
        code="file_held_back",
        message="The file would hold what must not be published, and is held back",
        severity=Severity.WARNING,
        path=redact(path),
        advice="Look for it in the theme's files, and in the case numbers and titles that the file lists.",
    )
