"""What counts as content of a publication, and what of a list is believed."""

import json
from typing import Any

import pytest
from msgspec.structs import replace
from tests.fetching.published import Point, Published, framed, guid, section, served_agenda, served_list

from referat.fetching.answer import Answer
from referat.fetching.clock import in_denmark
from referat.fetching.faults import UnavailableError
from referat.fetching.provider import Portal, Publication
from referat.fetching.providers.firstagenda.checks import check_publication
from referat.fetching.providers.firstagenda.listing import read_listing

STRANDBY = Portal(municipality="Strandby", provider="firstagenda", host="dagsordener.strandby.example")
POINT = Point(title="Bænke", html=framed(section("Beslutning", "Godkendt.")), attached=("Kort", "Overslag"))
MEETING = Published(
    id=guid("møde"), start="2026-11-10T18:00:00+01:00", items=(POINT, Point(title="Hegn")), people=(("Anna Holm", ""),)
)


def answer(value: Any) -> Answer:
    return Answer(url="https://x.example/", body=json.dumps(value).encode(), content_type="application/json")


def publication(published: Published, served: dict[str, Any] | None = None) -> Publication:
    row = read_listing(answer(served_list([published]))).rows[0]
    return check_publication(STRANDBY, row, answer(served or served_agenda(published, STRANDBY.host)))


def test_the_same_text_under_other_ids_is_the_same_content() -> None:
    again = replace(MEETING, id=guid("igen"), released="2026-12-01T08:00:00+01:00")
    assert publication(again).digest == publication(MEETING).digest


def test_links_order_of_keys_and_blanks_do_not_count() -> None:
    served = served_agenda(MEETING, "andet.strandby.example")
    served = {key: served[key] for key in reversed(served)} | {"LiveIntegrationEnabled": True}
    served["Dagsordenpunkter"].reverse()
    field = served["Dagsordenpunkter"][-1]["Felter"][0]
    field["Html"] = field["Html"].replace("<p>", "<meta name='generator' content='x'><title>Punkt</title>\r\n <p>")
    assert publication(MEETING, served).digest == publication(MEETING).digest


@pytest.mark.parametrize(
    "changed",
    [
        replace(MEETING, place="Biblioteket"),
        replace(MEETING, minutes=False),
        replace(MEETING, people=(("Anna Holm", "afbud"),)),
        replace(MEETING, items=(POINT,)),
        replace(MEETING, items=tuple(reversed(MEETING.items))),
        replace(MEETING, items=(replace(POINT, title="Nye bænke"), MEETING.items[1])),
        replace(MEETING, items=(replace(POINT, case="26/999"), MEETING.items[1])),
        replace(MEETING, items=(replace(POINT, is_open=False), MEETING.items[1])),
        replace(MEETING, items=(replace(POINT, attached=("Kort",)), MEETING.items[1])),
        replace(MEETING, items=(replace(POINT, html=framed(section("Beslutning", "Udsat."))), MEETING.items[1])),
    ],
)
def test_all_that_a_reader_can_see_counts(changed: Published) -> None:
    assert publication(changed).digest != publication(MEETING).digest


def test_times_are_danish_in_summer_and_winter_with_any_number_of_digits() -> None:
    times = [
        "2026-01-10T00:30:00+01:00",
        "2026-07-10T23:30:00.123456+02:00",
        "2026-07-10T23:30:00.1234567+02:00",
        "2026-07-10T21:30:00Z",
        "2026-07-10T23:30:00",
    ]
    published = [replace(MEETING, id=guid(text), start=text) for text in times]
    rows = {row.id: row for row in read_listing(answer(served_list(published))).rows}
    shown = [rows[one.id].start.strftime("%Y-%m-%d %H:%M %z") for one in published]
    assert shown == ["2026-01-10 00:30 +0100", *["2026-07-10 23:30 +0200"] * 4]
    assert all(row.start == in_denmark(row.start) for row in rows.values())


def test_a_supplement_is_known_by_its_flag_its_name_or_what_the_publication_says() -> None:
    served = served_agenda(MEETING, "x") | {"TillaegsDagsorden": True}
    named = replace(MEETING, name="Tillægsdagsorden", minutes=False)
    assert publication(named, served_agenda(named, "x")).kind == "agenda-addendum"
    assert publication(MEETING, served).kind == "minutes-addendum"
    assert publication(MEETING).kind == "minutes"


def test_a_name_says_nothing_of_whether_it_is_minutes() -> None:
    assert publication(replace(MEETING, name="Dagsorden")).kind == "minutes"
    assert publication(replace(MEETING, name=None, minutes=False)).kind == "agenda"


def test_a_list_of_1500_is_read_whole() -> None:
    published = [
        replace(MEETING, id=guid(f"nr {number}"), start=f"20{10 + number % 16}-05-01T17:00:00+02:00")
        for number in range(1500)
    ]
    assert len(read_listing(answer(served_list(published))).rows) == 1500


def test_an_id_that_stands_twice_refuses_the_list() -> None:
    with pytest.raises(UnavailableError) as refused:
        read_listing(answer(served_list([MEETING, replace(MEETING, committee="Andet", committee_id=guid("andet"))])))
    assert refused.value.problem.code == "fetch_list_refused"
