"""Which pages the site has: for every page its address, its template and what the template sees.

A new kind of page is one view, one function here and one template.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from referat.privacy.withdrawals import Withdrawals
from referat.settings import Settings
from referat.site.coverage import newest_day
from referat.site.nodes import BodyNode, MeetingNode, MunicipalityNode, Sharing
from referat.site.page import PageSpec
from referat.site.parts.facts import Facts
from referat.site.plan_exports import plan_exports, plan_site_exports
from referat.site.urls import COVERAGE, DATA, GLOSSARY, MISSING, SEARCH, WITHDRAWN, cases_url, coverage_url
from referat.site.views.body import BodyView, body_view, year_views
from referat.site.views.case import case_view
from referat.site.views.cases import cases_view
from referat.site.views.citations import citations_url, citations_view
from referat.site.views.coverage import coverage_view, place_coverage_view
from referat.site.views.data import data_view
from referat.site.views.front import front_view
from referat.site.views.glossary import glossary_view
from referat.site.views.head import Linker
from referat.site.views.meeting import meeting_view
from referat.site.views.missing import missing_view
from referat.site.views.municipality import municipality_view
from referat.site.views.name import Name
from referat.site.views.search import search_view
from referat.site.views.shared import shared_view
from referat.site.views.sitemap import INDEX, SITE_PAGES, UrlsView, municipality_urls, sitemap_url
from referat.site.views.text_page import TextPage, text_page_views
from referat.site.views.waiting import Waiting, postponed_cases
from referat.site.views.withdrawn import withdrawn_elsewhere, withdrawn_view

if TYPE_CHECKING:
    from referat.site.views.case_line import CaseLine


def plan_site(
    municipalities: Sequence[Facts],
    sharing: Mapping[str, Sharing],
    settings: Settings,
    pages: Sequence[TextPage],
    withdrawals: Withdrawals,
) -> Iterator[PageSpec]:
    """The pages that belong to no municipality.

    Args:
        municipalities: In the order of the Danish alphabet.
        sharing: The case numbers that several of them use.
        settings: The site's name and words.
        pages: The site's own texts.
        withdrawals: What the site's publisher took back.
    """
    listed: list[str] = []
    for page in _listed_pages(municipalities, sharing, settings, pages):
        listed.append(page.url)
        yield page
    yield from plan_site_exports([one.summary for one in municipalities], settings)
    elsewhere = withdrawn_elsewhere(withdrawals, {one.name.slug for one in municipalities})
    withdrawn = partial(withdrawn_view, [*(one.withdrawn for one in municipalities), elsewhere])
    yield PageSpec(url=WITHDRAWN, template="withdrawn.html", view=withdrawn)
    yield PageSpec(url=MISSING, template="404.html", view=missing_view())
    yield from plan_sitemap([one.name for one in municipalities], settings, listed)


def _listed_pages(
    municipalities: Sequence[Facts], sharing: Mapping[str, Sharing], settings: Settings, pages: Sequence[TextPage]
) -> Iterator[PageSpec]:
    summaries = [one.summary for one in municipalities]
    yield PageSpec(url="/", template="front.html", view=partial(front_view, summaries, settings))
    yield PageSpec(url=SEARCH, template="search.html", view=partial(search_view, [one.name for one in municipalities]))
    coverage = partial(coverage_view, [summary.coverage for summary in summaries])
    yield PageSpec(url=COVERAGE, template="coverage.html", view=coverage)
    yield PageSpec(url=DATA, template="data.html", view=partial(data_view, [summary.place for summary in summaries]))
    yield PageSpec(url=GLOSSARY, template="glossary.html", view=glossary_view)
    yield from _shared_numbers(municipalities, sharing)
    for view, path in text_page_views(pages, settings):
        yield PageSpec(url=view.head.url, template="page.html", view=view, source=path)


def _shared_numbers(municipalities: Sequence[Facts], sharing: Mapping[str, Sharing]) -> Iterator[PageSpec]:
    cases: dict[str, list[CaseLine]] = defaultdict(list)
    for one in municipalities:
        for case in one.cases:
            if case.canonical in sharing:
                cases[case.canonical].append(case.line)
    for canonical, shared in sharing.items():
        yield PageSpec(url=shared.url, template="shared.html", view=partial(shared_view, shared.url, cases[canonical]))


def site_addresses(pages: Sequence[TextPage], settings: Settings) -> dict[str, str]:
    """The addresses that no municipality can take from the site itself, and the file behind each, if there is one."""
    fixed = dict.fromkeys(("/", SEARCH, COVERAGE, DATA, GLOSSARY, WITHDRAWN, MISSING), "another page")
    return {**fixed, **{view.head.url: path for view, path in text_page_views(pages, settings)}}


def plan_sitemap(municipalities: Sequence[Name], settings: Settings, listed: Sequence[str]) -> Iterator[PageSpec]:
    """What search engines read. A sitemap needs whole addresses, so that a site without ``base_url`` has none."""
    sitemaps = [SITE_PAGES, *map(sitemap_url, municipalities)] if settings.base_url else []
    yield PageSpec(url="/robots.txt", template="robots.txt", view=UrlsView((INDEX,) if sitemaps else ()))
    if sitemaps:
        yield PageSpec(url=INDEX, template="sitemap-index.xml", view=UrlsView(tuple(sitemaps)))
        yield PageSpec(url=SITE_PAGES, template="sitemap.xml", view=UrlsView(tuple(listed)))


def plan_municipality(node: MunicipalityNode, settings: Settings, link: Linker) -> Iterator[PageSpec]:
    """The pages of one municipality. A view is made when it is asked for."""
    yield PageSpec(url=node.url, template="municipality.html", view=partial(municipality_view, node))
    yield PageSpec(url=coverage_url(node.name), template="place_coverage.html", view=partial(place_coverage_view, node))
    yield PageSpec(url=cases_url(node.name), template="cases.html", view=partial(cases_view, node))
    for case in node.cases:
        yield PageSpec(url=case.url, template="case.html", view=partial(case_view, case, link))
    yield from _plan_bodies(node, link)
    yield from plan_exports(node, settings)
    if settings.base_url:
        urls = partial(municipality_urls, node, len(settings.languages))
        yield PageSpec(url=sitemap_url(node), template="sitemap.xml", view=urls)


def plan_citations(node: MeetingNode) -> Iterator[PageSpec]:
    """The references to a meeting's items, in the two formats that programs for literature read."""
    if node.items:
        view = cache(partial(citations_view, node))
        for ending in ("bib", "json"):
            url = f"{citations_url(node)}.{ending}"
            yield PageSpec(url=url, template=f"citation.{ending}", view=view, source=node.path)


def _plan_bodies(node: MunicipalityNode, link: Linker) -> Iterator[PageSpec]:
    now = newest_day(node)
    postponed = cache(partial(postponed_cases, node, now))
    for body in node.bodies:
        yield PageSpec(url=body.url, template="body.html", view=partial(_body_view, body, now, postponed))
        for year in year_views(body):
            yield PageSpec(url=year.head.url, template="body_year.html", view=year)
        for meeting in body.meetings:
            view = partial(meeting_view, meeting, link)
            yield PageSpec(url=meeting.url, template="meeting.html", view=view, source=meeting.path)
            yield from plan_citations(meeting)


def _body_view(body: BodyNode, now: dt.date, postponed: Callable[[], tuple[Waiting, ...]]) -> BodyView:
    return body_view(body, now, postponed())
