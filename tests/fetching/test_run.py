"""A site follows a portal: what is new, changed, replaced, withdrawn or gone for a day, run after run."""

import pytest
from msgspec.structs import replace
from tests.fetching.following import Site
from tests.fetching.portal import AGENDA, LIST, Reply
from tests.fetching.published import Point, Published, framed, guid, section

from referat.fetching.index import Gone

DECIDED = Point(
    title="Bænke i anlægget",
    case="26/411",
    html=framed(section("Beslutning", "Godkendt."), section("Sagsfremstilling", "Der er talt seksten bænke.")),
    attached=("Kort over anlægget", "Overslag"),
)
PLANNED = replace(DECIDED, html=framed(section("Sagsfremstilling", "Der er talt seksten bænke.")))
MINUTES = Published(
    id=guid("november"),
    start="2026-11-10T18:00:00+01:00",
    released="2026-11-12T10:00:00+01:00",
    items=(DECIDED,),
)
AGENDA_BEFORE = replace(
    MINUTES,
    id=guid("november-dagsorden"),
    minutes=False,
    name="Dagsorden",
    released="2026-11-05T10:00:00+01:00",
    items=(PLANNED,),
)
OTHERS = [
    Published(id=guid(f"møde {month}"), start=f"2026-{month:02}-06T18:00:00+02:00", items=(DECIDED,))
    for month in range(4, 10)
]
RECORD = "byraadet/2026-11-10.md"
BEFORE = "byraadet/2026-11-10-dagsorden.md"


def publish(site: Site, *published: Published) -> None:
    site.portal.published[:] = [*OTHERS, *published]


def test_minutes_become_a_record(site: Site) -> None:
    publish(site, MINUTES)
    run = site.fetch()
    assert run.outcomes[RECORD] == "written"
    assert "### Beslutning\n\nGodkendt." in site.records[RECORD]
    assert run.codes == []


def test_a_second_run_with_nothing_new_touches_no_file(site: Site) -> None:
    publish(site, MINUTES)
    site.fetch()
    before = site.files()
    again = site.fetch()
    assert site.files() == before
    assert again.outcomes == {}
    assert site.portal.paths.count(LIST) == 1
    the_next_day = site.fetch_next_day()
    assert site.files() == before
    assert the_next_day.codes == []


# 9: minutes take the place of the agenda, under another id


@pytest.mark.parametrize("stays", [False, True], ids=["the agenda's row goes", "it stays"])
def test_minutes_take_the_place_of_the_agenda(site: Site, stays: bool) -> None:
    publish(site, AGENDA_BEFORE)
    assert site.fetch().outcomes[BEFORE] == "written"
    publish(site, MINUTES, *([AGENDA_BEFORE] if stays else []))
    run = site.fetch_next_day()
    assert run.outcomes == {RECORD: "written", BEFORE: "removed"}
    site.fetch_next_day()
    site.fetch_next_day()
    assert [name for name in site.records if "2026-11-10" in name] == [RECORD]
    known = site.index.publications
    assert known[AGENDA_BEFORE.id].key == known[MINUTES.id].key
    assert known[AGENDA_BEFORE.id].gone is (None if stays else Gone.REPLACED)


def test_an_agenda_is_not_asked_for_once_the_minutes_are_there(site: Site) -> None:
    publish(site, AGENDA_BEFORE, MINUTES)
    site.fetch()
    assert AGENDA_BEFORE.id not in site.portal.fetched()


def test_minutes_that_cannot_be_had_yet_leave_the_agenda_where_it_is(site: Site) -> None:
    publish(site, AGENDA_BEFORE)
    site.fetch()
    publish(site, MINUTES)
    site.portal.always[f"{AGENDA}{MINUTES.id}"] = Reply(status=500)
    for _ in range(3):
        site.fetch_next_day()
    assert BEFORE in site.records
    site.portal.always.clear()
    site.fetch_next_day()
    assert [name for name in site.records if "2026-11-10" in name] == [RECORD]


# 10 and 11: the same id says something else


def test_a_new_release_becomes_a_new_version_and_says_what_changed(site: Site) -> None:
    publish(site, MINUTES)
    site.fetch()
    text = framed(section("Beslutning", "Godkendt. Afbud: Bo Kjær."), section("Sagsfremstilling", "Seksten bænke."))
    publish(
        site, replace(MINUTES, released="2026-11-24T09:00:00+01:00", items=(replace(DECIDED, html=text, attached=()),))
    )
    run = site.fetch_next_day()
    assert run.outcomes == {RECORD: "updated"}
    assert 'changes:\n  - "2026-11-24: punkt 1: Beslutning' in site.records[RECORD]
    assert "Godkendt. Afbud" in site.records[RECORD]
    aside = list(site.root.glob("raw/*/2026/*.1.json"))
    assert [path.name for path in aside] == [f"{MINUTES.id}.1.json"]


def test_a_silent_change_is_found_by_looking_again(site: Site) -> None:
    publish(site, MINUTES)
    site.fetch()
    publish(site, replace(MINUTES, items=(replace(DECIDED, title="Nye bænke i anlægget"),)))
    run = site.fetch_next_day()
    assert run.outcomes == {RECORD: "updated"}
    assert 'changes:\n  - "2026-11-24: ' in site.records[RECORD]


