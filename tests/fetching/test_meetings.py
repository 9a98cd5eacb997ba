"""Which publications are of one meeting, whatever the portal calls it and its bodies."""

from msgspec.structs import replace
from tests.fetching.following import Site
from tests.fetching.november import AGENDA_BEFORE, MINUTES, PLANNED, RECORD, publish
from tests.fetching.published import guid


def test_a_renamed_body_keeps_the_addresses_of_its_meetings(site: Site) -> None:
    technical = replace(MINUTES, committee="Teknisk Udvalg", committee_id=guid("teknik"))
    publish(site, technical)
    site.fetch()
    renamed = replace(technical, committee="Klima- og Teknikudvalget 2026-2029", group="Historiske udvalg")
    later = replace(renamed, id=guid("december"), start="2026-12-08T18:00:00+01:00")
    publish(site, renamed, later)
    site.fetch_next_day()
    assert "teknisk-udvalg/2026-11-10.md" in site.records
    assert "klima-og-teknikudvalget/2026-12-08.md" in site.records


def test_a_body_of_the_next_period_is_the_same_body(site: Site) -> None:
    new_period = replace(
        MINUTES,
        id=guid("januar"),
        start="2030-01-08T18:00:00+01:00",
        committee="Byrådet 2030-2033",
        committee_id=guid("byraadet-2030"),
        group="Udvalg 2030-2033",
    )
    publish(site, MINUTES, new_period)
    site.fetch()
    assert {RECORD, "byraadet/2030-01-08.md"} <= set(site.records)


def test_two_meetings_on_one_day_are_two_meetings(site: Site) -> None:
    evening = replace(MINUTES, id=guid("aften"), start="2026-11-10T20:00:00+01:00")
    publish(site, evening, MINUTES)
    site.fetch()
    assert 'time: "18:00"' in site.records[RECORD]
    assert 'time: "20:00"' in site.records["byraadet/2026-11-10-2.md"]


def test_minutes_that_tell_a_later_start_than_the_agenda_are_of_the_same_meeting(site: Site) -> None:
    publish(site, AGENDA_BEFORE)
    site.fetch()
    publish(site, AGENDA_BEFORE, replace(MINUTES, start="2026-11-10T18:10:00+01:00"))
    site.fetch_next_day()
    assert [name for name in site.records if "2026-11-10" in name] == [RECORD]


def test_supplements_lie_beside_the_agenda_in_one_record(site: Site) -> None:
    first, second = (
        replace(
            AGENDA_BEFORE,
            id=guid(f"tillæg {number}"),
            name="Tillægsdagsorden",
            released=f"2026-11-0{5 + number}T10:00:00+01:00",
            items=(replace(PLANNED, title=f"Ekstra punkt {number}", number=str(10 + number)),),
        )
        for number in (1, 2)
    )
    publish(site, AGENDA_BEFORE, second)
    site.fetch()
    publish(site, AGENDA_BEFORE, first, second)
    site.fetch_next_day()
    addendum = site.records["byraadet/2026-11-10-tillaegsdagsorden.md"]
    assert addendum.index("## 11. Ekstra punkt 1") < addendum.index("## 12. Ekstra punkt 2")


def test_a_meeting_that_moves_to_another_day_moves_its_record(site: Site) -> None:
    publish(site, AGENDA_BEFORE)
    site.fetch()
    publish(site, replace(AGENDA_BEFORE, start="2026-11-11T18:00:00+01:00"))
    site.fetch_next_day()
    assert [name for name in site.records if "2026-11-1" in name] == ["byraadet/2026-11-11-dagsorden.md"]
