"""What the portal has no more: nothing goes too early, and what is taken back goes at once and leaves a notice."""

import pytest
from msgspec.structs import replace
from tests.fetching.following import Site
from tests.fetching.november import MINUTES, OTHERS, RECORD, publish
from tests.fetching.portal import AGENDA, Reply
from tests.fetching.published import guid


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
