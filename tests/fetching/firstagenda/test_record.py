"""Who met, when, and what each item tells: as a portal serves it, with all its oddities."""

import datetime as dt
from typing import Any

import pytest
from tests.fetching.published import NO_ID, Point, framed, guid, section, served_agenda
from tests.fetching.records import STRANDBY, mapped, publish

from referat.fetching.provider import Mapped
from referat.minutes_file import read, write
from referat.model import AgendaItem, Decision, MinutesKind, Section
from referat.privacy.gate import screen

BRIDGE = Point(title="Havnens bro", number="62", case="26/118", html=framed(section("Beslutning", "Godkendt.")))


def field(**values: Any) -> dict[str, Any]:
    """A text of an item as it is served."""
    return {"Navn": "", "Html": "", "Tekst": None, "Id": NO_ID, "Link": "", "DocumentId": NO_ID} | values


def only_item(**point: Any) -> AgendaItem:
    (item,) = mapped(publish(Point(**({"title": "Havnens bro"} | point)))).minutes.items
    return item


def codes(told: Mapped) -> list[str]:
    return [problem.code for problem in told.problems]


@pytest.mark.parametrize(
    ("start", "date", "time"),
    [
        ("2026-03-02T17:00:00+01:00", dt.date(2026, 3, 2), dt.time(17)),
        ("2026-06-01T17:00:00+02:00", dt.date(2026, 6, 1), dt.time(17)),
        ("2026-06-01T15:00:00Z", dt.date(2026, 6, 1), dt.time(17)),
        ("2026-06-01T23:30:00.1234567+02:00", dt.date(2026, 6, 1), dt.time(23, 30)),
    ],
)
def test_the_day_and_the_hour_are_those_of_danish_clocks(start: str, date: dt.date, time: dt.time) -> None:
    meeting = mapped(publish(BRIDGE, start=start)).minutes.meeting
    assert (meeting.date, meeting.time) == (date, time)


def test_a_meeting_over_midnight_keeps_its_day_and_both_hours() -> None:
    one = publish(BRIDGE, start="2026-06-01T21:00:00+02:00", end="2026-06-02T00:40:00+02:00")
    meeting = mapped(one).minutes.meeting
    assert (meeting.date, meeting.time, meeting.ends) == (dt.date(2026, 6, 1), dt.time(21), dt.time(0, 40))


def test_an_agenda_tells_neither_when_it_ended_nor_who_came() -> None:
    one = publish(BRIDGE, minutes=False, end="2026-03-02T19:00:00+01:00", people=(("Anna Holm (A)", ""),))
    meeting = mapped(one).minutes.meeting
    assert (meeting.kind, meeting.ends, meeting.participants) == (MinutesKind.AGENDA, None, ())


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"minutes": True, "name": "Dagsorden"}, MinutesKind.MINUTES),
        ({"minutes": True, "name": "Lukket referat"}, MinutesKind.MINUTES),
        ({"minutes": True, "name": None}, MinutesKind.MINUTES),
        ({"minutes": False, "name": "Referat"}, MinutesKind.AGENDA),
        ({"minutes": False, "name": "Tillægsdagsorden", "supplement": False}, MinutesKind.AGENDA_ADDENDUM),
        ({"minutes": True, "name": "Referat", "supplement": True}, MinutesKind.MINUTES_ADDENDUM),
    ],
)
def test_whether_it_is_closed_decides_what_it_is_and_its_name_does_not(
    fields: dict[str, Any], kind: MinutesKind
) -> None:
    assert mapped(publish(BRIDGE, **fields)).minutes.meeting.kind is kind


def test_the_body_loses_its_period_and_the_place_its_blanks() -> None:
    meeting = mapped(
        publish(BRIDGE, committee="Teknik- og  Miljøudvalget 2022-2025", place="Rådssalen ")
    ).minutes.meeting
    assert (meeting.body, meeting.period, meeting.place) == ("Teknik- og Miljøudvalget", "2022-2025", "Rådssalen")


