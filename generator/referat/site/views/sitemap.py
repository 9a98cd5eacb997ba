"""What search engines are told: the addresses of all pages (sitemaps.org), a file a municipality."""

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from referat.model import Status
from referat.site.nodes import MunicipalityNode
from referat.site.urls import cases_url, coverage_url, year_url
from referat.site.views.body import years_apart
from referat.site.views.name import Name

INDEX = "/sitemap.xml"
"""Lists the other files."""
SITE_PAGES = "/sitemap-sider.xml"
"""Lists the pages that belong to no municipality."""
LONGEST = 50_000
"""Addresses in one file (sitemaps.org). What is more is left out: those pages are still found by their links."""


class UrlsView(Struct, frozen=True):
    """What ``sitemap.xml``, ``sitemap-index.xml``, ``opensearch.xml`` and ``robots.txt`` show."""

    urls: tuple[str, ...]
    """Rooted at the site."""


def sitemap_url(node: MunicipalityNode | Name) -> str:
    """``/strandby/sitemap.xml``."""
    return f"{node.url}sitemap.xml"


def municipality_urls(node: MunicipalityNode, languages: int = 1) -> UrlsView:
    """The pages of one municipality: lists first, then meetings, then cases.

    Args:
        node: The municipality.
        languages: In how many languages the file lists each of them.
    """
    return UrlsView(tuple(islice(_urls(node), LONGEST // languages)))


def _urls(node: MunicipalityNode) -> Iterator[str]:
    yield node.url
    yield cases_url(node.name)
    yield coverage_url(node.name)
    yield from (body.url for body in node.bodies)
    yield from (year_url(body.url, year.year) for body in node.bodies for year in years_apart(body))
    meetings = (meeting for body in node.bodies for meeting in body.meetings)
    yield from (meeting.url for meeting in meetings if meeting.minutes.meeting.status is not Status.WITHDRAWN)
    yield from (case.url for case in node.cases)
