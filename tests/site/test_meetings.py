"""Records of one meeting become one page with addresses that last."""

import datetime as dt

from msgspec.structs import replace

from referat.model import AgendaItem, Meeting, Minutes, MinutesKind
from referat.site.meetings import Gathering, gather_meetings
from referat.site.nodes import Record

DAY = dt.date(2024, 5, 14)
BYRAAD = Meeting(municipality="Strandby", body="Byrådet", date=DAY)
MINUTES, AGENDA = MinutesKind.MINUTES, MinutesKind.AGENDA
EXTRA_MINUTES, EXTRA_AGENDA = MinutesKind.MINUTES_ADDENDUM, MinutesKind.AGENDA_ADDENDUM


def record(path: str, *titles: str, kind: MinutesKind = MINUTES, meeting: Meeting = BYRAAD) -> Record:
    items = tuple(AgendaItem(number=str(number), title=title) for number, title in enumerate(titles, 1))
    return Record(minutes=Minutes(meeting=replace(meeting, kind=kind), items=items), path=path)


def only(*records: Record) -> Gathering:
    (meeting,), problems = gather_meetings(records)
    assert problems == ()
    return meeting


def anchors(meeting: Gathering) -> list[tuple[str, str | None]]:
    return [(placed.anchor, placed.item.title) for placed in meeting.items]


def test_minutes_go_before_the_agenda_of_the_meeting() -> None:
    meeting = only(record("a.md", "Havnebad", kind=AGENDA), record("b.md", "Havnebad"))
    assert (meeting.main.path, meeting.is_upcoming, meeting.addenda) == ("b.md", False, ())


def test_an_agenda_alone_is_a_meeting_to_come() -> None:
    assert only(record("a.md", "Havnebad", kind=AGENDA)).is_upcoming


def test_an_addendums_items_come_last_with_anchors_of_their_own() -> None:
    meeting = only(record("a.md", "Havnebad", "Cykelsti"), record("b.md", "Kystsikring", kind=EXTRA_MINUTES))
    assert anchors(meeting) == [
        ("punkt-1", "Havnebad"),
        ("punkt-2", "Cykelsti"),
        ("tillaeg-punkt-1", "Kystsikring"),
    ]


def test_what_an_extra_agenda_announced_is_not_shown_beside_the_minutes_of_it() -> None:
    meeting = only(
        record("a.md", "Havnebad", "Kystsikring"),
        record("b.md", "Kystsikring", "Kun på tillægsdagsordenen", kind=EXTRA_AGENDA),
    )
    assert [title for _, title in anchors(meeting)] == ["Havnebad", "Kystsikring", "Kun på tillægsdagsordenen"]


def test_items_without_a_number_or_with_the_same_one_have_anchors_too() -> None:
    items = (AgendaItem(title="A"), AgendaItem(number="2", title="B"), AgendaItem(number="2", title="C"), AgendaItem())
    meeting = only(Record(minutes=Minutes(meeting=BYRAAD, items=items), path="a.md"))
    assert [anchor for anchor, _ in anchors(meeting)] == ["uden-nummer-1", "punkt-2", "punkt-2-2", "uden-nummer-2"]


def test_two_records_with_one_address_are_named_both_and_the_first_is_published() -> None:
    (meeting,), (problem,) = gather_meetings([record("b.md", "Havnebad"), record("a.md", "Havnebad")])
    assert meeting.main.path == "a.md"
    assert (problem.code, problem.path) == ("url_taken", "b.md")
    assert "a.md" in problem.message
    assert "/strandby/byraadet/2024-05-14/" in problem.message


def test_a_second_meeting_that_day_is_a_meeting_of_its_own() -> None:
    meetings, problems = gather_meetings([record("a.md"), record("b.md", meeting=replace(BYRAAD, sequence=2))])
    assert problems == ()
    assert [meeting.ref.url for meeting in meetings] == [
        "/strandby/byraadet/2024-05-14/",
        "/strandby/byraadet/2024-05-14-2/",
    ]


def test_a_name_that_cannot_be_an_address_is_a_problem() -> None:
    for meeting in (replace(BYRAAD, municipality="Sag"), replace(BYRAAD, body="Sag"), replace(BYRAAD, body="???")):
        meetings, (problem,) = gather_meetings([record("a.md", meeting=meeting)])
        assert meetings == ()
        assert (problem.code, problem.path) == ("name_unusable", "a.md")
