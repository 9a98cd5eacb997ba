"""The pages of one part of the site: rendered, or left as they are because nothing they are made from has changed.

A part is a municipality, or what belongs to none. Parts know nothing of each other.
"""

import os
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from referat.privacy.output import named_kinds, screen_output
from referat.privacy.policy import STRICT, Policy
from referat.privacy.redact import redact
from referat.problems import Problem, Severity
from referat.site import urls
from referat.site.cache import LinkedPage, Links, Rendered, read_links, read_pages
from referat.site.digest import digest_bytes, digest_value
from referat.site.edition import Edition
from referat.site.frame import Bare, Frame
from referat.site.inert import page_problem
from referat.site.links import NO_LINKS, find_links
from referat.site.output import Staging, read_file
from referat.site.page import PageSpec, output_path
from referat.site.render import Renderer

_NAMED = 3
"""How many pages are named that one fault of a template keeps from being made."""


class PartPages(Struct, frozen=True, kw_only=True):
    """The pages of a part, by their URL."""

    pages: dict[str, Rendered]
    links: dict[str, LinkedPage]
    rendered: int
    failed: tuple[tuple[str, Problem], ...]
    """The pages that could not be made, and why. What they were before is left as it is."""
    held_back: tuple[Problem, ...]
    """The pages that hold what must not be published. What they were before is taken away, too."""

    @property
    def files(self) -> frozenset[str]:
        """All its files. Those of pages that could not be made stay what they were."""
        return frozenset(map(output_path, self.pages)).union(output_path(url) for url, _ in self.failed)


class Known(Struct, frozen=True):
    """What the last build knew of a part's pages: only those that are in both are known."""

    pages: Mapping[str, Rendered] = MappingProxyType({})
    links: Mapping[str, LinkedPage] = MappingProxyType({})


def known_pages(cache: Path, part: str) -> Known:
    """What the cache tells of a part's pages. Nothing where pages and links are not of one build."""
    pages = read_pages(cache, part)
    links = read_links(cache, part) if pages.rendered else Links()
    return Known(pages.rendered, links.linked) if pages.key == links.key else Known()


def make_part(
    specs: Iterable[PageSpec],
    renderers: Sequence[Renderer],
    known: Known,
    staging: Staging,
    output: Path,
    policy: Policy = STRICT,
) -> PartPages:
    """Make the pages and stage those that differ from the output.

    Args:
        specs: The part's pages.
        renderers: Make their HTML, one for each of the site's languages.
        known: What the last build knew of them.
        staging: Takes the files that differ.
        output: Where the last build's files are.
        policy: What is public although it looks private.
    """
    pages: dict[str, Rendered] = {}
    links: dict[str, LinkedPage] = {}
    failed: list[tuple[str, Problem]] = []
    held_back: list[Problem] = []
    rendered = 0
    frames: dict[str, Frame] = defaultdict(Frame)
    for spec, url, renderer, key in _in_all_languages(specs, renderers):
        page = _unchanged(known.pages.get(url), key, f"{output}/{output_path(url)}") if url in known.links else None
        if page is not None:
            pages[url], links[url] = page, known.links[url]
            continue
        rendered += 1
        html = renderer.text(spec)
        if isinstance(html, Problem):
            failed.append((url, html))
            continue
        bare = frames[renderer.edition.prefix].bare(html) if spec.is_read else Bare(html, NO_LINKS)
        if spec.is_read and (problem := page_problem(bare.html, spec.template)):
            failed.append((url, problem))
        elif leaks := screen_output(bare.html, policy):
            held_back.append(private_page(spec, url, leaks))
        else:
            pages[url] = _stage(url, key, html, staging)
            found = find_links(bare.html, bare.links) if spec.is_read else NO_LINKS
            links[url] = LinkedPage(spec.source or output_path(url), found)
    return PartPages(pages=pages, links=links, rendered=rendered, failed=tuple(failed), held_back=tuple(held_back))


def joined(shares: Sequence[PartPages]) -> PartPages:
    """The pages of a part of which each share was made by itself."""
    return PartPages(
        pages={url: page for share in shares for url, page in share.pages.items()},
        links={url: page for share in shares for url, page in share.links.items()},
        rendered=sum(share.rendered for share in shares),
        failed=tuple(chain.from_iterable(share.failed for share in shares)),
        held_back=tuple(chain.from_iterable(share.held_back for share in shares)),
    )


