"""Which files the site has for other programs than a browser.

A municipality's files are made of its own nodes alone, and are kept, screened and written like its pages.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from referat.settings import Settings
from referat.site.nodes import MunicipalityNode
from referat.site.page import PageSpec
from referat.site.views.amended import amended_days
from referat.site.views.feeds import FeedView, case_feed, meeting_feeds, shown, site_feed
from referat.site.views.summary import Summary


def plan_site_exports(summaries: Sequence[Summary], settings: Settings) -> Iterator[PageSpec]:
    """The files that belong to no municipality."""
    if settings.base_url:
        yield _feed(site_feed(chain.from_iterable(summary.entries for summary in summaries), settings.name))


def plan_exports(node: MunicipalityNode, settings: Settings) -> Iterator[PageSpec]:
    """The files of one municipality. Feeds need whole addresses, so that a site without ``base_url`` has none."""
    if settings.base_url:
        yield from _plan_feeds(node)


def _plan_feeds(node: MunicipalityNode) -> Iterator[PageSpec]:
    days = amended_days(node)
    # A decision is told by its meeting's feeds and by its case's.
    words = cache(shown)
    yield from map(_feed, meeting_feeds(node, days, words))
    yield from (_feed(case_feed(case, days, words)) for case in node.cases)


def _feed(view: FeedView) -> PageSpec:
    return PageSpec(url=view.feed.url, template="feed.xml", view=view)
