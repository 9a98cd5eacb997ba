"""A second system behind the same seam: a search by days, and a piece of HTML for each meeting."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fetching.aabendagsorden.portal import Held, SearchPortal
from tests.fetching.clock import FakeClock

from referat.fetching.client import Client
from referat.fetching.due import Wanted
from referat.fetching.events import Looked
from referat.fetching.faults import UnavailableError
from referat.fetching.provider import Listing, Portal, Span
from referat.fetching.providers.aabendagsorden import PROVIDER
from referat.fetching.run import Errand, run_fetch
from referat.minutes_file import read
from referat.model import AgendaItem, Decision, MinutesKind, Section

MARCH = Span(dt.date(2026, 3, 1), dt.date(2026, 3, 31))
VIEW = """
<div class="meeting"><p>Mødet blev holdt i Rådssalen.</p>
<div class="agenda-item"><h3 class="agenda-item-title">Punkt 1 Godkendelse af dagsorden</h3>
  <div><h4>Beslutning</h4><p>Godkendt.</p></div></div>
<div class="agenda-item"><h3 class="agenda-item-title">Punkt 2 Havnens bro</h3>
  <div><p>Sagsnr.: 26/118</p><h4>Resumé</h4><p>Broen er gammel.</p><h4>Beslutning</h4><p>Udsat.</p>
  <button data-id="77" data-name="Kort [vest].pdf" onclick="hent()">Kort</button></div></div>
<div class="agenda-item"><h3 class="agenda-item-title">Punkt 3 Lukket punkt</h3></div></div>
"""
MEETING = Held(id=7, date="2026-03-02T17:00:00", html=VIEW)


@pytest.fixture
def portal() -> Iterator[SearchPortal]:
    with SearchPortal([MEETING]) as running:
        yield running


def at(portal: SearchPortal) -> Portal:
    return Portal(municipality="Strandby", provider="aabendagsorden", host=portal.host)


def listed(portal: SearchPortal, wanted: Span = MARCH) -> Listing:
    with Client(at(portal), "referat/test", clock=FakeClock()) as client:
        return PROVIDER.list_publications(client, at(portal), wanted)


def fetch(root: Path, portal: SearchPortal, clock: FakeClock) -> dict[str, str]:
    """One run: what became of each record."""
    errand = Errand(portal=at(portal), provider=PROVIDER, agent="referat/test", wanted=Wanted(span=MARCH), clock=clock)
    looked = [told for told in run_fetch(root, errand) if isinstance(told, Looked)]
    return {kept.path: kept.outcome.value for one in looked for kept in one.kept}


@pytest.mark.parametrize("spelling", ["%Y-%m-%d", "%d/%m/%Y"])
def test_how_the_portal_wants_days_written_is_found_out(portal: SearchPortal, spelling: str) -> None:
    portal.spelling = spelling
    portal.held.append(Held(id=8, date="2025-01-07"))
    listing = listed(portal)
    assert [row.id for row in listing.rows] == ["7"]
    assert listing.covers == MARCH


def test_more_than_fifty_meetings_are_asked_for_in_shorter_spans(portal: SearchPortal) -> None:
    portal.held[:] = [Held(id=number, date=f"2026-03-{number % 31 + 1:02}") for number in range(180)]
    rows = listed(portal).rows
    assert sorted(int(row.id) for row in rows) == list(range(180))
    assert portal.searches() < 20


def test_without_any_days_named_the_last_year_and_the_next_months_are_listed(portal: SearchPortal) -> None:
    listing = listed(portal, Span())
    assert listing.covers == Span(
        FakeClock().now().date() - dt.timedelta(days=365), FakeClock().now().date() + dt.timedelta(days=120)
    )


def test_what_is_not_released_and_what_is_tried_out_is_not_listed(portal: SearchPortal) -> None:
    portal.held += [
        Held(id=8, date="2026-03-03", blocked=True),
        Held(id=9, date="2026-03-03", committee="Testudvalg"),
    ]
    assert [row.id for row in listed(portal).rows] == ["7"]


def test_a_portal_that_tells_of_other_days_gives_no_list(portal: SearchPortal) -> None:
    portal.spelling = "%j"
    portal.held.append(Held(id=8, date="2025-01-07"))
    with pytest.raises(UnavailableError) as refused:
        listed(portal)
    assert refused.value.problem.code == "fetch_list_refused"


def test_a_meeting_becomes_a_record(portal: SearchPortal, tmp_path: Path) -> None:
    path = "content/minutes/strandby/byraadet/2026-03-02.md"

    assert fetch(tmp_path, portal, FakeClock()) == {path: "written"}

    minutes, problems = read((tmp_path / path).read_text(encoding="utf-8"), path)
    assert minutes is not None
    assert problems == ()
    meeting = minutes.meeting
    assert (meeting.kind, meeting.time) == (MinutesKind.MINUTES, dt.time(17))
    assert meeting.source is not None
    assert meeting.source.url == f"http://{portal.host}/meeting/7"
    assert minutes.preamble == "Mødet blev holdt i Rådssalen."
    assert minutes.items == (
        AgendaItem(number="1", title="Godkendelse af dagsorden", parts=(Decision(text="Godkendt."),)),
        AgendaItem(
            number="2",
            title="Havnens bro",
            case_number="26/118",
            parts=(
                Section(heading="Resumé", text="Broen er gammel."),
                Decision(text="Udsat."),
                Section(
                    heading="Bilag",
                    text=f"- [Kort (vest).pdf](http://{portal.host}/meeting/files/77/Kort%20%5Bvest%5D.pdf)",
                ),
            ),
        ),
        AgendaItem(number="3", closed=True),
    )


def test_an_agenda_becomes_minutes_under_the_same_id_when_there_are_decisions(
    portal: SearchPortal, tmp_path: Path
) -> None:
    agenda = '<h3 class="agenda-item-title">Punkt 1 Havnens bro</h3><h4>Resumé</h4><p>Broen er gammel.</p>'
    clock = FakeClock()
    portal.held[:] = [Held(id=7, date="2026-03-02", html=agenda)]
    assert fetch(tmp_path, portal, clock) == {"content/minutes/strandby/byraadet/2026-03-02-dagsorden.md": "written"}

    portal.held[:] = [Held(id=7, date="2026-03-02", html=f"{agenda}<h4>Beslutning</h4><p>Godkendt.</p>")]
    clock.pass_hours(24)
    assert fetch(tmp_path, portal, clock)["content/minutes/strandby/byraadet/2026-03-02.md"] == "written"


def test_a_second_run_changes_nothing(portal: SearchPortal, tmp_path: Path) -> None:
    clock = FakeClock()
    fetch(tmp_path, portal, clock)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.md")}
    clock.pass_hours(24)
    assert set(fetch(tmp_path, portal, clock).values()) <= {"unchanged"}
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.md")} == before
