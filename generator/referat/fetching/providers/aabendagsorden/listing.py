"""The list of meetings: a search by days that tells of fifty meetings at most, and not how it wants days written."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote

import msgspec
from msgspec import Struct, field

from referat.fetching.answer import Answer
from referat.fetching.clock import in_denmark
from referat.fetching.faults import UnavailableError, unavailable
from referat.fetching.json_answer import read_json
from referat.fetching.manners import LIST, ONE
from referat.fetching.provider import Listing, Row, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat.fetching.client import Client

Spell: TypeAlias = Callable[[dt.date], str]

MOST = 50
"""So many meetings are told of at a time. Where there are as many, there may be more."""
STRIDE = 40
"""Days that are asked about at a time, to begin with."""
BACK, AHEAD = 365, 120
"""Days before and after today that are asked about where nobody says which."""

_TEST = re.compile(r"test", re.IGNORECASE)
"""So committees are named that the operators try things out with."""


class FoundMeeting(Struct, frozen=True, kw_only=True):
    """A meeting that was found."""

    id: int | str = field(name="meetingId")
    date: str
    """ISO, with or without a time of day."""
    committee: str = field(name="committeeName")
    group: str | None = field(default=None, name="committeeGroupName")
    blocked: bool = False
    """Not released yet."""


class Found(Struct, frozen=True, kw_only=True):
    """What a search finds."""

    count: int = field(name="numberOfResults")
    meetings: tuple[FoundMeeting, ...]


def _spell_iso(day: dt.date) -> str:
    return day.isoformat()


def _spell_danish(day: dt.date) -> str:
    return f"{day:%d/%m/%Y}"


SPELLINGS: tuple[Spell, ...] = (_spell_iso, _spell_danish)
"""The ways in which the portals want days written."""


def list_meetings(client: Client, wanted: Span) -> Listing:
    """All meetings of the wanted days.

    Raises:
        UnavailableError: one of the searches failed, or its answer cannot be trusted.
    """
    first = wanted.since or client.today - dt.timedelta(days=BACK)
    last = wanted.until or client.today + dt.timedelta(days=AHEAD)
    search = _Search(client)
    found = tuple(search.between(first, last))
    rows = [row for meeting in found if (row := _row(meeting)) is not None]
    unique = tuple({row.id: row for row in rows}.values())
    return Listing(rows=unique, covers=Span(first, last), answer=search.answers_together())


class _Search:
    """A series of searches: how the portal wants days written is found out by the first that finds something."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._spellings: Sequence[Spell] = SPELLINGS
        self._answers: list[Answer] = []

    def between(self, first: dt.date, last: dt.date) -> Iterator[FoundMeeting]:
        """The meetings from one day to another, both included. The last days come first: there surely are some."""
        while first <= last:
            begin = max(last - dt.timedelta(days=STRIDE - 1), first)
            yield from self._within(begin, last)
            last = begin - dt.timedelta(days=1)

    def answers_together(self) -> Answer:
        """All answers as one JSON array."""
        bodies = b",".join(answer.body.removeprefix(b"\xef\xbb\xbf") for answer in self._answers)
        return Answer(url=self._answers[0].url, body=b"[" + bodies + b"]", content_type="application/json")

    def _within(self, first: dt.date, last: dt.date) -> Iterator[FoundMeeting]:
        found, answer = self._ask(first, last)
        if len(found.meetings) < MOST or first == last:
            self._answers.append(answer)
            yield from found.meetings
            return
        middle = first + (last - first) // 2
        yield from self._within(first, middle)
        yield from self._within(middle + dt.timedelta(days=1), last)

    def _ask(self, first: dt.date, last: dt.date) -> tuple[Found, Answer]:
        """The answer in the first spelling that finds meetings, and only meetings of these days."""
        refusals: list[UnavailableError] = []
        nothing: list[tuple[Found, Answer]] = []
        for spell in self._spellings:
            try:
                found, answer = self._ask_so(first, last, spell)
            except UnavailableError as error:
                refusals.append(error)
                continue
            if found.meetings:
                self._spellings = (spell,)
                return found, answer
            nothing.append((found, answer))
        if not nothing:
            raise refusals[0]
        return nothing[0]

    def _ask_so(self, first: dt.date, last: dt.date, spell: Spell) -> tuple[Found, Answer]:
        query = f"query=&fromDate={quote(spell(first), safe='')}&toDate={quote(spell(last), safe='')}"
        patience = LIST if len(self._spellings) == 1 else ONE
        answer = self._client.get(f"/rest/meeting/search?{query}", patience)
        found = read_json(answer, Found)
        days = [_start(meeting, answer.url).date() for meeting in found.meetings]
        if any(not first <= day <= last for day in days):
            raise unavailable(
                "fetch_list_refused", "The portal tells of other days than it was asked about", answer.url
            )
        return found, answer


def _start(meeting: FoundMeeting, url: str) -> dt.datetime:
    try:
        return in_denmark(dt.datetime.fromisoformat(meeting.date))
    except ValueError:
        raise unavailable("fetch_list_refused", "A meeting in the list has no day", url) from None


def _row(meeting: FoundMeeting) -> Row | None:
    """None for what is not released, and for what is only tried out."""
    if meeting.blocked or _TEST.match(meeting.committee):
        return None
    served: dict[str, Any] = msgspec.to_builtins(meeting)
    return Row(
        id=str(meeting.id),
        committee=" ".join(meeting.committee.split()),
        start=in_denmark(dt.datetime.fromisoformat(meeting.date)),
        timed=len(meeting.date) > len("2026-03-02"),
        group=meeting.group,
        served=served,
    )
