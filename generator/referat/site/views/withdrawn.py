"""What is no longer on the site: a page that counts it, says where it stood, when it went and why, and never what."""

import datetime as dt
from collections.abc import Iterator, Mapping

from msgspec import Struct

from referat.model import Status
from referat.privacy.withdrawals import Scope, Withdrawal, Withdrawals
from referat.site.nodes import Corpus, MeetingNode
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


def withdrawn_view(corpus: Corpus, withdrawals: Withdrawals) -> WithdrawnView:
    """The page of all that was withdrawn. A site that has withdrawn nothing has one, too, and says so."""
    meetings = {meeting.url: meeting for meeting in _meetings(corpus)}
    by_publisher = [_line(entry, meetings) for entry in withdrawals.entries]
    by_municipality = [_taken_back(meeting) for meeting in meetings.values() if _is_taken_back(meeting)]
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


def _meetings(corpus: Corpus) -> Iterator[MeetingNode]:
    return (meeting for node in corpus.municipalities for body in node.bodies for meeting in body.meetings)


def _is_taken_back(meeting: MeetingNode) -> bool:
    told = meeting.minutes.meeting
    return told.status is Status.WITHDRAWN and told.withdrawal is None


def _line(entry: Withdrawal, meetings: Mapping[str, MeetingNode]) -> WithdrawnLine:
    meeting = meetings.get(entry.meeting)
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