def test_people_are_there_or_sent_apologies_or_stayed_away() -> None:
    people = (("Anna  Holm (A)", ""), ("Bo Kjær (V)", "afbud"), ("Carl\u00a0Lund (C)", "fravær"), (" ", ""))
    meeting = mapped(publish(BRIDGE, people=people)).minutes.meeting
    assert meeting.participants == ("Anna Holm (A)",)
    assert meeting.absent == ("Bo Kjær (V) (afbud)", "Carl Lund (C) (fravær)")


def test_the_source_is_the_page_where_readers_find_it() -> None:
    source = mapped(publish(BRIDGE)).minutes.meeting.source
    assert source is not None
    assert source.url == f"https://dagsordener.strandby.example/vis?id={guid('moede')}"
    assert (source.format, source.score, source.name) == ("firstagenda_portal", 1.0, None)


def test_minutes_with_few_decisions_are_read_as_surely_as_others() -> None:
    source = mapped(publish(*(Point(title=title, html="") for title in "ABC"))).minutes.meeting.source
    assert source is not None
    assert source.score == 1.0


@pytest.mark.parametrize("description", ["", None, "<div><edoc:descriptiontext>\r \r</edoc:descriptiontext></div>\r "])
def test_an_empty_description_is_none(description: str | None) -> None:
    one = publish(BRIDGE)
    served = served_agenda(one, STRANDBY.host)
    served["Moede"]["Description"] = description
    assert mapped(one, served).minutes.preamble == ""


def test_a_description_stands_above_the_items() -> None:
    one = publish(BRIDGE)
    served = served_agenda(one, STRANDBY.host)
    served["Moede"]["Description"] = "<div><p>Mødet blev holdt på skolen.</p></div>"
    assert mapped(one, served).minutes.preamble == "Mødet blev holdt på skolen."


def test_items_stand_in_the_order_of_the_meeting_and_keep_their_running_numbers() -> None:
    one = publish(Point(title="A", number="120"), Point(title="B", number="121"))
    served = served_agenda(one, STRANDBY.host)
    served["Dagsordenpunkter"].reverse()
    assert [(item.number, item.title) for item in mapped(one, served).minutes.items] == [("120", "A"), ("121", "B")]


@pytest.mark.parametrize(
    ("printed", "title", "kind"),
    [
        ("15. Havnens bro", "Havnens bro", None),
        ("16. marts: fest på havnen", "16. marts: fest på havnen", None),
        ("Beslutningssag: Havnens bro", "Havnens bro", "Beslutningssag"),
        ("Havnens  bro (Genoptaget)", "Havnens bro (Genoptaget)", None),
        ("Beslutning om havnens bro", "Beslutning om havnens bro", None),
    ],
)
def test_a_title_is_without_its_own_number_and_without_what_the_item_is_called(
    printed: str, title: str, kind: str | None
) -> None:
    item = only_item(title=printed, number="15")
    assert (item.number, item.title, item.type) == ("15", title, kind)


@pytest.mark.parametrize("case", ["25/26411", "2025-07636", "EMN-2026-00445", "06.00.05-P15-1-26", "20-332957F"])
def test_the_case_number_stands_as_it_is_served(case: str) -> None:
    assert only_item(case=case).case_number == case


def test_a_collecting_number_on_formal_items_is_kept_and_makes_no_decision() -> None:
    titles = ("Godkendelse af dagsorden", "Meddelelser", "Eventuelt")
    items = mapped(publish(*(Point(title=title, case="26/1") for title in titles))).minutes.items
    assert [item.case_number for item in items] == ["26/1"] * 3


def test_a_closed_item_has_its_public_title_and_no_text() -> None:
    item = only_item(title="Lukket: Køb af grund", is_open=False, case="26/7")
    assert item == AgendaItem(number="1", title="Køb af grund", case_number="26/7", closed=True)


def test_a_closed_item_whose_title_is_only_the_mark_has_none() -> None:
    item = only_item(title="Lukket punkt", is_open=False)
    assert (item.title, item.closed) == (None, True)


def test_an_open_item_about_something_that_is_closed_is_open() -> None:
    item = only_item(title="Lukket: Havnevej i sommer", html=framed(section("Sagsfremstilling", "Vejen graves op.")))
    assert (item.title, item.closed) == ("Lukket: Havnevej i sommer", False)
    assert item.parts == (Section(heading="Sagsfremstilling", text="Vejen graves op."),)


