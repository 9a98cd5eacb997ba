"""What there is of a body, and where its own rhythm would let one expect more."""

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.minutes_file import record_path
from referat.model import AgendaItem, Decision, Meeting, Minutes, MinutesKind, Source
from referat.site.corpus import make_corpus
from referat.site.coverage import BodyCoverage, Gap, body_coverage, gaps_in, newest_day, rhythm_of
from referat.site.nodes import MunicipalityNode, Record


def days(*texts: str) -> list[dt.date]:
    return [dt.date.fromisoformat(text) for text in texts]


MONTHLY = days(
    "2024-01-30", "2024-02-27", "2024-03-26", "2024-04-30", "2024-05-28", "2024-06-25", "2024-08-27", "2024-09-24"
)


def municipality(*minutes: Minutes) -> MunicipalityNode:
    corpus, problems = make_corpus(Record(minutes=one, path=record_path(one.meeting)) for one in minutes)
    assert problems == ()
    return corpus.municipalities[0]


def meeting(day: str, *items: AgendaItem, kind: str = "minutes", score: float | None = None) -> Minutes:
    return Minutes(
        meeting=Meeting(
            municipality="Strandby",
            body="Byrådet",
            date=dt.date.fromisoformat(day),
            kind=MinutesKind(kind),
            source=Source(score=score),
        ),
        items=items,
    )


def coverage(*minutes: Minutes) -> BodyCoverage:
    node = municipality(*minutes)
    return body_coverage(node.bodies[0], newest_day(node))


def test_a_rhythm_is_read_from_the_meetings_themselves() -> None:
    assert rhythm_of(MONTHLY) == 28


@pytest.mark.parametrize(
    "dates", [MONTHLY[:4], days("2019-01-01", "2020-01-01", "2021-01-01", "2022-01-01", "2023-01-01")]
)
def test_few_meetings_have_no_rhythm_and_no_gaps(dates: Sequence[dt.date]) -> None:
    assert (rhythm_of(dates), gaps_in(dates, dt.date(2026, 1, 1))) == (None, ())


def test_the_summer_is_no_gap() -> None:
    assert gaps_in(MONTHLY, MONTHLY[-1]) == ()


def test_a_long_time_without_meetings_is_told_with_its_days_and_the_newest_first() -> None:
    later = [*MONTHLY, *days("2025-02-25", "2025-03-25")]
    gaps = gaps_in(later, dt.date(2025, 9, 1))
    assert gaps == (
        Gap(after=dt.date(2025, 3, 25), before=None, days=160),
        Gap(after=dt.date(2024, 9, 24), before=dt.date(2025, 2, 25), days=154),
    )


@given(st.lists(st.dates(dt.date(2000, 1, 1), dt.date(2030, 1, 1)), unique=True).map(sorted))
def test_every_gap_lies_between_two_meetings_that_follow_each_other(dates: list[dt.date]) -> None:
    now = dates[-1] if dates else dt.date(2030, 1, 1)
    for gap in gaps_in(dates, now):
        assert gap.before == dates[dates.index(gap.after) + 1]


def test_closed_items_are_counted_by_year_with_and_without_their_subject() -> None:
    known = coverage(
        meeting("2023-05-02", AgendaItem(number="1", closed=True), AgendaItem(number="2", title="Kajen")),
        meeting("2024-05-07", AgendaItem(number="1", title="Køb af grund", closed=True)),
    )
    assert [(year.year, year.items, year.closed, year.with_subject) for year in known.years] == [
        (2024, 1, 1, 1),
        (2023, 2, 1, 0),
    ]
    assert (known.items, known.closed, known.with_subject, known.unnumbered) == (3, 2, 1, 1)


def test_meetings_without_minutes_without_text_and_with_an_unsure_text_are_named() -> None:
    item = AgendaItem(number="1", title="Kajen", case_number="24/9", parts=(Decision(text="Godkendt."),))
    known = coverage(
        meeting("2024-03-05", item, kind="agenda"),
        meeting("2024-04-02"),
        meeting("2024-05-07", item, score=0.3),
        meeting("2024-06-04", item, kind="agenda"),
    )
    assert [ref.date.isoformat() for ref in known.without_minutes] == ["2024-03-05"]
    assert [ref.date.isoformat() for ref in known.without_text] == ["2024-04-02"]
    assert [ref.date.isoformat() for ref in known.unsure] == ["2024-05-07"]


def test_an_agenda_of_the_future_does_not_make_the_present_later() -> None:
    item = AgendaItem(number="1", title="Kajen", case_number="24/9")
    assert newest_day(municipality(meeting("2024-05-07", item), meeting("2027-01-01", item, kind="agenda"))) == dt.date(
        2024, 5, 7
    )
    assert newest_day(municipality(meeting("2027-01-01", item, kind="agenda"))) == dt.date(2027, 1, 1)
