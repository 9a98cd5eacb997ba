"""Calendars of meetings, read as calendar programs read them."""

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar as Read
from icalendar import Event as ReadEvent
from icalendar import Timezone
from markupsafe import escape
from tests.exports.small import COUNCIL, FILES, build, write_site

from referat.exports.calendar import Calendar, Event
from referat.exports.ical import ical

HOME = ZoneInfo("Europe/Copenhagen")
DAY = dt.date(2024, 5, 14)
COMMITTEE = "/strandby/teknikudvalget/2024-05-07/@moede.example"


def event(
    title: str = "Møde", place: str | None = None, begins: dt.time | None = None, ends: dt.time | None = None
) -> Event:
    return Event(
        id="/a/b/2024-05-14/",
        title=title,
        date=DAY,
        begins=begins,
        ends=ends,
        place=place,
        updated=DAY,
        revision=0,
        cancelled=False,
    )


def written(one: Event) -> str:
    return ical(Calendar(url="/a/moeder.ics", name="A", events=(one,)), "https://a.example", "a.example,2026", escape)


def only(text: str) -> ReadEvent:
    (found,) = Read.from_ical(text).walk("VEVENT")
    assert isinstance(found, ReadEvent)
    assert found.errors == []
    return found


def events(path: Path) -> dict[str, ReadEvent]:
    found = Read.from_ical(path.read_bytes()).walk("VEVENT")
    return {str(one["UID"]): one for one in found if isinstance(one, ReadEvent)}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    write_site(root)
    assert build(root).problems == ()
    return root / "output"


def test_a_meeting_has_its_hours_in_danish_time_its_place_and_its_page(site: Path) -> None:
    meeting = events(site / "strandby/teknikudvalget/moeder.ics")[COMMITTEE]
    assert meeting.decoded("DTSTART") == dt.datetime(2024, 5, 7, 16, 30, tzinfo=HOME)
    assert meeting.decoded("DTEND") == dt.datetime(2024, 5, 7, 18, 0, tzinfo=HOME)
    assert meeting["LOCATION"] == "Mødelokale 2, rådhuset; stuen"
    assert meeting["SUMMARY"] == "Møde i Teknikudvalget, Strandby"
    assert meeting["URL"] == "https://moede.example/arkiv/strandby/teknikudvalget/2024-05-07/"
    assert meeting["STATUS"] == "CONFIRMED"


def test_a_municipality_has_the_meetings_of_all_its_bodies_and_those_to_come(site: Path) -> None:
    days = [one.decoded("DTSTART") for one in events(site / "strandby/moeder.ics").values()]
    assert days[:2] == [dt.date(2024, 8, 27), dt.date(2024, 5, 14)]
    assert len(days) == 3


def test_a_meeting_that_was_changed_has_a_new_stamp_and_a_higher_revision(site: Path) -> None:
    meeting = events(site / "strandby/byraadet/moeder.ics")["/strandby/byraadet/2024-05-14/@moede.example"]
    assert meeting.decoded("DTSTAMP").date() == dt.date(2024, 6, 20)
    assert meeting.decoded("SEQUENCE") == 1


def test_a_publication_that_was_taken_back_is_called_off_under_the_same_id(tmp_path: Path) -> None:
    front = COUNCIL.partition("\n## ")[0].replace("changes:", "status: withdrawn\nwithdrawn: 2024-07-01\nchanges:")
    write_site(tmp_path, {**FILES, "content/minutes/strandby/byraadet/2024-05-14.md": front})
    build(tmp_path)
    meeting = events(tmp_path / "output/strandby/moeder.ics")["/strandby/byraadet/2024-05-14/@moede.example"]
    assert meeting["STATUS"] == "CANCELLED"
    assert meeting.decoded("DTSTAMP").date() == dt.date(2024, 7, 1)
    assert meeting.decoded("SEQUENCE") == 2


def test_a_page_links_to_its_calendar(site: Path) -> None:
    for page in ("strandby", "strandby/byraadet"):
        html = (site / page / "index.html").read_text(encoding="utf-8")
        assert f'<a href="/arkiv/{page}/moeder.ics" type="text/calendar">Møderne i en kalender</a>' in html


def test_a_meeting_that_ends_before_it_began_went_on_past_midnight() -> None:
    meeting = only(written(event(begins=dt.time(19), ends=dt.time(0, 30))))
    assert meeting.decoded("DTEND") == dt.datetime(2024, 5, 15, 0, 30, tzinfo=HOME)


@pytest.mark.parametrize("month", [1, 7])
def test_the_file_tells_danish_time_itself(month: int) -> None:
    text = written(event(begins=dt.time(17))).replace("20240514T17", f"2024{month:02}14T17").encode()
    (zone,) = Read.from_ical(text).walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    moment = dt.datetime(2024, month, 14, 17)
    assert zone.to_tz(lookup_tzid=False).utcoffset(moment) == HOME.utcoffset(moment)


@given(st.text(), st.text())
@example("ø" * 100, "a" * 69 + "🏛\n\\;," * 30)
def test_no_text_adds_a_line_or_makes_one_too_long(title: str, place: str) -> None:
    text = written(event(title, place))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    plain = written(event("", ""))
    unfolded = text.replace("\r\n ", "")
    assert [line.partition(":")[0] for line in unfolded.split("\r\n") if not line.startswith("LOCATION")] == [
        line.partition(":")[0] for line in plain.split("\r\n") if not line.startswith("LOCATION")
    ]
    only(text)
