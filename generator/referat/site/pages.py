"""The pages of one part of the site: rendered, or left as they are because nothing they are made from has changed.

A part is a municipality, or what belongs to none. Parts know nothing of each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from referat.privacy.output import named_kinds, screen_output
from referat.privacy.policy import STRICT, Policy
from referat.privacy.redact import redact
from referat.problems import Problem, Severity
from referat.site.cache import Rendered
from referat.site.digest import digest_bytes, digest_value
from referat.site.edition import Edition
from referat.site.links import find_links
from referat.site.output import Staging
from referat.site.page import PageSpec, output_path
from referat.site.render import Renderer

_NAMED = 3
"""How many pages are named that one fault of a template keeps from being made."""


class PartPages(Struct, frozen=True, kw_only=True):
    """The pages of a part, by their URL."""

    pages: dict[str, Rendered]
    sources: dict[str, str]
    """The file to name in a problem with a page: its record, where it has one."""
    rendered: int
    failed: tuple[tuple[str, Problem], ...]
    """The pages that could not be made, and why. What they were before is left as it is."""
    held_back: tuple[Problem, ...]
    """The pages that hold what must not be published. What they were before is taken away, too."""


def make_part(
    specs: Iterable[PageSpec],
    renderers: Sequence[Renderer],
    known: Mapping[str, Rendered],
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
    sources: dict[str, str] = {}
    failed: list[tuple[str, Problem]] = []
    held_back: list[Problem] = []
    rendered = 0
    for spec, url, renderer, key in _in_all_languages(specs, renderers):
        page = _unchanged(known.get(url), key, output / output_path(url))
        if page is None:
            rendered += 1
            html = renderer.render(spec)
            if isinstance(html, Problem):
                failed.append((url, html))
                continue
            leaks = screen_output(html, policy)
            if leaks:
                held_back.append(_private(spec, url, leaks))
                continue
            page = _stage(url, key, html, staging)
        pages[url] = page
        sources[url] = spec.source or output_path(url)
    return PartPages(pages=pages, sources=sources, rendered=rendered, failed=tuple(failed), held_back=tuple(held_back))


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


def _unchanged(known: Rendered | None, key: bytes, path: Path) -> Rendered | None:
    """What is known of the page, if it is made from the same and its file is still the one that was written."""
    if known is None or known.key != key or path.is_symlink():
        return None
    try:
        status = path.stat()
        if (status.st_size, status.st_mtime_ns) == (known.size, known.modified):
            return known
        if status.st_size == known.size and digest_bytes(path.read_bytes()) == known.content:
            return replace(known, modified=status.st_mtime_ns)
    except OSError:
        return None
    return None


def _stage(url: str, key: bytes, html: str, staging: Staging) -> Rendered:
    content = html.encode()
    staging.add(output_path(url), content)
    return Rendered(key=key, content=digest_bytes(content), size=len(content), modified=0, links=find_links(html))


def _private(spec: PageSpec, url: str, kinds: Iterable[str]) -> Problem:
    return Problem(
        code="page_held_back",
        message=f"{redact(url)} would show {named_kinds(kinds)}, and is held back",
        severity=Severity.WARNING,
        path=redact(spec.source or output_path(url)),
        advice="The record itself passed the gate: look at what the template puts side by side.",
    )


def with_times(pages: Mapping[str, Rendered], output: Path) -> dict[str, Rendered]:
    """The pages as they lie in the output, to be known to the next build."""
    return {
        url: page if page.modified else replace(page, modified=(output / output_path(url)).stat().st_mtime_ns)
        for url, page in pages.items()
    }


class AddressBook:
    """Sees to it that every address is given once, in each of the site's languages: the first page keeps it."""

    def __init__(self, editions: Sequence[Edition]) -> None:
        self._editions = editions
        self._holders: dict[str, str] = {}
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
