"""All that the site-wide pages need to know of a municipality: small, however many meetings it has."""

from msgspec import Struct

from referat.exports.feed import Entry
from referat.site.coverage import body_coverage, newest_day
from referat.site.nodes import MunicipalityNode
from referat.site.views.coverage import Totals, totals_of
from referat.site.views.decided import Decided, newest_decisions
from referat.site.views.feeds import newest_entries
from referat.site.views.meeting_line import MeetingLine, coming_meetings
from referat.site.views.place import Place, place

DECISIONS = 8
"""Newest decisions that a summary has: as many as the front page shows of all municipalities."""
COMING = 6


class Summary(Struct, frozen=True, kw_only=True):
    """One municipality, for the pages that belong to none."""

    place: Place
    newest: tuple[Decided, ...]
    coming: tuple[MeetingLine, ...]
    """The next meetings with an agenda, the soonest first."""
    coverage: Totals
    entries: tuple[Entry, ...]
    """Of the site's feed."""


def summary_of(node: MunicipalityNode) -> Summary:
    """The summary of a municipality with at least one meeting."""
    now = newest_day(node)
    return Summary(
        place=place(node, now),
        newest=newest_decisions(node.bodies, DECISIONS),
        coming=coming_meetings(node.bodies, now)[:COMING],
        coverage=totals_of(node, [body_coverage(body, now) for body in node.bodies], now),
        entries=newest_entries(node),
    )
