"""Which pages the site has: for every page its address, its template and what the template sees.

A new kind of page is one view, one function here and one template.
"""

from collections.abc import Callable, Iterator, Sequence

from referat.privacy.withdrawals import Withdrawals
from referat.settings import Settings
from referat.site.coverage import newest_day
from referat.site.nodes import Corpus, MeetingNode, MunicipalityNode
from referat.site.page import PageSpec
from referat.site.plan_exports import plan_exports, plan_site_exports
from referat.site.urls import COVERAGE, DATA, GLOSSARY, MISSING, WITHDRAWN
from referat.site.views.body import body_view, year_views
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
from referat.site.views.search import search_view
from referat.site.views.shared import shared_view
from referat.site.views.sitemap import INDEX, SITE_PAGES, UrlsView, municipality_urls, sitemap_url
from referat.site.views.summary import Summary, summary_of
from referat.site.views.text_page import TextPage, text_page_views
from referat.site.views.waiting import postponed_cases
from referat.site.views.withdrawn import withdrawn_view

SITE_PART = "_site"
"""The name of the part that belongs to no municipality. No municipality's slug has an underscore."""


def make_plan(
    corpus: Corpus,
    settings: Settings,
    pages: Sequence[TextPage],
    withdrawals: Withdrawals,
    linker_of: Callable[[MunicipalityNode], Linker],
) -> Iterator[tuple[str, Iterator[PageSpec]]]:
    """Every page of the site, part by part, so that no more than one part need be held at a time.

    A part is a municipality, by its slug, or what belongs to none.

    Args:
        corpus: The site's minutes.
        settings: The site's name and words.
        pages: The site's own texts.
        withdrawals: What the site's publisher took back.
        linker_of: Gives what finds the mentions in a municipality's texts.
    """
    yield SITE_PART, plan_site(corpus, settings, pages, withdrawals)
    for municipality in corpus.municipalities:
        yield municipality.slug, plan_municipality(municipality, settings, linker_of(municipality))


def plan_site(
    corpus: Corpus, settings: Settings, pages: Sequence[TextPage], withdrawals: Withdrawals
) -> Iterator[PageSpec]:
    """The pages that belong to no municipality."""
    summaries = tuple(summary_of(municipality) for municipality in corpus.municipalities if municipality.bodies)
    listed = tuple(_listed_pages(corpus, summaries, settings, pages))
    yield from listed
    yield from plan_site_exports(summaries, settings)
    yield PageSpec(url=WITHDRAWN, template="withdrawn.html", view=withdrawn_view(corpus, withdrawals))
    yield PageSpec(url=MISSING, template="404.html", view=missing_view())
    yield from plan_sitemap(corpus, settings, [page.url for page in listed])


def _listed_pages(
    corpus: Corpus, summaries: Sequence[Summary], settings: Settings, pages: Sequence[TextPage]
) -> Iterator[PageSpec]:
    yield PageSpec(url="/", template="front.html", view=front_view(summaries, settings))
    yield PageSpec(url="/soeg/", template="search.html", view=search_view(corpus))
    coverage = coverage_view([summary.coverage for summary in summaries])
    yield PageSpec(url=COVERAGE, template="coverage.html", view=coverage)
    yield PageSpec(url=DATA, template="data.html", view=data_view(summary.place for summary in summaries))
    yield PageSpec(url=GLOSSARY, template="glossary.html", view=glossary_view())
    for number in corpus.shared_numbers:
        yield PageSpec(url=number.url, template="shared.html", view=shared_view(number))
    for view, path in text_page_views(pages, settings):
        yield PageSpec(url=view.head.url, template="page.html", view=view, source=path)


def plan_sitemap(corpus: Corpus, settings: Settings, listed: Sequence[str]) -> Iterator[PageSpec]:
    """What search engines read. A sitemap needs whole addresses, so that a site without ``base_url`` has none."""
    sitemaps = [SITE_PAGES, *map(sitemap_url, corpus.municipalities)] if settings.base_url else []
    yield PageSpec(url="/robots.txt", template="robots.txt", view=UrlsView((INDEX,) if sitemaps else ()))
    if sitemaps:
        yield PageSpec(url=INDEX, template="sitemap-index.xml", view=UrlsView(tuple(sitemaps)))
        yield PageSpec(url=SITE_PAGES, template="sitemap.xml", view=UrlsView(tuple(listed)))


def plan_municipality(node: MunicipalityNode, settings: Settings, link: Linker) -> Iterator[PageSpec]:
    """The pages of one municipality."""
    yield PageSpec(url=node.url, template="municipality.html", view=municipality_view(node))
    coverage, cases = place_coverage_view(node), cases_view(node)
    yield PageSpec(url=coverage.head.url, template="place_coverage.html", view=coverage)
    yield PageSpec(url=cases.head.url, template="cases.html", view=cases)
    for case in node.cases:
        yield PageSpec(url=case.url, template="case.html", view=case_view(case, link))
    yield from _plan_bodies(node, link)
    yield from plan_exports(node, settings)
    if settings.base_url:
        yield PageSpec(
            url=sitemap_url(node), template="sitemap.xml", view=municipality_urls(node, len(settings.languages))
        )


def plan_citations(node: MeetingNode) -> Iterator[PageSpec]:
    """The references to a meeting's items, in the two formats that programs for literature read."""
    if node.items:
        view = citations_view(node)
        for ending in ("bib", "json"):
            url = f"{citations_url(node)}.{ending}"
            yield PageSpec(url=url, template=f"citation.{ending}", view=view, source=node.path)


def _plan_bodies(node: MunicipalityNode, link: Linker) -> Iterator[PageSpec]:
    now = newest_day(node)
    postponed = postponed_cases(node, now)
    for body in node.bodies:
        yield PageSpec(url=body.url, template="body.html", view=body_view(body, now, postponed))
        for year in year_views(body):
            yield PageSpec(url=year.head.url, template="body_year.html", view=year)
        for meeting in body.meetings:
            view = meeting_view(meeting, link)
            yield PageSpec(url=meeting.url, template="meeting.html", view=view, source=meeting.path)
            yield from plan_citations(meeting)
