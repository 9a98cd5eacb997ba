"""The front page: what was decided lately, what comes next, and where."""

from collections.abc import Sequence
from itertools import chain

from msgspec import Struct

from referat.settings import Settings
from referat.site.urls import feed_url
from referat.site.views.decided import Decided, newest_of_all
from referat.site.views.head import Head
from referat.site.views.meeting_line import MeetingLine
from referat.site.views.place import Place
from referat.site.views.summary import COMING, DECISIONS, Summary


class FrontView(Struct, frozen=True, kw_only=True):
    """What ``front.html`` shows."""

    head: Head
    places: tuple[Place, ...]
    newest: tuple[Decided, ...]
    coming: tuple[MeetingLine, ...]
    """The next meetings with an agenda, the soonest first."""


def front_view(summaries: Sequence[Summary], settings: Settings) -> FrontView:
    """The front page of the site. A site without minutes has one too."""
    coming = chain.from_iterable(summary.coming for summary in summaries)
    return FrontView(
        head=Head(title=settings.name, url="/", feed=feed_url("/")),
        places=tuple(summary.place for summary in summaries),
        newest=newest_of_all([line for summary in summaries for line in summary.newest], DECISIONS),
        coming=tuple(sorted(coming, key=lambda line: (line.date, line.url))[:COMING]),
    )
