"""What is no longer on the site: a page that counts it, says where it stood, when it went and why, and never what."""

import datetime as dt
from collections.abc import Collection, Iterable
from itertools import chain

from msgspec import Struct

from referat.model import Status
from referat.privacy.withdrawals import Scope, Withdrawal, Withdrawals
from referat.site.nodes import MeetingNode, MunicipalityNode
from referat.site.urls import WITHDRAWN
from referat.site.views.head import Head
from referat.site.words import phrase


class WithdrawnLine(Struct, frozen=True, kw_only=True):
    """One thing that was taken back."""

    scope: Scope
    """What it was: a meeting, an item, a paragraph or an attachment."""
    address: str
    """Where it stood."""
    url: str | None
    """Of what stands there now. None where nothing does."""
    municipality: str | None
    body: str | None
    day: dt.date
    """Of the meeting."""
    date: dt.date | None
    """When it was taken back."""
    reason: str | None
    """None where the municipality took it back and doesn't say why."""


class WithdrawnView(Struct, frozen=True, kw_only=True):
    """What ``withdrawn.html`` shows."""

    head: Head
    by_publisher: tuple[WithdrawnLine, ...]
    """Taken off this site, the latest first."""
    by_municipality: tuple[WithdrawnLine, ...]
    """Publications that the municipality took back, the latest first."""


class WithdrawnLines(Struct, frozen=True, kw_only=True):
    """What was withdrawn of one municipality."""

    by_publisher: tuple[WithdrawnLine, ...] = ()
    by_municipality: tuple[WithdrawnLine, ...] = ()


def withdrawn_lines(node: MunicipalityNode, withdrawals: Withdrawals) -> WithdrawnLines:
    """What was withdrawn of a municipality that the site has."""
    meetings = {meeting.url: meeting for body in node.bodies for meeting in body.meetings}
    return WithdrawnLines(
        by_publisher=tuple(_line(entry, meetings.get(entry.meeting)) for entry in withdrawals.of_slug(node.slug)),
        by_municipality=tuple(_taken_back(meeting) for meeting in meetings.values() if _is_taken_back(meeting)),
    )


def withdrawn_elsewhere(withdrawals: Withdrawals, slugs: Collection[str]) -> WithdrawnLines:
    """What was withdrawn of municipalities that the site has nothing else of: all but those with these slugs."""
    return WithdrawnLines(
        by_publisher=tuple(_line(entry, None) for entry in withdrawals.entries if entry.municipality not in slugs)
    )


def withdrawn_view(lines: Iterable[WithdrawnLines]) -> WithdrawnView:
    """The page of all that was withdrawn. A site that has withdrawn nothing has one, too, and says so."""
    lines = tuple(lines)
    by_publisher = chain.from_iterable(part.by_publisher for part in lines)
    by_municipality = chain.from_iterable(part.by_municipality for part in lines)
    return WithdrawnView(
        head=Head(
            title=phrase("withdrawn.title"),
            url=WITHDRAWN,
            here=phrase("withdrawn.title"),
            description=phrase("withdrawn.description"),
            listed=False,
        ),
        by_publisher=tuple(sorted(by_publisher, key=_latest_first)),
        by_municipality=tuple(sorted(by_municipality, key=_latest_first)),
    )


def _is_taken_back(meeting: MeetingNode) -> bool:
    told = meeting.minutes.meeting
    return told.status is Status.WITHDRAWN and told.withdrawal is None


def _line(entry: Withdrawal, meeting: MeetingNode | None) -> WithdrawnLine:
    return WithdrawnLine(
        scope=entry.scope,
        address=entry.address,
        url=_place(entry, meeting) if meeting else None,
        municipality=meeting.municipality if meeting else None,
        body=meeting.body if meeting else None,
        day=entry.day,
        date=entry.date,
        reason=entry.reason,
    )


def _place(entry: Withdrawal, meeting: MeetingNode) -> str:
    """The item that has the notice; the page where there is no such item."""
    return next((item.url for item in meeting.items if item.anchor == entry.anchor), meeting.url)


def _taken_back(meeting: MeetingNode) -> WithdrawnLine:
    return WithdrawnLine(
        scope=Scope.MEETING,
        address=meeting.url,
        url=meeting.url,
        municipality=meeting.municipality,
        body=meeting.body,
        day=meeting.date,
        date=meeting.minutes.meeting.withdrawn,
        reason=None,
    )


def _latest_first(line: WithdrawnLine) -> tuple[int, str]:
    return -(line.date or line.day).toordinal(), line.address
