"""What is asked for in a run, and in which order; and that everything old has its turn."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.fetching.due import IN_TURN, Wanted, find_due, row_hash, whose_turn
from referat.fetching.index import Index, Known
from referat.fetching.provider import Row
from referat.model import MinutesKind

TODAY = dt.date(2026, 11, 23)
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


def row(name: str, days_ago: int, *, is_minutes: bool = True) -> Row:
    return Row(id=name, committee="Byrådet", start=NOON - dt.timedelta(days=days_ago), is_minutes=is_minutes)


def index_of(*rows: Row, fetched: bool = True) -> Index:
    known = [
        Known(
            id=row.id,
            date=row.date,
            body="Byrådet",
            start=row.start,
            kind=MinutesKind.MINUTES if row.is_minutes else MinutesKind.AGENDA,
            seen=TODAY,
            row=row_hash(row) if fetched else None,
            digest="x" if fetched else None,
        )
        for row in rows
    ]
    return Index(municipality="Strandby", provider="firstagenda", host="x.example").with_known(known)


def ids(rows: tuple[Row, ...]) -> list[str]:
    return [row.id for row in rows]


def test_what_was_never_fetched_comes_first_and_the_newest_of_it_before_the_others() -> None:
    old, older, known = row("gammel", 400), row("ældre", 800), row("kendt", 3)
    index = index_of(known).with_known(index_of(old, older, fetched=False).publications.values())
    assert ids(find_due([older, known, old], index, Wanted(), TODAY)) == ["gammel", "ældre", "kendt"]


def test_minutes_are_asked_for_before_the_agenda_of_the_same_meeting() -> None:
    agenda, minutes = row("dagsorden", 3, is_minutes=False), row("referat", 3)
    assert ids(find_due([agenda, minutes], index_of(agenda, minutes, fetched=False), Wanted(), TODAY)) == [
        "referat",
        "dagsorden",
    ]


def test_what_is_recent_or_to_come_is_looked_at_in_every_run() -> None:
    rows = [
        row("om en uge", -7),
        row("sidste uge", 7),
        row("90 dage", 90),
        *(row(f"nr {n}", 200 + n) for n in range(99)),
    ]
    due = ids(find_due(rows, index_of(*rows), Wanted(), TODAY))
    assert due[:3] == ["om en uge", "sidste uge", "90 dage"]
    assert len(due) == 3 + IN_TURN


@pytest.mark.parametrize("step", [1, 2, 7, 14, 30], ids=lambda step: f"every {step} days")
@pytest.mark.parametrize("count", [21, 100, 365, 1400])
def test_everything_old_has_its_turn_before_long_however_often_it_is_fetched(count: int, step: int) -> None:
    rows = [row(f"nr {number}", 200 + number) for number in range(count)]
    runs = 0
    waiting = {row.id for row in rows}
    while waiting:
        waiting.difference_update(ids(whose_turn(rows, TODAY + dt.timedelta(days=step * runs))))
        runs += 1
    assert runs <= 6 * count / IN_TURN + 6


@given(st.integers(0, 60), st.dates(dt.date(2020, 1, 1), dt.date(2060, 1, 1)))
def test_each_turn_is_of_so_many_and_none_is_asked_twice(count: int, day: dt.date) -> None:
    rows = [row(f"nr {number}", 200 + number) for number in range(count)]
    turn = ids(whose_turn(rows, day))
    assert len(turn) == len(set(turn)) == min(count, IN_TURN)
