"""What the site says besides its records: settings, theme, lists and the publisher's own pages, as they last were good.

Somebody who is in the middle of a sentence keeps the page they look at: what cannot be read is told, and what it last
said stays. What is published is never made from it.
"""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from referat.problems import Problem, ProblemError, Severity, worst
from referat.site.build import Setup, prepare
from referat.site.discover import find_pages
from referat.site.parts.workshop import Workshop
from referat.site.plan import site_addresses


class Ground(Struct, frozen=True, kw_only=True):
    """What all pages stand on."""

    setup: Setup
    workshop: Workshop
    problems: tuple[Problem, ...]
    """What is wrong with it. Where it is good, there may still be warnings: those a build tells."""


def read_ground(root: Path, last: Ground | None) -> Ground:
    """Read it.

    Args:
        root: The site's folder.
        last: What was read last. It stays, with what is wrong told, where nothing new can be made.

    Raises:
        ProblemError: nothing can be made, and never could.
    """
    try:
        setup = prepare(root)
        if last is not None:
            setup = _with_last_good_pages(root, setup, last.setup)
        workshop = Workshop(setup.common)
        _ = workshop.fingerprint  # reads every template: an old workshop goes on with what it has read
    except ProblemError as error:
        if last is None:
            raise
        return replace(last, problems=(error.problem,))
    if last is not None and _is_the_same(setup, workshop, last):
        setup, workshop = last.setup, last.workshop
    errors = tuple(problem for problem in setup.told.problems if problem.severity is Severity.ERROR)
    return Ground(setup=setup, workshop=workshop, problems=errors)


def _is_the_same(setup: Setup, workshop: Workshop, last: Ground) -> bool:
    return setup == last.setup and workshop.fingerprint == last.workshop.fingerprint


def _with_last_good_pages(root: Path, setup: Setup, last: Setup) -> Setup:
    broken = {problem.path for problem in setup.told.problems if worst([problem]) is Severity.ERROR}
    read = {page.path for page in setup.pages}
    there = set(find_pages(root))
    kept = [page for page in last.pages if page.path in broken & there - read]
    if not kept:
        return setup
    pages = tuple(sorted((*setup.pages, *kept), key=lambda page: page.path))
    common = replace(setup.common, taken=site_addresses(pages, setup.common.settings))
    return replace(setup, pages=pages, common=common)
