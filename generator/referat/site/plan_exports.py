"""Which files the site has for other programs than a browser.

A municipality's files are made of its own nodes alone, and are kept, screened and written like its pages.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain

from msgspec import Struct

from referat.settings import Settings
from referat.site.nodes import CaseNode, MunicipalityNode
from referat.site.page import PageSpec
from referat.site.urls import DATA, SEARCH, SEARCH_DESCRIPTION, calendar_url, feed_url
from referat.site.views.amended import amended_days
from referat.site.views.calendars import calendar_views
from referat.site.views.feeds import FeedView, Words, case_feed, meeting_feeds, shown, site_feed
from referat.site.views.sitemap import UrlsView
from referat.site.views.summary import Summary
from referat.site.views.tables import TABLES, table_views

ENDINGS = ("csv", "jsonl")
"""The formats of a table."""


def plan_site_exports(summaries: Sequence[Summary], settings: Settings) -> Iterator[PageSpec]:
    """The files that belong to no municipality."""
    if settings.base_url:
        yield PageSpec(url=SEARCH_DESCRIPTION, template="opensearch.xml", view=UrlsView((SEARCH,)))
        entries = [*chain.from_iterable(summary.entries for summary in summaries)]
        yield PageSpec(url=feed_url("/"), template="feed.xml", view=partial(site_feed, entries, settings.name))


def plan_exports(node: MunicipalityNode, settings: Settings) -> Iterator[PageSpec]:
    """The files of one municipality.

    Feeds and calendars need whole addresses, so that a site without ``base_url`` has none.
    """
    days = cache(partial(amended_days, node))
    if settings.base_url:
        # A decision is told by its meeting's feeds and by its case's.
        words = cache(shown)
        pages = (node.url, *(body.url for body in node.bodies))
        feeds = cache(lambda: {view.feed.url: view for view in meeting_feeds(node, days(), words)})
        yield from _several("feed.xml", map(feed_url, pages), feeds)
        for case in node.cases:
            yield PageSpec(url=feed_url(case.url), template="feed.xml", view=partial(_case_feed, case, days, words))
        calendars = cache(lambda: {view.calendar.url: view for view in calendar_views(node, days())})
        yield from _several("calendar.ics", map(calendar_url, pages), calendars)
    tables = cache(lambda: {view.table.url: view for view in table_views(node, days())})
    for name in TABLES:
        for ending in ENDINGS:
            view = partial(_one_of, tables, f"{DATA}{node.slug}/{name}")
            yield PageSpec(url=f"{DATA}{node.slug}/{name}.{ending}", template=f"table.{ending}", view=view)


def _several(template: str, urls: Iterable[str], made: Callable[[], Mapping[str, Struct]]) -> Iterator[PageSpec]:
    """Files whose views are made together."""
    for url in urls:
        yield PageSpec(url=url, template=template, view=partial(_one_of, made, url))


def _one_of(made: Callable[[], Mapping[str, Struct]], url: str) -> Struct:
    return made()[url]


def _case_feed(case: CaseNode, days: Callable[[], Mapping[str, dt.date]], words: Words) -> FeedView:
    return case_feed(case, days(), words)
