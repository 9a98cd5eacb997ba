import datetime as dt
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.vocabulary import dates

any_date = st.dates(dt.date(1970, 1, 1), dt.date(2069, 12, 31))


@given(any_date)
def test_a_date_in_every_style_is_the_same_date(date: dt.date) -> None:
    month, short = dates.MONTHS[date.month - 1], dates.MONTHS[date.month - 1][:3]
    weekday = dates.WEEKDAYS[date.weekday()]
    styles = [
        dates.format_long(date),
        f"{date:%d.%m.%Y}",
        f"{weekday} den {dates.format_long(date)}",
        date.isoformat(),
        f"{date.day:02}. {month} {date.year}",
        f"{date.day}. {month.upper()} {date.year}",
        f"{date.day}. {short}. {date.year}",
        f"{date.day} {month}, {date.year}",
        f"{month.capitalize()} {date.day}, {date.year}",
        f"{date.day:02}-{date.month:02}-{date.year}",
        f"{date.day}.{date.month}.{date.year}",
        f"{date:%d.%m.%y}",
        f"{date.day}/{date.month} {date.year}",
        f"{date.day}-{month}-{date.year}",
        f"{weekday.capitalize()} d. {date.day}. {month} {date.year}",
    ]

    assert {dates.parse_date(style) for style in styles} == {date}


@pytest.mark.parametrize(
    "text", ["", "31. februar 2020", "31. marts", "24/8-12", "1.2.3.4", "mødet den 3. maj 2021", "2018-2021"]
)
def test_what_is_no_date_alone_is_none(text: str) -> None:
    assert dates.parse_date(text) is None


def test_dates_are_found_where_they_stand_with_the_weekday_before_them() -> None:
    text = "Møde Torsdag d. 24. september 2015, udsat fra 8. juni 2015 (ikke 31. marts)."

    first, second = dates.find_dates(text)

    assert text[first.start : first.end] == "24. september 2015"
    assert (first.weekday, second.weekday) == (3, None)
    assert second.date == dt.date(2015, 6, 8)


_NEAR_DATES = st.lists(
    st.sampled_from(
        ["12", "05", "2024", "1999", ".", "-", "/", ",", "x", ". ", ", ", " ", "\xa0", "\n", "maj", "SEPT. ", "august "]
    ),
    max_size=14,
).map("".join)


@given(_NEAR_DATES)
def test_the_quick_search_finds_just_what_the_pattern_says(text: str) -> None:
    slow = [match.span() for match in re.finditer(dates.PATTERN, text, re.IGNORECASE)]  # all of them in the calendar

    assert [(mention.start, mention.end) for mention in dates.find_dates(text)] == slow


def test_a_weekday_that_does_not_fit_is_seen() -> None:
    right, wrong = dates.find_dates("torsdag den 24. september 2015 og tirsdag den 24. september 2015")

    assert dates.weekday_agrees(right)
    assert not dates.weekday_agrees(wrong)


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("kl. 10:00", "10:00", None),
        ("kl. 16.30", "16:30", None),
        ("kl 08.15", "08:15", None),
        ("Kl.: 12:41", "12:41", None),
        ("kl.21.33", "21:33", None),
        ("19:00-21:00", "19:00", "21:00"),
        ("Kl. 15:00-16:10", "15:00", "16:10"),
        ("fra kl. 8-16", "08:00", "16:00"),
        ("16.30", "16:30", None),
        ("17:30:00", "17:30", None),
        ("kl. 19", "19:00", None),
        ("Tirsdag, 27 august, 2019 - 16:00", "16:00", None),
        ("torsdag den 24. september 2015 kl. 14.03.", "14:03", None),
        ("kl i mødelokalet", None, None),
        ("24.09.2015", None, None),
        ("20.06.13", None, None),
        ("14/32918", None, None),
    ],
)
def test_times_are_read_in_every_style(text: str, begins: str | None, ends: str | None) -> None:
    expected = tuple(dt.time.fromisoformat(time_) if time_ else None for time_ in (begins, ends))

    assert dates.parse_times(text) == expected


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2021-08-11-0900-7734", dt.date(2021, 8, 11)),
        ("14122006-173000", dt.date(2006, 12, 14)),
        ("referat_20170522.pdf", dt.date(2017, 5, 22)),
        ("byraad-22-10-2018.html", dt.date(2018, 10, 22)),
        ("99999999.pdf", None),
        ("referat.pdf", None),
    ],
)
def test_a_file_name_may_tell_the_date(name: str, date: dt.date | None) -> None:
    assert dates.date_in_name(name) == date


@pytest.mark.parametrize("junk", ["1", "1-", "12-12-", "a", "1. ja", "31.12.", "kl. ", " "])
def test_a_million_characters_of_junk_take_no_time(junk: str) -> None:
    text = junk * (1_000_000 // len(junk))
    started = time.process_time()

    dates.find_dates(text)
    dates.parse_times(text)
    dates.date_in_name(text)

    assert time.process_time() - started < 5
