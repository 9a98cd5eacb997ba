"""A portal of Åben Dagsorden on this machine: a search by days that tells of fifty meetings at most."""

import datetime as dt
import json
from collections.abc import Sequence
from urllib.parse import parse_qs

from msgspec import Struct
from tests.fetching.portal import FakePortal, Reply

SEARCH = "/rest/meeting/search"
VIEW = "/fragments/meeting/{}/view"


class Held(Struct, frozen=True, kw_only=True):
    """A meeting."""

    id: int
    date: str
    """ISO, with or without a time."""
    html: str = ""
    committee: str = "Byrådet"
    group: str = "Udvalg 2026-2029"
    blocked: bool = False


class SearchPortal(FakePortal):
    """It wants its days in one spelling, and takes every other one for no day at all: then all meetings match."""

    def __init__(self, held: Sequence[Held] = (), spelling: str = "%Y-%m-%d") -> None:
        super().__init__()
        self.needs_cookie = False
        self.held: list[Held] = list(held)
        self.spelling = spelling

    def searches(self) -> int:
        """How many searches were made."""
        return sum(path.startswith(SEARCH) for path in self.paths)

    def reply(self, path: str, headers: dict[str, str], address: tuple[str, int]) -> Reply:
        """What is answered to a request."""
        super().reply(path, headers, address)
        bare, _, query = path.partition("?")
        if bare == SEARCH:
            return self._search({name: values[0] for name, values in parse_qs(query).items()})
        found = next((held for held in self.held if bare == VIEW.format(held.id)), None)
        if found is None:
            return Reply(status=404)
        return Reply(body=found.html.encode(), headers=(("content-type", "text/html"),))

    def _search(self, asked: dict[str, str]) -> Reply:
        first, last = (self._day(asked.get(name, "")) for name in ("fromDate", "toDate"))
        matching = [
            one
            for one in sorted(self.held, key=lambda one: one.date)
            if first is None or last is None or first <= one.date[:10] <= last
        ]
        meetings = [
            {
                "meetingId": one.id,
                "date": one.date,
                "committeeGroupName": one.group,
                "committeeName": one.committee,
                "blocked": one.blocked,
                "agendaItems": [],
            }
            for one in matching[:50]
        ]
        return Reply(body=json.dumps({"numberOfResults": len(matching), "meetings": meetings}).encode())

    def _day(self, text: str) -> str | None:
        try:
            return dt.datetime.strptime(text, self.spelling).date().isoformat()
        except ValueError:
            return None
