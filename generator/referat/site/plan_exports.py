"""Which files the site has for other programs than a browser.

A municipality's files are made of its own nodes alone, and are kept, screened and written like its pages.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from referat.settings import Settings
from referat.site.nodes import MunicipalityNode
from referat.site.page import PageSpec
from referat.site.urls import SEARCH, SEARCH_DESCRIPTION
from referat.site.views.amended import amended_days
from referat.site.views.calendars import CalendarView, calendar_views
from referat.site.views.feeds import FeedView, case_feed, meeting_feeds, shown, site_feed
from referat.site.views.sitemap import UrlsView
from referat.site.views.summary import Summary
from referat.site.views.tables import table_views

ENDINGS = ("csv", "jsonl")
"""The formats of a table."""


def plan_site_exports(summaries: Sequence[Summary], settings: Settings) -> Iterator[PageSpec]:
    """The files that belong to no municipality."""
    if settings.base_url:
        yield PageSpec(url=SEARCH_DESCRIPTION, template="opensearch.xml", view=UrlsView((SEARCH,)))
        yield _feed(site_feed(chain.from_iterable(summary.entries for summary in summaries), settings.name))


def plan_exports(node: MunicipalityNode, settings: Settings) -> Iterator[PageSpec]:
    """The files of one municipality.

    Feeds and calendars need whole addresses, so that a site without ``base_url`` has none.
    """
    days = amended_days(node)
    if settings.base_url:
        # A decision is told by its meeting's feeds and by its case's.
        words = cache(shown)
        yield from map(_feed, meeting_feeds(node, days, words))
        yield from (_feed(case_feed(case, days, words)) for case in node.cases)
        yield from map(_calendar, calendar_views(node, days))
    for view in table_views(node, days):
        for ending in ENDINGS:
            yield PageSpec(url=f"{view.table.url}.{ending}", template=f"table.{ending}", view=view)


def _feed(view: FeedView) -> PageSpec:
    return PageSpec(url=view.feed.url, template="feed.xml", view=view)


def _calendar(view: CalendarView) -> PageSpec:
    return PageSpec(url=view.calendar.url, template="calendar.ics", view=view)
