"""What a municipality changed is told by places that a reader finds."""

import datetime as dt

from hypothesis import given, settings
from msgspec.structs import replace
from tests.minutes_file.test_roundtrip import any_minutes

from referat.fetching.compare import MOST, find_changes
from referat.minutes_file import normalise_minutes
from referat.model import AgendaItem, Decision, Meeting, Minutes, Section

MEETING = Meeting(
    municipality="Strandby",
    body="Byrådet",
    date=dt.date(2026, 3, 2),
    participants=("Anna Holm (A)", "Bo Kjær (V)"),
)
STIEN = AgendaItem(
    number="2",
    title="Cykelsti langs Havnevej",
    case_number="26/118",
    parts=(
        Section(heading="Sagsfremstilling", text="Stien bliver 900 meter."),
        Decision(text="Godkendt."),
        Section(heading="Bilag", text="- [Kort](https://strandby.example/1)\n- [Overslag](https://strandby.example/2)"),
    ),
)
BROEN = AgendaItem(number="3", title="Broen over åen", case_number="26/119", parts=(Decision(text="Udsat."),))
BEFORE = Minutes(meeting=MEETING, items=(STIEN, BROEN))


def changes_to(*items: AgendaItem) -> tuple[str, ...]:
    return find_changes(BEFORE, replace(BEFORE, items=items))


def with_part(item: AgendaItem, index: int, **fields: object) -> AgendaItem:
    parts = list(item.parts)
    parts[index] = replace(parts[index], **fields)
    return replace(item, parts=tuple(parts))


@given(any_minutes)
@settings(deadline=None, max_examples=50)
def test_a_record_does_not_differ_from_itself(minutes: Minutes) -> None:
    assert find_changes(normalise_minutes(minutes), normalise_minutes(minutes)) == ()


def test_a_section_that_says_something_else_is_told_by_item_and_heading() -> None:
    assert changes_to(with_part(STIEN, 0, text="Stien bliver 800 meter."), with_part(BROEN, 0, text="Godkendt.")) == (
        "punkt 2: Sagsfremstilling",
        "punkt 3: Beslutning",
    )


def test_a_line_added_to_the_decision_is_a_change_of_the_decision() -> None:
    assert changes_to(with_part(STIEN, 1, text="Godkendt.\n\nAfbud: Bo Kjær"), BROEN) == ("punkt 2: Beslutning",)


def test_attachments_that_came_or_went_are_told_and_new_addresses_are_not() -> None:
    elsewhere = "- [Kort](https://strandby.example/8)\n- [Overslag](https://strandby.example/9)"
    assert changes_to(with_part(STIEN, 2, text=elsewhere), BROEN) == ()
    assert changes_to(with_part(STIEN, 2, text="- [Kort](https://strandby.example/8)"), BROEN) == ("punkt 2: bilag",)


def test_a_section_that_is_new_or_gone_is_told_by_its_heading() -> None:
    longer = replace(BROEN, parts=(Section(heading="Økonomi", text="2 mio. kr."), *BROEN.parts))
    assert changes_to(STIEN, longer) == ("punkt 3: Økonomi",)
    assert find_changes(replace(BEFORE, items=(STIEN, longer)), BEFORE) == ("punkt 3: Økonomi",)


def test_an_earlier_decision_is_told_with_its_body_and_day() -> None:
    told = Decision(body="Økonomiudvalget", date=dt.date(2026, 2, 9), text="Anbefalet.")
    assert changes_to(STIEN, replace(BROEN, parts=(told, *BROEN.parts))) == (
        "punkt 3: Beslutning, Økonomiudvalget, 9. februar 2026",
    )


def test_an_item_that_moved_to_another_number_is_known_again() -> None:
    new = AgendaItem(number="2", title="Valg af formand", case_number="26/90")
    assert changes_to(new, replace(STIEN, number="3"), replace(BROEN, number="4")) == (
        "punkt 2: nyt punkt",
        "punkt 3: nummeret",
        "punkt 4: nummeret",
    )


def test_an_item_whose_title_was_mended_is_the_same_item() -> None:
    assert changes_to(replace(STIEN, title="Cykelsti langs Havnevejen", case_number="26/181"), BROEN) == (
        "punkt 2: titlen",
        "punkt 2: sagsnummeret",
    )


def test_an_item_that_is_gone_and_one_that_is_another_are_told() -> None:
    other = AgendaItem(number="3", title="Takster for bådpladser", case_number="26/7")
    assert changes_to(STIEN, other) == ("punkt 3: punktet er taget ud", "punkt 3: nyt punkt")


def test_items_that_cannot_be_told_apart_are_paired_only_where_nothing_is_lost() -> None:
    closed = AgendaItem(closed=True)
    twice = replace(BEFORE, items=(closed, closed))
    assert find_changes(twice, twice) == ()
    assert find_changes(twice, replace(BEFORE, items=(closed,))) == (
        "et punkt uden titel: punktet er taget ud",
        "et punkt uden titel: nyt punkt",
    )


def test_items_in_another_order_are_told_once() -> None:
    assert changes_to(BROEN, STIEN) == ("punkternes rækkefølge",)


def test_an_item_that_was_closed_says_so() -> None:
    assert changes_to(STIEN, AgendaItem(number="3", title="Broen over åen", case_number="26/119", closed=True)) == (
        "punkt 3: punktet er lukket",
        "punkt 3: Beslutning",
    )


def test_the_head_of_the_meeting_is_compared_too() -> None:
    meeting = replace(MEETING, absent=("Bo Kjær (afbud)",), place="Skolen", time=dt.time(17))
    assert find_changes(BEFORE, replace(BEFORE, meeting=meeting, preamble="Mødet begyndte sent.")) == (
        "mødets tid",
        "mødets sted",
        "mødets deltagere",
        "mødets indledning",
    )


def test_what_was_held_back_here_is_no_change_of_the_municipality() -> None:
    assert changes_to(STIEN, AgendaItem(number="3", case_number="26/119", held_back=True)) == ()


def test_a_list_that_nobody_would_read_is_cut_with_a_count() -> None:
    items = tuple(replace(BROEN, number=str(number), title=f"Sag {number}") for number in range(50))
    changed = tuple(with_part(item, 0, text="Godkendt.") for item in items)

    told = find_changes(replace(BEFORE, items=items), replace(BEFORE, items=changed))

    assert len(told) == MOST
    assert told[-1] == "og 21 andre steder"
