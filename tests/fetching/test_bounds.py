"""How much a run asks for: a person may set bounds, the portal may, and there are some that always hold."""

import datetime as dt

from tests.fetching.following import Site
from tests.fetching.portal import AGENDA, LIST, Reply
from tests.fetching.published import Published, guid
from tests.fetching.summer import MEETINGS

from referat.fetching.due import Wanted
from referat.fetching.manners import Manners
from referat.fetching.provider import Span

FIFTH = MEETINGS[4]
PATH = f"{AGENDA}{FIFTH.id}"


def test_five_failures_in_a_row_end_the_run(site: Site) -> None:
    site.portal.published[:] = MEETINGS
    for one in MEETINGS:
        site.portal.always[f"{AGENDA}{one.id}"] = Reply(status=500)
    run = site.fetch()
    assert run.codes == ["fetch_refused"] * 5 + ["fetch_failing"]
    assert len(set(site.portal.fetched())) == 5


def test_publications_that_can_never_be_had_keep_no_other_from_being_fetched(site: Site) -> None:
    coming = [
        Published(id=guid(f"kommende {day}"), start=f"2026-12-{day:02}T18:00:00+01:00", minutes=False)
        for day in range(1, 7)
    ]
    site.portal.published[:] = [*coming, *MEETINGS]
    for one in coming:
        site.portal.always[f"{AGENDA}{one.id}"] = Reply(status=500)
    assert "fetch_failing" in site.fetch().codes
    assert len(site.records) == 0
    site.fetch()
    assert len(site.records) == 6
    before = site.files()
    site.fetch_next_day()
    site.fetch_next_day()
    later = site.files()
    assert {name for name in later if later[name] != before.get(name)} == set()
    site.portal.always.clear()
    site.fetch_next_day()
    assert len(site.records) == 12


def test_a_busy_portal_ends_the_run_and_the_next_one_goes_on(site: Site) -> None:
    site.portal.published[:] = MEETINGS
    site.portal.always[PATH] = Reply(status=503)
    run = site.fetch()
    assert run.codes == ["fetch_busy"]
    assert len(site.records) == 1
    site.portal.always.clear()
    assert site.fetch().codes == []
    assert len(site.records) == 6


def test_the_bound_of_a_run_is_kept_and_the_next_one_goes_on(site: Site) -> None:
    site.portal.published[:] = MEETINGS
    asked = []
    while len(site.records) < 6:
        run = site.fetch(manners=Manners(most_requests=4))
        asked.append(len(site.portal.asked))
        assert set(run.codes) <= {"fetch_bound_reached"}
    assert asked == [4, 4, 4]


def test_a_limit_takes_the_newest_first(site: Site) -> None:
    site.portal.published[:] = MEETINGS
    site.fetch(Wanted(limit=2))
    assert list(site.records) == ["byraadet/2026-08-06.md", "byraadet/2026-09-06.md"]
    site.fetch(Wanted(limit=2))
    assert len(site.records) == 4


def test_only_the_wanted_days_and_bodies_are_asked_for(site: Site) -> None:
    other = Published(
        id=guid("teknik"), start="2026-06-10T16:00:00+02:00", committee="Teknisk Udvalg", committee_id=guid("tu")
    )
    site.portal.published[:] = [*MEETINGS, other]
    site.fetch(Wanted(span=Span(dt.date(2026, 6, 1), dt.date(2026, 6, 9))))
    assert list(site.records) == ["byraadet/2026-06-06.md"]
    site.fetch(Wanted(bodies=("teknisk udvalg",)))
    assert list(site.records) == ["byraadet/2026-06-06.md", "teknisk-udvalg/2026-06-10.md"]


def test_a_body_that_is_not_in_the_list_is_told_with_what_was_meant(site: Site) -> None:
    site.portal.published[:] = MEETINGS
    run = site.fetch(Wanted(bodies=("Byrødet",)))
    assert run.codes == ["fetch_body_unknown"]
    assert run.listed.problems[0].advice == "Did you mean Byrådet?"


def test_a_dry_run_asks_for_the_list_and_writes_nothing(site: Site) -> None:
    site.portal.published[:] = MEETINGS
    run = site.fetch(dry=True)
    assert [row.id for row in run.listed.due] == [one.id for one in reversed(MEETINGS)]
    assert site.portal.paths == ["/", LIST]
    assert site.files() == {}
