"""What was withdrawn goes out of every record that comes in, and doubt holds back instead of publishing."""

import datetime as dt
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from referat.minutes_file import normalise_minutes, read, write
from referat.model import AgendaItem, Annex, Decision, Meeting, Minutes, MinutesKind, Section, Source, Status
from referat.passages import item_passages
from referat.privacy.withdrawals import Applied, Withdrawal, Withdrawals, apply_withdrawals
from referat.privacy.withdrawals.entry import check_of, check_of_titles, digest_of, origin_of

DAY = dt.date(2026, 3, 2)
PAGE = "/strandby/byraadet/2024-05-14/"
MEETING = Meeting(
    municipality="Strandby", body="Byrådet", date=dt.date(2024, 5, 14), source=Source(name="moede.pdf", sha256="a" * 64)
)
FENCE = AgendaItem(
    number="2",
    title="Klage over hegn på Lærkevej 4",
    case_number="24/1187",
    text="Ejeren af Lærkevej 4 klager over naboens hegn.",
    parts=(
        Section(heading="Bilag", text="- [Klagebrev](https://a.example/brev.pdf)\n- Kort"),
        Decision(text="Afvist."),
    ),
)
BATH = AgendaItem(number="3", title="Havnebad", case_number="24/20", parts=(Decision(text="Godkendt."),))
RECORD = Minutes(meeting=MEETING, items=(AgendaItem(number="1", title="Dagsorden"), FENCE, BATH))


def entry(fragment: str = "punkt-2", **signs: str | None) -> Withdrawal:
    place = Withdrawal(address=f"{PAGE}#{fragment}" if fragment else PAGE, date=DAY, reason="Ønske.")
    return replace(place, **signs)


def known(fragment: str = "punkt-2", item: AgendaItem = FENCE) -> Withdrawal:
    """An entry as the command writes it."""
    return entry(fragment, case=item.case_number, title=check_of(item.title or ""), origin=origin_of(MEETING.source))


def applied(minutes: Minutes, *entries: Withdrawal) -> Applied:
    return apply_withdrawals(minutes, "a.md", Withdrawals(entries))


def renumbered(*items: AgendaItem) -> Minutes:
    return replace(RECORD, items=tuple(replace(item, number=str(n)) for n, item in enumerate(items, 1)))


def codes(result: Applied) -> list[str]:
    return [problem.code for problem in result.problems]


GONE = AgendaItem(number="2", case_number="24/1187", withdrawn=DAY, withdrawal="Ønske.")


def test_a_withdrawn_item_keeps_its_number_and_case_and_nothing_else() -> None:
    result = applied(RECORD, entry())

    assert result.minutes.items == (RECORD.items[0], GONE, BATH)
    assert result.done == {entry()}
    assert (result.missed, result.problems) == ((), ())


def test_other_meetings_and_municipalities_are_left_alone() -> None:
    elsewhere = replace(RECORD, meeting=replace(MEETING, municipality="Egedalen"))
    another_day = replace(RECORD, meeting=replace(MEETING, date=dt.date(2024, 6, 11), source=None))

    assert applied(elsewhere, known()).minutes == elsewhere
    assert applied(another_day, known()).minutes == another_day
    assert applied(another_day, known()).missed == ()


def test_an_item_that_a_new_reading_numbers_otherwise_is_known_by_its_case_and_title() -> None:
    result = applied(renumbered(AgendaItem(title="Ny"), BATH, FENCE), known())

    assert [item.withdrawn for item in result.minutes.items] == [None, None, DAY]
    assert codes(result) == []
    assert applied(result.minutes, known()) == result


def test_an_item_without_a_case_is_known_by_its_title() -> None:
    private = replace(FENCE, case_number=None)
    result = applied(renumbered(AgendaItem(title="Ny"), BATH, private), known(item=private))

    assert [item.withdrawn for item in result.minutes.items] == [None, None, DAY]
    assert applied(result.minutes, known(item=private)) == result


def test_a_record_that_a_new_reading_dates_otherwise_is_known_by_its_document() -> None:
    another_day = replace(RECORD, meeting=replace(MEETING, date=dt.date(2024, 5, 15)))
    result = applied(another_day, known())

    assert result.minutes.items[1] == GONE
    assert result.done == {known()}


def test_where_something_else_stands_at_the_address_it_is_held_back_and_told() -> None:
    result = applied(renumbered(AgendaItem(title="Ny"), BATH), known())

    assert result.minutes.items[1] == AgendaItem(number="2", case_number="24/20", held_back=True)
    assert codes(result) == ["withdrawal_unsure"]
    assert applied(result.minutes, known()) == result


def test_an_entry_that_means_nothing_in_its_own_record_is_told_of() -> None:
    result = applied(renumbered(BATH), known())

    assert result.missed == (known(),)
    assert result.done == frozenset()


