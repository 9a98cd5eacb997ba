"""What is known from earlier runs, and what happens where it is lost, damaged or of another portal."""

import pytest
from msgspec.structs import replace
from tests.fetching.following import Site
from tests.fetching.portal import AGENDA, LIST
from tests.fetching.published import Published, guid
from tests.fetching.summer import MEETINGS

from referat.fetching.due import Wanted
from referat.fetching.events import Answered
from referat.fetching.index_file import index_path
from referat.fetching.provider import Mapped, Publication
from referat.fetching.providers.firstagenda.record import to_minutes
from referat.problems import ProblemError

FIFTH = MEETINGS[4]
PATH = f"{AGENDA}{FIFTH.id}"


def test_a_portal_with_validators_is_not_read_again(followed: Site) -> None:
    followed.portal.etags = True
    changed = replace(MEETINGS[5], place="Biblioteket")
    followed.portal.published[:] = [*MEETINGS[:5], changed]
    followed.fetch()
    before = followed.files()
    followed.fetch()
    assert followed.files() == before
    conditions = {asked.path: asked.headers.get("if-none-match") for asked in followed.portal.asked}
    assert conditions[LIST]
    assert conditions[f"{AGENDA}{changed.id}"]


def test_a_machine_without_the_raw_answers_asks_for_what_it_needs(followed: Site) -> None:
    supplements = [
        Published(
            id=guid(f"tillæg {number}"),
            start=MEETINGS[5].start,
            minutes=False,
            name="Tillægsdagsorden",
            released=f"2026-09-0{number}T08:00:00+02:00",
        )
        for number in (1, 2)
    ]
    followed.portal.published[:] = [*MEETINGS, *supplements]
    followed.fetch()
    for path in followed.root.glob("raw/*/*/*.json"):
        path.unlink()
    second = replace(supplements[1], released="2026-11-20T08:00:00+01:00", place="Biblioteket")
    followed.portal.published[:] = [*MEETINGS, supplements[0], second]
    run = followed.fetch(Wanted(limit=1))
    assert run.codes == []
    assert followed.records["byraadet/2026-09-06-tillaegsdagsorden.md"].count("## 1. Bænke") == 2
    assert "Biblioteket" in followed.records["byraadet/2026-09-06-tillaegsdagsorden.md"]


def test_a_publication_that_the_program_fails_on_stops_no_other(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(publication: Publication) -> Mapped:
        if publication.row.id == FIFTH.id:
            raise KeyError("Navn")
        return to_minutes(publication)

    site.portal.published[:] = MEETINGS
    monkeypatch.setattr("referat.fetching.providers.firstagenda.to_minutes", failing)
    assert site.fetch().codes == ["fetch_not_understood"]
    assert len(site.records) == 5
    monkeypatch.undo()
    assert site.fetch().outcomes == {"byraadet/2026-08-06.md": "written"}


def test_an_index_that_cannot_be_read_is_not_guessed(followed: Site) -> None:
    path = followed.root / index_path("Strandby")
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(ProblemError) as refused:
        followed.fetch()
    assert refused.value.problem.code == "fetch_index_unreadable"
    assert refused.value.problem.line == len(path.read_bytes().splitlines())


def test_an_index_that_is_lost_is_made_again_from_the_portal(followed: Site) -> None:
    path = followed.root / index_path("Strandby")
    before = followed.files()
    kept = path.read_bytes()
    path.unlink()
    run = followed.fetch()
    assert {one.answered for one in run.looked} == {Answered.NEW}
    assert path.read_bytes() == kept
    assert {name: state for name, state in followed.files().items() if "minutes" in name} == {
        name: state for name, state in before.items() if "minutes" in name
    }


def test_a_municipality_that_moves_to_another_portal_keeps_its_records(followed: Site) -> None:
    path = followed.root / index_path("Strandby")
    path.write_text(path.read_text("utf-8").replace(followed.portal.host, "gammel.strandby.example"), "utf-8")
    records = dict(followed.records)
    followed.portal.published[:] = [replace(one, id=guid(f"ny {one.id}")) for one in MEETINGS]
    run = followed.fetch_next_day()
    assert run.codes == []
    assert followed.records.keys() == records.keys()
    assert set(run.outcomes.values()) == {"updated"}
    assert followed.fetch_next_day().codes == []
