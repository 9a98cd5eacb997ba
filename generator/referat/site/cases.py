"""A municipality's cases: the items with one number, brought together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from referat.problems import Problem, Severity
from referat.site import urls
from referat.site.meetings import Gathering, PlacedItem
from referat.site.nodes import CaseNode, CaseRef, NumberUse, Sharing
from referat.site.treatments import Dealt, Handled, course_of, latest_of
from referat.vocabulary.casenumber import CaseNumber
from referat.vocabulary.containers import is_container_kle, is_container_title
from referat.vocabulary.slugs import slugify


class CaseFile(Struct, frozen=True, kw_only=True):
    """A case before its course is told: its number, its address and its items, oldest first."""

    number: CaseNumber
    ref: CaseRef
    slug: str
    aliases: tuple[str, ...]
    items: tuple[Handled, ...]


def numbers_of(cases: Iterable[CaseFile]) -> tuple[NumberUse, ...]:
    """The numbers of cases, for other municipalities to know of."""
    return tuple(NumberUse(number=case.number, ref=case.ref) for case in cases)


def gather_cases(meetings: Sequence[Gathering]) -> tuple[dict[str, CaseFile], tuple[Problem, ...]]:
    """The cases of one municipality by their canonical number, in the order they first came up.

    Args:
        meetings: All meetings of the municipality, oldest first.
    """
    by_number: dict[str, list[Handled]] = defaultdict(list)
    problems: list[Problem] = []
    for meeting in meetings:
        for placed in meeting.items:
            if placed.number is not None:
                by_number[placed.number.canonical].append(Handled(meeting, placed))
            elif placed.item.case_number:
                problems.append(_unreadable(placed))
    slugs, shared = _slugs(by_number)
    files = {canonical: _case_file(items, slugs[canonical]) for canonical, items in by_number.items()}
    return files, (*problems, *shared)


def _unreadable(placed: PlacedItem) -> Problem:
    return Problem(
        code="case_number_unreadable",
        message=f"“{placed.item.case_number}” is no case number in a known form: the item gets no case page",
        severity=Severity.WARNING,
        path=placed.record.path,
        source_line=f"Sagsnr.: {placed.item.case_number}",
        advice="Correct the number if it is mistyped. Otherwise nothing needs to be done.",
    )


def _slugs(by_number: Mapping[str, Sequence[Handled]]) -> tuple[dict[str, str], list[Problem]]:
    """An address for each number. Where two would have the same, the one that came up first keeps it."""
    slugs: dict[str, str] = {}
    holders: dict[str, str] = {}
    problems = []
    for canonical, items in by_number.items():
        number = _number(items[0])
        slug = number.slug
        if slug in holders:
            slug = _free_slug(number, holders)
            problems.append(_slug_shared(number, holders[number.slug], slug, items[0].placed.record.path))
        slugs[canonical] = slug
        holders[slug] = canonical
    return slugs, problems


def _free_slug(number: CaseNumber, holders: Mapping[str, str]) -> str:
    named = f"{number.slug}-{slugify(number.scheme)}"
    candidates = (named if count == 1 else f"{named}-{count}" for count in range(1, len(holders) + 2))
    return next(candidate for candidate in candidates if candidate not in holders)


def _slug_shared(number: CaseNumber, holder: str, slug: str, path: str) -> Problem:
    return Problem(
        code="case_address_shared",
        message=f"The cases {holder} and {number.canonical} would have one address: the second gets …/{slug}/",
        severity=Severity.WARNING,
        path=path,
        advice="Nothing needs to be done, unless the two numbers are one case and one of them is mistyped.",
    )


def _number(handled: Handled) -> CaseNumber:
    assert handled.placed.number is not None  # noqa: S101 - only items with a number are gathered
    return handled.placed.number


def _case_file(items: Sequence[Handled], slug: str) -> CaseFile:
    spellings = tuple(dict.fromkeys(handled.placed.item.case_number or "" for handled in items))
    municipality = items[0].meeting.ref.municipality
    ref = CaseRef(
        municipality=municipality,
        display=spellings[0],
        url=urls.case_url(municipality, slug),
        container=_is_container(items),
    )
    return CaseFile(number=_number(items[0]), ref=ref, slug=slug, aliases=spellings[1:], items=tuple(items))


def _is_container(items: Sequence[Handled]) -> bool:
    """Whether the number collects different subjects.

    It does where one meeting has it on several items, where it stands on a standing point of every meeting (Eventuelt),
    and where its own subject is the holding of meetings. Several items of one title are parts of one matter.
    """
    if is_container_kle(_number(items[0])):
        return True
    titles = [handled.placed.item.title for handled in items]
    if any(title is not None and is_container_title(title) for title in titles):
        return True
    at_once: dict[str, list[str | None]] = defaultdict(list)
    for handled in items:
        at_once[handled.placed.record.path].append(handled.placed.item.title)
    return any(len(together) > 1 and (None in together or len(set(together)) > 1) for together in at_once.values())


def case_node(case: CaseFile, dealt: Mapping[str, Dealt], sharing: Sharing | None) -> CaseNode:
    """The case with its whole course.

    Args:
        case: The case.
        dealt: By their addresses, what the municipality's items tell.
        sharing: Who else uses its number.
    """
    others = sharing.cases if sharing else ()
    treatments = course_of(case.items, dealt, container=case.ref.container)
    municipality = case.ref.municipality
    return CaseNode(
        number=case.number,
        display=case.ref.display,
        aliases=case.aliases,
        municipality=municipality,
        municipality_url=urls.municipality_url(municipality),
        slug=case.slug,
        url=case.ref.url,
        year=case.number.year or treatments[0].date.year,
        title=None if case.ref.container else _title(case.items),
        container=case.ref.container,
        treatments=treatments,
        latest=latest_of(treatments),
        elsewhere=tuple(ref for ref in others if ref.url != case.ref.url),
        shared_url=sharing.url if sharing else None,
    )


def _title(items: Sequence[Handled]) -> str | None:
    """The latest title; that of a closed item only where no open item has one."""
    for closed in (False, True):
        for handled in reversed(items):
            item = handled.placed.item
            if item.title is not None and item.closed is closed:
                return item.title
    return None
