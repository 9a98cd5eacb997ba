"""Every internal link and anchor of the site leads somewhere, or is named.

Most links of a part lead to itself, and are looked at where the part is made (`survey`). What leads out of it is looked
at when the whole site is there (`broken_links`).
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice, pairwise
from typing import TypeAlias
from urllib.parse import unquote, urljoin

from msgspec import Struct

from referat.problems import Problem
from referat.site.cache import LinkedPage
from referat.site.page import output_path
from referat.site.urls import DATA

_NAMED = 3
"""How many pages are named that share a broken link."""
_SEARCHED = 20
"""How many records are searched for it. What more of them share is a template's link."""

FindLine: TypeAlias = Callable[[str, Collection[str]], int | None]
"""Gives the line of a file that links to one of the addresses, from 1. None where it is no text or has no such link."""
Pages: TypeAlias = Mapping[str, LinkedPage]
"""Pages by their URL."""


class Survey(Struct, frozen=True, kw_only=True):
    """What a look at the links of a part's pages found."""

    outward: dict[str, tuple[str, ...]]
    """Addresses that are not among the part's own files, or not anchors in them, by the folder that they lead into
    (`Place.folder_of`): another part may have them.
    """
    problems: tuple[Problem, ...]


class Place(Struct, frozen=True, kw_only=True):
    """How addresses are to be read."""

    folder: str = ""
    """The folder that the site is published in, without its last slash."""
    prefixes: tuple[str, ...] = ()
    """The folders of the site's further languages (``/en``): what is wrong in all of them is told once."""

    def address(self, link: str, page_url: str) -> str:
        """Where a link on a page leads: rooted at the host."""
        if link.startswith("/"):
            return link
        if link.startswith("#"):  # most of all links
            return f"{self.folder}{page_url}{link}"
        return urljoin(f"{self.folder}{page_url}", link)

    def folder_of(self, address: str) -> str:
        """The folder that an address leads into: of a municipality, in whatever language or form, where it is one's."""
        folders = address.removeprefix(self.folder).partition("#")[0].strip("/").split("/")
        shared = {DATA.strip("/"), *(prefix.strip("/") for prefix in self.prefixes)}
        return folders[1] if folders[0] in shared and len(folders) > 1 else folders[0]

    def in_first_language(self, link: str) -> str:
        """A link as the site's first language has it."""
        prefix = next((prefix for prefix in self.prefixes if link.startswith(f"{self.folder}{prefix}/")), "")
        return f"{self.folder}{link.removeprefix(f'{self.folder}{prefix}')}" if prefix else link


class Targets:
    """What links can lead to. Most links stand on many pages, so that an answer is kept.

    Args:
        has_file: Whether the site has a file, by its path in the output.
        ids_of: Gives what can be linked to in a file.
        folder: The folder that the site is published in.
    """

    def __init__(
        self, has_file: Callable[[str], bool], ids_of: Callable[[str], Collection[str]], folder: str = ""
    ) -> None:
        self._has_file = has_file
        self._ids_of = ids_of
        self._folder = folder
        self._answers: dict[str, bool] = {}

    def has(self, address: str) -> bool:
        """Whether an address leads somewhere."""
        if address not in self._answers:
            self._answers[address] = self._resolves(address)
        return self._answers[address]

    def _resolves(self, address: str) -> bool:
        if not address.startswith(f"{self._folder}/"):
            return False
        path, _, fragment = address.removeprefix(self._folder).partition("#")
        file = output_path(unquote(path.partition("?")[0]))
        if not self._has_file(file):
            file = f"{file}/index.html"
        if not self._has_file(file):
            return False
        return not fragment or unquote(fragment) in self._ids_of(file)


def survey(pages: Pages, files: Collection[str], place: Place = Place()) -> Survey:
    """Look at the links of a part's pages.

    Args:
        pages: All its pages.
        files: All its files, relative to the output folder.
        place: How addresses are to be read.
    """
    ids = {output_path(url): page.content.ids for url, page in pages.items()}
    targets = Targets(files.__contains__, lambda file: ids.get(file, ()), place.folder)
    addresses = {place.address(link, url) for url, page in pages.items() for link in _leading_away(page)}
    outward: dict[str, list[str]] = defaultdict(list)
    for address in sorted(address for address in addresses if not targets.has(address)):
        outward[place.folder_of(address)].append(address)
    return Survey(
        outward={folder: tuple(found) for folder, found in outward.items()},
        problems=tuple(
            _doubled_id(url, page) for url, page in pages.items() if len(set(page.content.ids)) != len(page.content.ids)
        ),
    )


def _leading_away(page: LinkedPage) -> Iterator[str]:
    """The page's links, without those to its own passages, which are most of them."""
    ids = frozenset(page.content.ids)
    return (link for link in page.content.links if not (link.startswith("#") and link[1:] in ids))


def broken_links(
    addresses: Collection[str], pages: Iterable[Pages], place: Place = Place(), find_line: FindLine | None = None
) -> tuple[Problem, ...]:
    """Name each link that leads nowhere, with the pages that have it.

    Args:
        addresses: That lead nowhere.
        pages: All the pages that link to them, part by part.
        place: How addresses are to be read.
        find_line: Finds the line of a record that has a link. None: no line is told.
    """
    linking: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for part in pages:
        for url, page in part.items():
            for link in page.content.links:
                if place.address(link, url) in addresses:
                    linking[place.in_first_language(link)].append((url, page.path))
    return tuple(_broken(link, found, _origin(link, found, place.folder, find_line)) for link, found in linking.items())


def _broken(link: str, pages: list[tuple[str, str]], origin: tuple[str, int | None]) -> Problem:
    named = ", ".join(url for url, _ in pages[:_NAMED])
    more = f" and {len(pages) - _NAMED} more pages" if len(pages) > _NAMED else ""
    return Problem(
        code="link_broken",
        message=f"“{link}” leads nowhere. It is linked to from {named}{more}",
        path=origin[0],
        line=origin[1],
        advice="Correct the link in the text or the template, or add what it leads to.",
    )


def _origin(link: str, pages: list[tuple[str, str]], folder: str, find_line: FindLine | None) -> tuple[str, int | None]:
    """The record that the link comes from, and its line. A case's page shows it, too, but there it is not mended."""
    address = link.removeprefix(folder)
    records = dict.fromkeys(path for _, path in pages if path.endswith(".md"))
    for path in islice(records, _SEARCHED):
        if find_line and (line := find_line(path, {link, address, unquote(address)})):
            return path, line
    return pages[0][1], None


def _doubled_id(url: str, page: LinkedPage) -> Problem:
    doubled = sorted({name for name, following in pairwise(page.content.ids) if name == following})
    return Problem(
        code="id_doubled",
        message=f"{url} has more than one element with the id “{'”, “'.join(doubled)}”",
        path=page.path,
        advice="Give each text of the template an id prefix of its own.",
    )
