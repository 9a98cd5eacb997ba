"""What a person has done with a record is never undone silently; what another command of ours has done, is no edit."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.fetching.following import Site
from tests.fetching.published import Point, Published, framed, guid, section

from referat.commands.console import Terminal
from referat.commands.withdraw import run as withdraw
from referat.fetching.provider import Mapped, Publication
from referat.fetching.providers.firstagenda.record import to_minutes
from referat.withdrawing.targets import request_of

DECIDED = Point(title="Bænke i anlægget", case="26/411", html=framed(section("Beslutning", "Godkendt.")))
HEDGE = Point(title="Hæk ved skolen", case="26/412", html=framed(section("Beslutning", "Udsat.")))
MINUTES = Published(
    id=guid("november"), start="2026-11-10T18:00:00+01:00", released="2026-11-12T10:00:00+01:00", items=(DECIDED, HEDGE)
)
OTHERS = [Published(id=guid(f"nr {day}"), start=f"2026-05-{day:02}T18:00:00+02:00") for day in range(1, 5)]
AGAIN = replace(
    MINUTES,
    released="2026-11-24T10:00:00+01:00",
    items=(replace(DECIDED, html=framed(section("Beslutning", "Godkendt med seks bænke."))), HEDGE),
)
RECORD = "byraadet/2026-11-10.md"


@pytest.fixture
def record(site: Site) -> Path:
    """The record of a meeting that was fetched."""
    site.portal.published[:] = [*OTHERS, MINUTES]
    site.fetch()
    return site.root / "content/minutes/strandby" / RECORD


def edit(record: Path) -> str:
    text = record.read_text("utf-8") + "\n### Bemærkning\n\nSe rettelsen i næste referat.\n"
    record.write_text(text, "utf-8")
    return text


def publish_again(site: Site, *published: Published) -> None:
    site.portal.published[:] = [*OTHERS, *published]


def test_an_edited_record_is_left_as_it_is_and_the_new_reading_lies_beside(site: Site, record: Path) -> None:
    mine = edit(record)
    publish_again(site, AGAIN)
    run = site.fetch_next_day()
    assert run.outcomes == {RECORD: "edited"}
    assert run.codes == ["fetch_record_edited"]
    assert record.read_text("utf-8") == mine
    beside = next(site.root.glob(f"raw/*/rettet/minutes/strandby/{RECORD}"))
    assert "Godkendt med seks bænke." in beside.read_text("utf-8")
    assert site.fetch_next_day().codes == []


def test_whoever_takes_the_new_reading_is_followed_again(site: Site, record: Path) -> None:
    edit(record)
    publish_again(site, AGAIN)
    site.fetch_next_day()
    beside = next(site.root.glob(f"raw/*/rettet/minutes/strandby/{RECORD}"))
    record.write_bytes(beside.read_bytes())
    third = replace(AGAIN, released="2026-11-26T10:00:00+01:00", items=(HEDGE,))
    publish_again(site, third)
    assert site.fetch_next_day().outcomes == {RECORD: "updated"}


def test_an_edited_record_is_no_news_while_the_portal_says_the_same(site: Site, record: Path) -> None:
    mine = edit(record)
    assert site.fetch_next_day().codes == []
    assert record.read_text("utf-8") == mine


def test_a_record_that_a_person_removed_stays_away(site: Site, record: Path) -> None:
    record.unlink()
    assert site.fetch_next_day().codes == []
    publish_again(site, AGAIN)
    run = site.fetch_next_day()
    assert run.codes == ["fetch_record_removed"]
    assert not record.exists()


def test_a_record_of_an_import_is_a_person_s(site: Site) -> None:
    record = site.root / "content/minutes/strandby" / RECORD
    record.parent.mkdir(parents=True)
    record.write_text("---\nmunicipality: Strandby\nbody: Byrådet\ndate: 2026-11-10\n---\n\n## 1. Bænke\n", "utf-8")
    publish_again(site, MINUTES)
    assert site.fetch().outcomes[RECORD] == "edited"
    assert "## 1. Bænke\n" in record.read_text("utf-8")


def test_an_edited_record_of_a_withdrawn_meeting_goes_all_the_same_and_is_kept_aside(site: Site, record: Path) -> None:
    mine = edit(record)
    publish_again(site)
    site.fetch_next_day()
    run = site.fetch_next_day()
    assert run.outcomes == {RECORD: "withdrawn"}
    assert "Godkendt" not in record.read_text("utf-8")
    aside = next(site.root.glob(f"raw/*/tilbagetrukket/minutes/strandby/{RECORD}"))
    assert aside.read_text("utf-8") == mine


def test_an_edited_agenda_stays_beside_the_minutes_and_is_told_once(site: Site) -> None:
    planned = replace(MINUTES, id=guid("dagsorden"), minutes=False, name="Dagsorden")
    publish_again(site, planned)
    site.fetch()
    agenda = site.root / "content/minutes/strandby/byraadet/2026-11-10-dagsorden.md"
    edit(agenda)
    publish_again(site, MINUTES)
    run = site.fetch_next_day()
    assert run.codes == ["fetch_record_superseded"]
    assert agenda.exists()
    assert site.fetch_next_day().codes == []
    publish_again(site, planned)
    site.fetch_next_day()
    assert site.fetch_next_day().codes == ["fetch_record_edited"]
    assert "rettelsen" in agenda.read_text("utf-8")


def test_what_the_publisher_withdrew_stays_away_when_the_meeting_is_published_again(site: Site, record: Path) -> None:
    request = request_of("/strandby/byraadet/2026-11-10/#punkt-1", None, None)
    withdraw(site.root, request, Terminal(quiet=True), ask=None)
    assert "Godkendt" not in record.read_text("utf-8")
    publish_again(site, replace(AGAIN, items=(*AGAIN.items, replace(HEDGE, title="Nyt punkt", case="26/500"))))
    run = site.fetch_next_day()
    assert run.outcomes == {RECORD: "updated"}
    text = record.read_text("utf-8")
    assert "bænke" not in text.casefold()
    assert "## 3. Nyt punkt" in text
    assert "Trukket tilbage:" in text


def test_records_are_made_again_when_the_program_reads_better_and_the_municipality_is_not_said_to_have_changed_anything(
    site: Site, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def better(publication: Publication) -> Mapped:
        mapped = to_minutes(publication)
        return replace(mapped, minutes=replace(mapped.minutes, preamble="Mødet blev sendt på nettet."))

    edited = edit(site.root / "content/minutes/strandby/byraadet/2026-05-01.md")
    monkeypatch.setattr("referat.fetching.providers.firstagenda.to_minutes", better)
    assert site.fetch().outcomes == {}
    run = site.fetch(remake=True)
    assert run.outcomes[RECORD] == "updated"
    assert "Mødet blev sendt på nettet." in record.read_text("utf-8")
    assert "changes:" not in record.read_text("utf-8")
    assert (site.root / "content/minutes/strandby/byraadet/2026-05-01.md").read_text("utf-8") == edited


def test_an_edited_supplement_of_a_withdrawn_meeting_goes_with_it(site: Site) -> None:
    extra = replace(MINUTES, id=guid("tillæg"), name="Tillægsreferat", items=(HEDGE,))
    publish_again(site, MINUTES, extra)
    site.fetch()
    supplement = site.root / "content/minutes/strandby/byraadet/2026-11-10-tillaeg.md"
    mine = edit(supplement)
    publish_again(site)
    site.fetch_next_day()
    run = site.fetch_next_day()
    assert run.outcomes == {RECORD: "withdrawn", "byraadet/2026-11-10-tillaeg.md": "removed"}
    assert not supplement.exists()
    aside = next(site.root.glob("raw/*/tilbagetrukket/minutes/strandby/byraadet/2026-11-10-tillaeg.md"))
    assert aside.read_text("utf-8") == mine
