"""What goes wrong costs the meeting that it happens to, and nothing else. A list is believed whole or not at all."""

import datetime as dt
import json
from typing import Any

import pytest
from msgspec.structs import replace
from tests.fetching.following import Site
from tests.fetching.portal import AGENDA, LIST, Reply
from tests.fetching.published import Published, guid, served_agenda, served_list

from referat.fetching.due import Wanted
from referat.fetching.events import Answered, Stopped
from referat.fetching.index_file import index_path
from referat.fetching.manners import Manners
from referat.fetching.provider import Mapped, Publication, Span
from referat.fetching.providers.firstagenda.record import to_minutes
from referat.problems import ProblemError

MEETINGS = [
    Published(
        id=guid(f"møde {month}"), start=f"2026-{month:02}-06T18:00:00+02:00", released="2026-10-20T08:00:00+02:00"
    )
    for month in range(4, 10)
]
FIFTH = MEETINGS[4]
PATH = f"{AGENDA}{FIFTH.id}"
HTML = (("content-type", "text/html; charset=utf-8"),)


@pytest.fixture
def followed(site: Site) -> Site:
    """A site that has fetched everything once."""
    site.portal.published[:] = MEETINGS
    site.fetch()
    return site


def json_of(value: Any) -> Reply:
    return Reply(body=json.dumps(value).encode())


def the_list(**changes: Any) -> dict[str, Any]:
    """The list, with the first row changed."""
    told = served_list(MEETINGS)
    told["Udvalg"]["Udvalg 2026-2029"][0]["Moeder"][0] |= changes
    return told


WHOLE = json.dumps(served_agenda(FIFTH, "x")).encode()


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply(status=500), "fetch_refused"),
        (Reply(body=WHOLE[:300]), "fetch_unreadable"),
        (Reply(body=WHOLE[:300], length=len(WHOLE)), "fetch_failed"),
        (Reply(body=b"<!doctype html><title>Vedligehold</title>", headers=HTML), "fetch_no_json"),
        (Reply(body=b""), "fetch_unreadable"),
        (Reply(body=b'{"Dagsordenpunkter": []}'), "fetch_unreadable"),
        (json_of(served_agenda(MEETINGS[0], "x")), "fetch_mismatch"),
        (json_of(served_agenda(replace(FIFTH, start="2026-08-06T19:00:00+02:00"), "x")), "fetch_mismatch"),
        (json_of(served_agenda(replace(FIFTH, committee="Andet", committee_id=guid("andet")), "x")), "fetch_mismatch"),
        (Reply(body=WHOLE.decode().encode("utf-16")), "fetch_unreadable"),
    ],
)
def test_an_answer_that_cannot_be_trusted_is_not_kept(site: Site, reply: Reply, code: str) -> None:
    site.portal.published[:] = MEETINGS
    site.portal.always[PATH] = reply
    run = site.fetch()
    assert run.codes == [code]
    assert len(site.records) == 5
    assert not list(site.root.glob(f"raw/*/2026/{FIFTH.id}*"))
    site.portal.always.clear()
    later = site.fetch()
    assert later.outcomes == {"byraadet/2026-08-06.md": "written"}


@pytest.mark.parametrize(
    "headers",
    [
        (("content-type", "application/json; charset=iso-8859-1"),),
        (("content-type", "application/json"),),
    ],
)
def test_json_is_utf_8_whatever_the_header_says(site: Site, headers: tuple[tuple[str, str], ...]) -> None:
    site.portal.published[:] = MEETINGS
    body = json.dumps(served_agenda(FIFTH, "x"), ensure_ascii=False).encode()
    site.portal.always[PATH] = Reply(body=b"\xef\xbb\xbf" + body, headers=headers)
    assert site.fetch().codes == []
    assert "Bænke i anlægget" in site.records["byraadet/2026-08-06.md"]


def test_a_meeting_that_hangs_does_not_keep_the_others_waiting(site: Site) -> None:
    site.portal.published[:] = MEETINGS
    site.portal.always[PATH] = Reply(delay=0.4)
    run = site.fetch(manners=Manners(read=0.2))
    assert run.codes == ["fetch_timeout"]
    assert len(site.records) == 5


LISTS: dict[str, Reply] = {
    "an error": Reply(status=500),
    "a page": Reply(body=b"<p>Vedligehold</p>", headers=HTML),
    "cut off": Reply(body=json.dumps(served_list(MEETINGS)).encode()[:900]),
    "a list": json_of([]),
    "without committees": json_of({"Udvalg": None}),
    "a row without a start": json_of(the_list(MeetingBeginUtc=None)),
    "a row with half a start": json_of(the_list(MeetingBeginUtc="2026-11")),
    "a row that does not say whether it is minutes": json_of(the_list(Afsluttet=None)),
    "an id that stands twice": json_of(the_list(Id=MEETINGS[0].id.upper())),
}


@pytest.mark.parametrize("reply", LISTS.values(), ids=LISTS)
def test_a_list_with_a_fault_is_no_list(followed: Site, reply: Reply) -> None:
    before = followed.files()
    followed.portal.always[LIST] = reply
    for _ in range(3):
        run = followed.fetch_next_day()
        assert [type(one) for one in run.told[:1]] == [Stopped]
    assert followed.files() == before
    assert followed.portal.fetched() == []


@pytest.mark.parametrize("rows", [None, []])
def test_a_body_without_meetings_is_no_fault(site: Site, rows: list[Any] | None) -> None:
    told = served_list(MEETINGS)
    told["Udvalg"] |= {"Råd & nævn «2»": [{"Id": guid("ældreråd"), "Navn": "Ældrerådet", "Moeder": rows}]}
    site.portal.published[:] = MEETINGS
    site.portal.always[LIST] = json_of(told)
    assert site.fetch().codes == []
    assert len(site.records) == 6


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