def as_they_were(
    known: Mapping[str, Rendered], output: Path, files: Mapping[str, tuple[int, int]]
) -> dict[str, Rendered] | None:
    """The pages that are known, if the output has all of them just as they were written. None where it has not.

    Args:
        known: What was written, by the pages' URL.
        output: The output folder.
        files: The size of each file that is there, and its time in nanoseconds since 1970, by its path in the output.
    """
    there: dict[str, Rendered] = {}
    for url, page in known.items():
        path = output_path(url)
        lies_there = path in files and _as_written(page, *files[path], f"{output}/{path}")
        if not lies_there:
            return None
        there[url] = lies_there
    return there or None


class _Copy(NamedTuple):
    """A page in one language."""

    spec: PageSpec
    url: str
    renderer: Renderer
    key: bytes


def _in_all_languages(specs: Iterable[PageSpec], renderers: Sequence[Renderer]) -> Iterator[_Copy]:
    for spec in specs:
        view = digest_value(spec.view)
        for renderer in renderers:
            if renderer.edition.makes(spec):
                yield _Copy(spec, renderer.edition.url_of(spec), renderer, renderer.key(spec, view))


def _unchanged(known: Rendered | None, key: bytes, path: str) -> Rendered | None:
    """What is known of the page, if it is made from the same and its file is still the one that was written."""
    if known is None or known.key != key:
        return None
    try:
        # A path object for each of a hundred thousand files would cost more than all else here.
        status = os.lstat(path)
    except OSError:
        return None
    return _as_written(known, status.st_size, status.st_mtime_ns, path) if stat.S_ISREG(status.st_mode) else None


def _as_written(known: Rendered, size: int, modified: int, path: str) -> Rendered | None:
    """What is known of the page, if its file of this size and time is the one that was written."""
    if (size, modified) == (known.size, known.modified):
        return known
    with suppress(OSError):
        if size == known.size and digest_bytes(read_file(path, size)) == known.content:
            return replace(known, modified=modified)
    return None


def _stage(url: str, key: bytes, html: str, staging: Staging) -> Rendered:
    content = html.encode()
    modified = staging.add(output_path(url), content)
    return Rendered(key=key, content=digest_bytes(content), size=len(content), modified=modified)


def private_page(spec: PageSpec, url: str, kinds: Iterable[str]) -> Problem:
    return Problem(
        code="page_held_back",
        message=f"{redact(url)} would show {named_kinds(kinds)}, and is held back",
        severity=Severity.WARNING,
        path=redact(spec.source or output_path(url)),
        advice="The record itself passed the gate: look at what the template puts side by side.",
    )


class AddressBook:
    """Sees to it that every address is given once, in each of the site's languages: the first page keeps it.

    Args:
        editions: The site's languages.
        taken: Addresses that somebody else has, and the file behind each.
    """

    def __init__(self, editions: Sequence[Edition], taken: Mapping[str, str] = MappingProxyType({})) -> None:
        self._editions = editions
        self._holders = {
            output_path(urls.in_language(url, edition.prefix)): holder
            for url, holder in taken.items()
            for edition in editions
        }
        self.problems: list[Problem] = []

    def unique(self, specs: Iterable[PageSpec]) -> Iterator[PageSpec]:
        """The pages whose address is free. The others are named in `problems`."""
        for spec in specs:
            paths = [output_path(edition.url_of(spec)) for edition in self._editions if edition.makes(spec)]
            holder = next((self._holders[path] for path in paths if path in self._holders), None)
            if holder is None:
                self._holders.update(dict.fromkeys(paths, spec.source or "another page"))
                yield spec
            else:
                self.problems.append(_url_taken(spec, holder))


def _url_taken(spec: PageSpec, holder: str) -> Problem:
    return Problem(
        code="url_taken",
        message=f"{spec.url} is already the address of {holder}: this page is not published",
        path=spec.source or output_path(spec.url),
        line=1 if spec.source else None,
        advice="Give one of the two another name.",
    )


def failures(failed: Iterable[tuple[str, Problem]]) -> tuple[Problem, ...]:
    """Each fault once, with the pages that it keeps from being made."""
    pages: dict[Problem, list[str]] = defaultdict(list)
    for url, fault in failed:
        pages[fault].append(url)
    return tuple(replace(fault, message=f"{fault.message} (on {_some(urls)})") for fault, urls in pages.items())


def _some(urls: list[str]) -> str:
    named = ", ".join(urls[:_NAMED])
    return f"{named} and {len(urls) - _NAMED} more pages" if len(urls) > _NAMED else named
