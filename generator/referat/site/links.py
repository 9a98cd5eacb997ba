"""Every internal link and anchor of the site leads somewhere, or is named."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from html import unescape
from itertools import islice, pairwise
from typing import TypeAlias
from urllib.parse import unquote, urljoin

from msgspec import Struct

from referat.problems import Problem
from referat.site.page import output_path

# Rendered text has no bare quotes, so that these can only be attributes. A search for letters of their own is soonest:
# what stands before them is looked at where they are found.
_LINK = re.compile(r'="(?:(?<=\shref=")|(?<=\ssrc=")|(?<=\saction="))([^"]*)"')
_ID = re.compile(r'id="(?<=\sid=")([^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_NAMED = 3
"""How many pages are named that share a broken link."""
_SEARCHED = 20
"""How many records are searched for it. What more of them share is a template's link."""


FindLine: TypeAlias = Callable[[str, Collection[str]], int | None]
"""Gives the line of a file that links to one of the addresses, from 1. None where it is no text or has no such link."""


class PageLinks(Struct, frozen=True, array_like=True):
    """What a page links to on this site, and what can be linked to in it."""

    ids: tuple[str, ...]
    """In alphabetical order, doubles included."""
    links: tuple[str, ...]
    """As written, in alphabetical order, without doubles."""


class LinkedPage(Struct, frozen=True):
    """A page in the check."""

    url: str
    path: str
    """The file to name in a problem: the record, or the page in the output."""
    content: PageLinks


def find_links(html: str) -> PageLinks:
    """The ids and the internal links of a page that this program rendered."""
    written = {*_LINK.findall(html)}
    links = {unescape(address) if "&" in address else address for address in written}
    internal = [address for address in links if address.startswith("#") or not _ELSEWHERE.match(address)]
    ids = [unescape(name) if "&" in name else name for name in _ID.findall(html)]
    return PageLinks(tuple(sorted(ids)), tuple(sorted(internal)))


def check_links(
    pages: Iterable[LinkedPage],
    files: Collection[str],
    folder: str = "",
    find_line: FindLine | None = None,
    prefixes: Collection[str] = (),
) -> tuple[Problem, ...]:
    """The links that lead nowhere, and the ids that stand twice on a page.

    Args:
        pages: All pages of the site.
        files: All files of the site, relative to the output folder.
        folder: The folder that the site is published in, without its last slash.
        find_line: Finds the line of a record that has a link. None: no line is told.
        prefixes: The folders of the site's further languages (``/en``): what is wrong in all of them is told once.
    """
    pages = tuple(pages)
    known = _Targets({output_path(page.url): page.content.ids for page in pages}, files, folder)
    broken: dict[str, list[LinkedPage]] = defaultdict(list)
    problems = []
    for page in pages:
        for link in page.content.links:
            if not known.has(link, page.url):
                broken[_in_first_language(link, folder, prefixes)].append(page)
        if len(set(page.content.ids)) != len(page.content.ids):
            problems.append(_doubled_id(page))
    named = (_broken(link, linking, _place(link, linking, folder, find_line)) for link, linking in broken.items())
    return (*problems, *named)


def _in_first_language(link: str, folder: str, prefixes: Collection[str]) -> str:
    prefix = next((prefix for prefix in prefixes if link.startswith(f"{folder}{prefix}/")), "")
    return f"{folder}{link.removeprefix(f'{folder}{prefix}')}" if prefix else link


class _Targets:
    """What links can lead to. Most links stand on many pages, so that an answer is kept."""

    def __init__(self, ids: Mapping[str, tuple[str, ...]], files: Collection[str], folder: str) -> None:
        self._ids = {path: frozenset(names) for path, names in ids.items()}
        self._files = frozenset(files)
        self._folder = folder
        self._answers: dict[str, bool] = {}

    def has(self, link: str, page_url: str) -> bool:
        if link.startswith("/"):
            address = link
        elif link.startswith("#"):  # most of all links
            address = f"{self._folder}{page_url}{link}"
        else:
            address = urljoin(f"{self._folder}{page_url}", link)
        if address not in self._answers:
            self._answers[address] = self._resolves(address)
        return self._answers[address]

    def _resolves(self, address: str) -> bool:
        if not address.startswith(f"{self._folder}/"):
            return False
        path, _, fragment = address.removeprefix(self._folder).partition("#")
        file = output_path(unquote(path.partition("?")[0]))
        if file not in self._files:
            file = f"{file}/index.html"
        if file not in self._files:
            return False
        return not fragment or unquote(fragment) in self._ids.get(file, ())


def _broken(link: str, pages: list[LinkedPage], place: tuple[str, int | None]) -> Problem:
    named = ", ".join(page.url for page in pages[:_NAMED])
    more = f" and {len(pages) - _NAMED} more pages" if len(pages) > _NAMED else ""
    return Problem(
        code="link_broken",
        message=f"“{link}” leads nowhere. It is linked to from {named}{more}",
        path=place[0],
        line=place[1],
        advice="Correct the link in the text or the template, or add what it leads to.",
    )


def _place(link: str, pages: list[LinkedPage], folder: str, find_line: FindLine | None) -> tuple[str, int | None]:
    """The record that the link comes from, and its line. A case's page shows it, too, but there it is not mended."""
    address = link.removeprefix(folder)
    records = dict.fromkeys(page.path for page in pages if page.path.endswith(".md"))
    for path in islice(records, _SEARCHED):
        if find_line and (line := find_line(path, {link, address, unquote(address)})):
            return path, line
    return pages[0].path, None


def _doubled_id(page: LinkedPage) -> Problem:
    ids = page.content.ids
    doubled = sorted({name for name, following in pairwise(ids) if name == following})
    return Problem(
        code="id_doubled",
        message=f"{page.url} has more than one element with the id “{'”, “'.join(doubled)}”",
        path=page.path,
        advice="Give each text of the template an id prefix of its own.",
    )
