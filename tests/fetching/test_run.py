"""A site follows a portal: what is new, changed or replaced, run after run."""

import subprocess

import pytest
from msgspec.structs import replace
from tests.fetching.following import Site
from tests.fetching.november import AGENDA_BEFORE, BEFORE, DECIDED, MINUTES, RECORD, publish
from tests.fetching.portal import AGENDA, LIST, Reply
from tests.fetching.published import framed, guid, section

from referat.fetching.index import Gone


def test_minutes_become_a_record(site: Site) -> None:
    publish(site, MINUTES)
    run = site.fetch()
    assert run.outcomes[RECORD] == "written"
    assert "### Beslutning\n\nGodkendt." in site.records[RECORD]
    assert "\n  released: 2026-11-12\n" in site.records[RECORD]
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
    assert "\n  released: 2026-11-12\n" in site.records[RECORD]
    assert again.id in site.records[RECORD]
    site.fetch_next_day()
    assert list(site.records) == [*sorted(name for name in site.records if name != RECORD), RECORD]
    assert site.index.publications[MINUTES.id].gone is Gone.REPLACED


def test_git_is_offered_the_records_and_never_the_answers(followed: Site) -> None:
    subprocess.run(["git", "init", "-q", followed.root], check=True)
    told = subprocess.run(
        ["git", "-C", followed.root, "ls-files", "--others", "--exclude-standard"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert {path.split("/")[0] for path in told.stdout.splitlines()} == {"content"}
