"""A made-up municipality with 1,400 meetings is followed for three days, in real requests and without the waiting.

``python -m tests.fetching.many [MEETINGS]`` prints the table of counts of each day. It takes a minute, and is no part
of the tests.
"""

import datetime as dt
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from msgspec.structs import replace
from tests.fetching.clock import FakeClock
from tests.fetching.following import Site
from tests.fetching.portal import FakePortal
from tests.fetching.published import Point, Published, framed, guid, section

from referat.fetching.clock import in_denmark
from referat.fetching.manners import Manners
from referat.fetching.tally import as_table, count_run

BODIES = ("Byrådet", "Økonomiudvalget", "Teknik- og Miljøudvalget", "Børne- og Skoleudvalget", "Kulturudvalget")
NEWEST = dt.date(2026, 11, 17)
MOST = Manners(most_requests=5000)
PARAGRAPH = "Forvaltningen har gennemgået stier, bænke og lygter og fundet, at de fleste kan holde et år endnu. " * 6


def meetings(count: int) -> list[Published]:
    """Each with eight items; two bodies meet each week, on weekdays in turn."""
    return list(islice(_meetings(), count))


def _meetings() -> Iterator[Published]:
    for number in range(100_000):
        body = BODIES[number % len(BODIES)]
        day = NEWEST - dt.timedelta(days=number * 7 // 2)
        start = in_denmark(dt.datetime(day.year, day.month, day.day, 16, 30)).isoformat()
        yield Published(
            id=guid(f"nr {number}"),
            start=start,
            committee=body,
            committee_id=guid(f"{body} {day.year // 4}"),
            group=f"Udvalg {day.year // 4 * 4 + 2}",
            released=start,
            people=(("Anna Holm", ""), ("Bo Kjær", "afbud"), ("Carl  Lund", "")),
            items=tuple(_items(number)),
        )


def _items(meeting: int) -> Iterator[Point]:
    for place in range(1, 9):
        decided = section("Beslutning", "Godkendt, idet lygterne ved havnen tages først.")
        text = framed(decided, section("Sagsfremstilling", PARAGRAPH), section("Indstilling", "At sagen tages op."))
        yield Point(
            title=f"Vedligehold {meeting}.{place}",
            case=f"{26 - meeting // 120 % 20:02}/{meeting * 8 + place}",
            html=text,
            attached=("Oversigt", "Priser") if place != 8 else (),
            is_open=place != 8,
        )


def follow(count: int, root: Path) -> None:
    """Three days: the first has everything to fetch, the second nothing new, the third a little of everything."""
    clock = FakeClock()
    with FakePortal(meetings(count), clock.monotonic) as portal:
        site = Site(root, portal, clock)
        _show("first day", site)
        clock.pass_hours(24)
        before = site.files()
        _show("second day, nothing new", site)
        print(f"files that changed: {len(site.files().items() ^ before.items())}\n")
        clock.pass_hours(24)
        new = replace(portal.published[0], id=guid("ny"), start="2026-11-24T16:30:00+01:00", released=None)
        changed = replace(portal.published[1], released="2026-11-24T12:00:00+01:00", items=tuple(_items(99_999)))
        portal.published[:] = [new, portal.published[0], changed, *portal.published[4:]]
        _show("third day, one new, one changed, two missing", site)
        clock.pass_hours(24)
        _show("fourth day, two gone", site)


def _show(day: str, site: Site) -> None:
    began, slept = time.monotonic(), sum(site.clock.waits)
    run = site.fetch(manners=MOST)
    took, waited = time.monotonic() - began, sum(site.clock.waits) - slept
    print(f"{day} ({took:.0f} s of work, {waited / 60:.0f} minutes of waiting that were not waited)")
    print("\n".join(as_table([count_run("Strandby", run.told)])))
    told = ", ".join(f"{count} {code}" for code, count in Counter(run.codes).items())
    print(f"problems: {told or 'none'}\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        follow(int(sys.argv[1]) if len(sys.argv) > 1 else 1400, Path(folder))