def test_a_new_id_with_the_same_text_is_no_change(site: Site) -> None:
    publish(site, MINUTES)
    site.fetch()
    again = replace(MINUTES, id=guid("november igen"), released="2026-11-24T09:00:00+01:00")
    publish(site, again)
    run = site.fetch_next_day()
    assert run.outcomes == {RECORD: "updated"}
    assert "changes:" not in site.records[RECORD]
    assert again.id in site.records[RECORD]
    site.fetch_next_day()
    assert list(site.records) == [*sorted(name for name in site.records if name != RECORD), RECORD]
    assert site.index.publications[MINUTES.id].gone is Gone.REPLACED


# 12 and 13: gone


@pytest.mark.parametrize("answer", [Reply(status=500), None], ids=["its address fails", "it is empty"])
def test_a_withdrawn_meeting_loses_its_text_after_two_lists_and_keeps_a_notice(
    site: Site, answer: Reply | None
) -> None:
    publish(site, MINUTES)
    site.fetch()
    publish(site)
    if answer:
        site.portal.always[f"{AGENDA}{MINUTES.id}"] = answer
    site.clock.pass_hours(24)
    assert site.fetch().outcomes == {}
    site.clock.pass_hours(19)
    assert site.fetch().outcomes == {}
    assert "Godkendt" in site.records[RECORD]
    site.clock.pass_hours(2)
    run = site.fetch()
    assert run.outcomes == {RECORD: "withdrawn"}
    assert "fetch_withdrawn" in run.codes
    assert site.records[RECORD].strip().endswith("---")
    assert "status: withdrawn\nwithdrawn: 2026-11-25" in site.records[RECORD]
    assert "Bænke" not in site.records[RECORD]
    kept = [path.parent.name for path in site.root.glob(f"raw/**/{MINUTES.id}*.json")]
    assert kept == ["tilbagetrukket"]
    before = site.files()
    site.fetch_next_day()
    assert site.files() == before


def test_a_meeting_that_is_back_after_a_day_was_never_gone(site: Site) -> None:
    publish(site, MINUTES)
    site.fetch()
    before = site.files()
    publish(site)
    site.fetch_next_day()
    publish(site, MINUTES)
    site.fetch_next_day()
    publish(site)
    site.fetch_next_day()
    assert "Godkendt" in site.records[RECORD]
    publish(site, MINUTES)
    site.fetch_next_day()
    assert {name: hash_ for name, (_, hash_) in site.files().items() if "minutes" in name} == {
        name: hash_ for name, (_, hash_) in before.items() if "minutes" in name
    }


def test_a_withdrawn_meeting_that_returns_is_restored(site: Site) -> None:
    publish(site, MINUTES)
    site.fetch()
    publish(site)
    site.fetch_next_day()
    site.fetch_next_day()
    assert "withdrawn" in site.records[RECORD]
    publish(site, MINUTES)
    run = site.fetch_next_day()
    assert run.listed.survey.restored == 1
    assert run.outcomes == {RECORD: "updated"}
    assert "withdrawn" not in site.records[RECORD]
    assert "Godkendt." in site.records[RECORD]


def test_a_list_that_has_lost_half_takes_nothing_away(site: Site) -> None:
    site.portal.published[:] = [
        replace(OTHERS[0], id=guid(f"nr {day}"), start=f"2026-05-{day:02}T18:00:00+02:00") for day in range(1, 13)
    ]
    site.fetch()
    before = site.files()
    del site.portal.published[6:]
    for _ in range(3):
        assert site.fetch_next_day().codes == ["fetch_much_missing"]
    unchanged = {name: state for name, state in site.files().items() if "list.json" not in name}
    assert unchanged == {name: state for name, state in before.items() if "list.json" not in name}
    run = site.fetch_next_day(accept_loss=True)
    assert list(run.outcomes.values()) == ["withdrawn"] * 6


def test_a_whole_heading_that_is_missing_takes_nothing_away(site: Site) -> None:
    old = [replace(one, id=guid(f"gammel {one.id}"), group="Udvalg 2022-2025") for one in OTHERS[:2]]
    publish(site, *(replace(one, start=one.start.replace("2026", "2024")) for one in old))
    site.fetch()
    publish(site)
    assert site.fetch_next_day().codes == ["fetch_much_missing"]
    assert site.fetch_next_day().codes == ["fetch_much_missing"]
    assert len([name for name in site.records if "2024" in name]) == 2


def test_a_meeting_that_is_emptied_keeps_its_text_until_it_is_seen_twice(site: Site) -> None:
    publish(site, MINUTES)
    site.fetch()
    publish(site, replace(MINUTES, items=()))
    assert site.fetch_next_day().outcomes == {}
    assert "Godkendt." in site.records[RECORD]
    assert site.fetch_next_day().outcomes == {RECORD: "updated"}
    assert "Godkendt." not in site.records[RECORD]


# 14: names and ids of bodies


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


# further meetings, supplements


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
