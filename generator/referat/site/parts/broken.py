"""The links of the whole site that lead nowhere, looked for when all of it is in the output."""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, partial
from itertools import chain
from pathlib import Path

from referat.copies import shared_out
from referat.problems import Problem
from referat.site.cache import read_links
from referat.site.discover import find_link
from referat.site.link_check import Targets, broken_links
from referat.site.page import output_path
from referat.site.parts import SITE
from referat.site.parts.state import State
from referat.site.parts.territory import part_of_file
from referat.site.parts.workshop import Workshop

WORTH = 5_000
"""Links from which on they are shared out."""


def broken_anywhere(now: State, before: State, workshop: Workshop, *, jobs: int) -> tuple[Problem, ...]:
    """The links that lead nowhere. Of a part that is what it was, only those are looked at that lead into another.

    Args:
        now: All parts as they are in the output.
        before: As they were when the links were last looked at.
        workshop: What the pages are made with.
        jobs: How many processes may look.
    """
    common, place, parts = workshop.common, workshop.place, now.parts
    targets = Targets(_has_file(common.output), _ids_in(common.cache, parts, workshop.prefixes), place.folder)
    same = {name for name, part in parts.items() if part == before.parts.get(name) and not before.broken}
    gone = before.parts.keys() - parts
    looked_at = {
        name: [
            address
            for folder, addresses in part.survey.outward.items()
            if not same.issuperset({name, folder if folder in parts else SITE}) or folder in gone
            for address in addresses
        ]
        for name, part in parts.items()
    }
    shares = jobs if sum(map(len, looked_at.values())) >= WORTH else 1

    def look(number: int) -> dict[str, set[str]]:
        """The addresses of a share of the parts that lead nowhere, by the part."""
        names = list(looked_at)[number::shares]
        return {name: {address for address in looked_at[name] if not targets.has(address)} for name in names}

    found = shared_out(look, shares, dict[str, set[str]])
    told = {name: addresses for share in found for name, addresses in share.items()}
    broken = {name: told[name] for name in looked_at}
    pages = (read_links(common.cache, name).linked for name, addresses in broken.items() if addresses)
    addresses = frozenset(chain.from_iterable(broken.values()))
    named = broken_links(addresses, pages, place, partial(find_link, common.root)) if addresses else ()
    return (*named, *chain.from_iterable(part.survey.problems for part in parts.values()))


def _has_file(output: Path) -> Callable[[str], bool]:
    return lambda file: os.path.isfile(f"{output}/{file}")  # noqa: PTH113 - a path object costs more than the question


def _ids_in(cache_dir: Path, parts: Collection[str], prefixes: Sequence[str]) -> Callable[[str], Collection[str]]:
    """Gives what can be linked to in a file of the output."""

    @cache
    def pages_of(part: str) -> Mapping[str, tuple[str, ...]]:
        links = read_links(cache_dir, part).linked
        return {output_path(url): page.content.ids for url, page in links.items()}

    return lambda file: pages_of(part_of_file(file, parts, prefixes)).get(file, ())
