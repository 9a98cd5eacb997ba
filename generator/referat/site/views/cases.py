"""A municipality's cases by year: the way to every case without a search."""

from itertools import groupby

from msgspec import Struct

from referat.site.nodes import MunicipalityNode
from referat.site.urls import cases_url
from referat.site.views.case_line import CaseLine, case_line
from referat.site.views.head import Head, Link
from referat.site.words import phrase


class CaseYear(Struct, frozen=True):
    """The cases of one year."""

    year: int
    cases: tuple[CaseLine, ...]


class CasesView(Struct, frozen=True, kw_only=True):
    """What ``cases.html`` shows."""

    head: Head
    municipality: Link
    count: int
    years: tuple[CaseYear, ...]
    """Newest first."""


def cases_view(node: MunicipalityNode) -> CasesView:
    """The list of all cases of one municipality."""
    by_year = groupby(node.cases, key=lambda case: case.year)
    return CasesView(
        head=Head(
            title=phrase("cases.title", place=node.name),
            url=cases_url(node.name),
            here=phrase("cases.crumb"),
            crumbs=(Link(node.name, node.url),),
            description=phrase("cases.description", place=node.name),
        ),
        municipality=Link(node.name, node.url),
        count=len(node.cases),
        years=tuple(CaseYear(year, tuple(map(case_line, cases))) for year, cases in by_year),
    )