def test_an_agenda_need_not_have_what_was_withdrawn_from_the_minutes() -> None:
    agenda = replace(renumbered(AgendaItem(title="Ny"), BATH), meeting=replace(MEETING, kind=MinutesKind.AGENDA))

    assert applied(agenda, known()).minutes == agenda
    assert applied(agenda, known()).missed == ()
    assert applied(agenda, replace(known(), kind=MinutesKind.AGENDA)).minutes.items[1].held_back


def passage_of(item: AgendaItem, text: int, number: int = 0) -> str:
    return item_passages(item)[text][number].id


MARK = "trukket tilbage 2026-03-02: Ønske.]"


def test_a_withdrawn_passage_leaves_a_mark_and_the_rest_stands() -> None:
    name = passage_of(FENCE, 0)
    result = applied(RECORD, known(f"punkt-2-{name}"))

    assert result.minutes.items[1] == replace(FENCE, text=f"[Afsnit {name} {MARK}")
    assert applied(result.minutes, known(f"punkt-2-{name}")) == result


def test_an_item_of_a_list_stays_an_item_of_the_list() -> None:
    name = passage_of(FENCE, 1)
    result = applied(RECORD, known(f"punkt-2-{name}"))

    assert result.minutes.items[1].sections[0].text == f"- [Afsnit {name} {MARK}\n- Kort"


def test_a_passage_whose_words_have_changed_holds_its_item_back() -> None:
    changed = replace(FENCE, text="Ejeren af Lærkevej 4 klager over sin nabos hegn.")
    result = applied(renumbered(RECORD.items[0], changed), known(f"punkt-2-{passage_of(FENCE, 0)}"))

    assert result.minutes.items[1].held_back
    assert "Lærkevej" not in repr(result)
    assert codes(result) == ["withdrawal_unsure"]


def test_the_mark_of_one_passage_says_nothing_of_another() -> None:
    changed = replace(FENCE, text="Naboen er vred.\n\nEjeren af Lærkevej 4 klager.")
    first = known(f"punkt-2-{passage_of(changed, 0)}")
    gone = known(f"punkt-2-{passage_of(FENCE, 0)}")

    assert codes(applied(renumbered(RECORD.items[0], changed), first, gone)) == ["withdrawal_unsure"]


def test_a_passage_that_a_new_reading_puts_elsewhere_is_found_there() -> None:
    moved = replace(renumbered(RECORD.items[0]), unplaced=FENCE.text, annexes=(Annex(title="A", text=FENCE.text),))
    result = applied(moved, known(f"punkt-2-{passage_of(FENCE, 0)}"))

    assert "Lærkevej" not in repr(result.minutes)
    assert (result.missed, codes(result)) == ((), [])


def test_a_withdrawn_attachment_goes_wherever_something_leads_to_it() -> None:
    address = "https://a.example/brev.pdf"
    told = replace(BATH, text=f"Se [klagen]({address}) og <{address}>, men ikke [kortet](https://a.example/kort.pdf).")
    minutes = replace(renumbered(RECORD.items[0], FENCE, told), unplaced=f"Hentet fra {address}")
    result = applied(minutes, replace(entry("punkt-2"), attachment=digest_of(address)))

    assert address not in repr(result.minutes)
    assert "Klagebrev" not in repr(result.minutes)
    assert "https://a.example/kort.pdf" in repr(result.minutes)
    assert (result.missed, codes(result)) == ((), [])
    assert applied(result.minutes, replace(entry("punkt-2"), attachment=digest_of(address))).missed == ()


def test_an_attachment_that_lies_elsewhere_now_is_known_by_its_name() -> None:
    moved = replace(
        RECORD,
        items=(
            RECORD.items[0],
            replace(FENCE, parts=(Section(heading="Bilag", text="- [Klagebrev](https://b.example/7)"),)),
        ),
    )
    withdrawn = replace(known(f"punkt-2-{passage_of(FENCE, 1)}"), attachment=digest_of("https://a.example/brev.pdf"))
    result = applied(moved, withdrawn)

    assert "b.example" not in repr(result.minutes)
    assert result.missed == ()


def test_a_withdrawn_meeting_keeps_its_date_and_says_why() -> None:
    minutes = replace(RECORD, meeting=replace(MEETING, participants=("Anna Holm (A)",), place="Rådhuset"))
    result = applied(minutes, entry(""))

    assert result.minutes == Minutes(
        meeting=Meeting(
            municipality="Strandby",
            body="Byrådet",
            date=dt.date(2024, 5, 14),
            status=Status.WITHDRAWN,
            withdrawn=DAY,
            withdrawal="Ønske.",
        )
    )
    assert applied(result.minutes, entry("")) == result


