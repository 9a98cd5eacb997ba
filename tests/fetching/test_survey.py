"""What a list tells: for every course of events, nothing goes that two whole lists a day apart have not missed."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from referat.fetching.answer import Answer
from referat.fetching.clock import DENMARK
from referat.fetching.index import Gone, Index, Key
from referat.fetching.provider import Listing, Row, Span
from referat.fetching.survey import SURE_AFTER, survey

BEGIN = dt.datetime(2026, 11, 23, 3, tzinfo=DENMARK)
EMPTY = Index(municipality="Strandby", provider="firstagenda", host="x.example")


def row(number: int, *, hour: int = 17, committee: str = "Byrådet", is_minutes: bool = True, day: int = 0) -> Row:
    start = dt.datetime(2026, 3, 1, hour, tzinfo=DENMARK) + dt.timedelta(days=day or number)
    return Row(id=f"nr {number}", committee=committee, committee_id=committee, start=start, is_minutes=is_minutes)


def listing(*rows: Row, covers: Span = Span()) -> Listing:
    return Listing(rows=rows, covers=covers, answer=Answer(url="", body=b""))


ROWS = [row(number) for number in range(8)]
LISTS = st.lists(st.tuples(st.integers(1, 40), st.sets(st.integers(0, 7), max_size=8)), min_size=1, max_size=12)
"""Hours since the list before, and which publications it does not have."""


@given(LISTS)
def test_nothing_goes_that_was_not_missing_in_two_lists_a_day_apart(lists: list[tuple[int, set[int]]]) -> None:
    index, now = survey(EMPTY, listing(*ROWS), BEGIN).index, BEGIN
    missing_since: dict[int, dt.datetime] = {}
    for hours, without in lists:
        now += dt.timedelta(hours=hours)
        missing_since = {number: missing_since.get(number, now) for number in without}
        index = survey(index, listing(*(row for n, row in enumerate(ROWS) if n not in without)), now).index
        for number, one in enumerate(ROWS):
            if not index.publications[one.id].is_live:
                assert now - missing_since[number] >= SURE_AFTER


@given(LISTS)
def test_a_meeting_keeps_its_address_whatever_the_lists_say(lists: list[tuple[int, set[int]]]) -> None:
    index, now = survey(EMPTY, listing(*ROWS), BEGIN).index, BEGIN
    keys = {one.id: one.key for one in index.publications.values()}
    for hours, without in lists:
        now += dt.timedelta(hours=hours)
        index = survey(index, listing(*(row for n, row in enumerate(ROWS) if n not in without)), now).index
        assert {one.id: one.key for one in index.publications.values()} == keys


@given(LISTS)
def test_the_same_list_again_changes_nothing(lists: list[tuple[int, set[int]]]) -> None:
    index, now = survey(EMPTY, listing(*ROWS), BEGIN).index, BEGIN
    for hours, without in lists:
        now += dt.timedelta(hours=hours)
        told = listing(*(row for n, row in enumerate(ROWS) if n not in without))
        index = survey(index, told, now).index
        assert survey(index, told, now).index == index


def test_what_lies_outside_a_list_is_not_missing() -> None:
    index = survey(EMPTY, listing(*ROWS), BEGIN).index
    part = listing(ROWS[7], covers=Span(since=ROWS[7].date))
    for day in range(4):
        index = survey(index, part, BEGIN + dt.timedelta(days=day)).index
    assert all(one.is_live and one.missing is None for one in index.publications.values())


def test_two_that_go_together_are_both_withdrawn_and_neither_replaces_the_other() -> None:
    agenda, minutes = row(20, is_minutes=False, day=20), row(21, day=20)
    index = survey(EMPTY, listing(*ROWS, agenda, minutes), BEGIN).index
    for day in (1, 2):
        index = survey(index, listing(*ROWS), BEGIN + dt.timedelta(days=day)).index
    assert {index.publications[one.id].gone for one in (agenda, minutes)} == {Gone.WITHDRAWN}


def test_a_publication_of_the_same_meeting_replaces_the_one_that_goes() -> None:
    agenda, minutes = row(20, is_minutes=False, day=20), row(21, day=20)
    index = survey(EMPTY, listing(*ROWS, agenda), BEGIN).index
    for day in (1, 2):
        index = survey(index, listing(*ROWS, minutes), BEGIN + dt.timedelta(days=day)).index
    assert index.publications[agenda.id].gone is Gone.REPLACED
    assert index.publications[agenda.id].key == index.publications[minutes.id].key


def test_bodies_that_meet_on_one_day_have_their_own_meetings() -> None:
    index = survey(EMPTY, listing(row(1), row(2, committee="Ældrerådet", day=1)), BEGIN).index
    assert {one.key for one in index.publications.values()} == {
        Key(dt.date(2026, 3, 2), "Byrådet"),
        Key(dt.date(2026, 3, 2), "Ældrerådet"),
    }


def test_a_name_that_is_spelled_otherwise_is_no_other_body() -> None:
    index = survey(EMPTY, listing(row(1, committee="Teknik- og Miljøudvalget")), BEGIN).index
    later = replace(row(2), committee="TEKNIK- OG MILJØUDVALGET 2026-2029", committee_id="ny")
    index = survey(index, listing(row(1, committee="Teknik- og Miljøudvalget"), later), BEGIN).index
    assert {one.body for one in index.publications.values()} == {"Teknik- og Miljøudvalget"}


def test_bodies_whose_folders_have_one_name_share_no_record() -> None:
    told = listing(
        row(1, committee="Råd/nævn"), row(2, committee="Råd nævn", day=1), row(3, committee="RÅD – NÆVN", day=1)
    )
    index = survey(EMPTY, told, BEGIN).index
    assert len({one.key for one in index.publications.values()}) == 1
    moved = replace(told, rows=(*told.rows, row(4, committee="Råd-nævn", hour=20, day=1)))
    index = survey(index, moved, BEGIN).index
    assert index.publications["nr 4"].sequence == 2