def test_of_a_closed_item_the_decision_is_published_and_all_else_stays_where_it_is() -> None:
    html = framed(section("Beslutning", "Grunden købes."), section("Sagsfremstilling", "Sælgeren er i nød."))
    point = Point(title="Køb af grund", is_open=False, fields=[field(Html=html)], attached=("Tilbud",))

    told = mapped(publish(point))

    (item,) = told.minutes.items
    assert item.parts == (Decision(text="Grunden købes."),)
    assert codes(told) == ["closed_text_left_out"]
    assert "nød" not in write(told.minutes) + "".join(problem.message for problem in told.problems)


def test_an_item_without_fields_is_an_item() -> None:
    for fields in (None, [field()]):
        assert only_item(fields=fields).parts == ()


def test_a_text_without_html_is_read_as_it_is() -> None:
    assert only_item(fields=[field(Html=None, Tekst="Første linje.\r\n\r\nAnden.")]).text == "Første linje.\n\nAnden."


def test_several_texts_stand_under_their_own_headings() -> None:
    item = only_item(
        fields=[
            field(Navn="Baggrund", Html="<p>Broen er gammel.</p>"),
            field(Navn="Sag", Html=section("Økonomi", "2 mio. kr.")),
        ]
    )
    assert item.parts == (
        Section(heading="Baggrund", text="Broen er gammel."),
        Section(heading="Økonomi", text="2 mio. kr."),
    )


@pytest.mark.parametrize("html", ["", "<div><div id='sagsfremstillingContainer'>\r\n\r\n</div></div>", None])
def test_where_there_is_only_a_pdf_readers_are_told_and_find_it(html: str | None) -> None:
    document = guid("pdf")
    assert only_item(fields=[field(Html=html, DocumentId=document)]).text == (
        "Kommunen har kun lagt punktets tekst ud som PDF: [Åbn punktets PDF]"
        f"(https://dagsordener.strandby.example/vis/pdf/bilag/{document}/?redirectDirectlyToPdf=false)."
    )


def test_an_item_with_a_decision_needs_no_pdf() -> None:
    html = framed(section("Beslutning", "Godkendt."))
    assert only_item(fields=[field(Html=html, DocumentId=guid("pdf"))]).text == ""


def test_attachments_are_links_to_the_portal_under_the_names_that_people_gave_them() -> None:
    one = publish(Point(title="Havnens bro", html="", attached=(".Overslag", "Kort [vest].", " ", "Svar")))
    served = served_agenda(one, STRANDBY.host)
    served["Dagsordenpunkter"][0]["Bilag"][3]["HarPdfVersion"] = False

    (bilag,) = mapped(one, served).minutes.items[0].sections

    address = "https://dagsordener.strandby.example/vis/pdf/bilag/{}/?redirectDirectlyToPdf=false"
    first, second = (address.format(guid(f"{one.id}/1/{name}")) for name in (".Overslag", "Kort [vest]."))
    assert bilag == Section(heading="Bilag", text=f"- [Overslag]({first})\n- [Kort \\[vest\\]]({second})\n- Svar")


def test_a_field_that_has_always_been_empty_is_told_when_it_is_not() -> None:
    one = publish(BRIDGE)
    served = served_agenda(one, STRANDBY.host)
    served["Dagsordenpunkter"][0]["ExternalAgendaItemAttendees"] = [{"Name": "Bo Kjær"}]
    assert codes(mapped(one, served)) == ["portal_field_unread"]


def test_a_record_survives_being_written_and_read() -> None:
    point = Point(title="## 2. Broen", case="26/118", html=framed("<p># Nej</p>", section("## x", "Beslutning: ja.")))
    minutes = mapped(publish(point, place="Sal: [1]", people=(("Anna (A)", "afbud"),))).minutes
    assert read(write(minutes), "a.md") == (minutes, ())


def test_what_must_not_be_published_is_stopped_by_the_gate() -> None:
    number = "-".join(("010203", "4567"))
    one = publish(Point(title="Havnens bro", html=framed(section("Sagsfremstilling", f"Ejeren er {number}."))))
    screened = screen(mapped(one).minutes, "a.md")
    assert screened.minutes.items[0].held_back
    assert number not in write(screened.minutes)