def test_a_withdrawn_meeting_that_is_dated_otherwise_is_known_by_document_and_agenda() -> None:
    whole = entry("", origin=origin_of(MEETING.source), title=check_of_titles(RECORD.items))
    another_day = replace(RECORD, meeting=replace(MEETING, date=dt.date(2024, 5, 15)))
    another_meeting = replace(another_day, items=(BATH,))

    assert applied(another_day, whole).minutes.items == ()
    assert applied(another_meeting, whole).minutes == another_meeting


def test_what_another_record_tells_of_a_withdrawn_decision_goes_too() -> None:
    told = Decision(
        body="Byrådet", date=dt.date(2024, 5, 14), text="Afvist: klageren på Lærkevej 4 må leve med hegnet."
    )
    other = Decision(body="Byrådet", date=dt.date(2024, 4, 2), text="Udsat.")
    later = Minutes(
        meeting=Meeting(municipality="Strandby", body="Teknikudvalget", date=dt.date(2024, 6, 4)),
        items=(AgendaItem(number="5", case_number="24-1187", parts=(told, other)),),
    )
    result = applied(later, known())

    assert "Lærkevej" not in repr(result.minutes)
    assert result.minutes.items[0].parts[1] == other


def test_what_says_of_itself_that_it_was_withdrawn_has_no_text_and_should_be_in_the_list() -> None:
    by_hand = replace(FENCE, withdrawn=DAY, withdrawal="Ønske.")
    result = applied(renumbered(RECORD.items[0], by_hand))

    assert result.minutes.items[1] == GONE
    assert codes(result) == ["withdrawal_unlisted"]


def test_a_publication_that_the_municipality_took_back_has_its_front_matter_and_no_more() -> None:
    taken_back = replace(MEETING, status=Status.WITHDRAWN, withdrawn=DAY)
    result = applied(replace(RECORD, meeting=taken_back), known())

    assert result.minutes == Minutes(meeting=taken_back)
    assert (result.missed, codes(result)) == ((), [])


@pytest.mark.parametrize("fragment", ["punkt-2", "punkt-2-" + passage_of(FENCE, 0), ""])
def test_a_record_is_the_same_whether_it_was_withdrawn_before_it_was_written_or_after(fragment: str) -> None:
    once = applied(RECORD, known(fragment)).minutes
    again, problems = read(write(once), "a.md")

    assert problems == ()
    assert again == normalise_minutes(once)
    assert applied(again, known(fragment)).minutes == again


WORDS = st.sampled_from(
    ["hegn", "havn", "sti", "skole", "vej 4", "Anna Holm", "12.", "|", "- ", "\n\n", "> ", "#### ", "[a](b)"]
)
TEXTS = st.lists(WORDS, max_size=9).map(" ".join)
ITEMS = st.builds(
    AgendaItem,
    number=st.none() | st.sampled_from(["1", "2", "2", "3", "A-1"]),
    title=st.none() | TEXTS,
    case_number=st.none() | st.sampled_from(["24/1", "24/2"]),
    text=TEXTS,
    parts=st.lists(st.builds(Decision, text=TEXTS) | st.builds(Section, heading=TEXTS, text=TEXTS), max_size=2).map(
        tuple
    ),
)
ANY_MINUTES = st.builds(Minutes, meeting=st.just(MEETING), items=st.lists(ITEMS, max_size=4).map(tuple), unplaced=TEXTS)
PLACES = st.sampled_from(["", "punkt-1", "punkt-2", "punkt-2-2", "uden-nummer-1", "punkt-9"])
ENTRIES = st.builds(
    entry,
    PLACES,
    case=st.none() | st.sampled_from(["24/1", "24/2"]),
    title=st.none() | TEXTS.map(check_of),
    origin=st.none() | st.just(origin_of(MEETING.source)),
)


@settings(max_examples=40)
@given(ANY_MINUTES, st.lists(ENTRIES, max_size=3))
def test_for_every_record_and_list_a_second_time_changes_nothing_more(
    minutes: Minutes, entries: list[Withdrawal]
) -> None:
    once = applied(minutes, *entries).minutes
    assert applied(once, *entries).minutes == once


@settings(max_examples=40)
@given(TEXTS.filter(lambda text: any(map(str.isalnum, text))), st.lists(ITEMS, max_size=3), st.data())
def test_for_every_passage_nothing_of_it_is_left_whatever_number_its_item_has_now(
    text: str, others: list[AgendaItem], data: st.DataObject
) -> None:
    item = replace(FENCE, text=text, parts=(Section(heading="Bilag", text=text),))
    passage = data.draw(st.sampled_from([found.id for found in item_passages(item)[0]]))
    minutes = renumbered(*data.draw(st.permutations([item, *others])))
    result = applied(minutes, known(f"punkt-2-{passage}"))

    (now,) = (item for item in result.minutes.items if item.title == FENCE.title)
    assert passage not in {found.id for found in chain(*item_passages(now))}
    assert (result.missed, codes(result)) == ((), [])
