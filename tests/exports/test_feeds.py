"""What is followed tells what came of it, under ids that last, with the days of the content."""

import datetime as dt
import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape
from tests.exports.reading import ATOM, Read, read_feed
from tests.exports.small import AGENDA, COMMITTEE, FILES, SETTINGS, build, write_site

from referat.exports.atom import atom
from referat.exports.feed import Entry, Feed, Line
from referat.vocabulary.outcomes import Outcome

DAY = dt.date(2024, 5, 14)
_READABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TAG = "tag:moede.example,2026:"
COMMITTEE_PAGE = "/strandby/teknikudvalget/2024-05-07/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    write_site(root)
    assert build(root).problems == ()
    return root / "output"


def test_a_case_is_followed_over_all_bodies(site: Path) -> None:
    assert read_feed(site / "strandby/sag/24-9/feed.xml") == {
        f"{TAG}/strandby/byraadet/2024-08-27/#punkt-1": Read(
            "Byrådet, 27. august 2024: På dagsordenen",
            "2024-08-27T00:00:00Z",
            "https://moede.example/arkiv/strandby/byraadet/2024-08-27/#punkt-1",
            "På dagsordenen",
        ),
        f"{TAG}/strandby/byraadet/2024-05-14/#punkt-3": Read(
            "Byrådet, 14. maj 2024: Godkendt med ændring",
            "2024-06-20T12:00:00Z",  # when the municipality changed it
            "https://moede.example/arkiv/strandby/byraadet/2024-05-14/#punkt-3",
            "Godkendt med ændring: Godkendt, idet badebroen bliver 40 meter.",
        ),
        f"{TAG}{COMMITTEE_PAGE}#punkt-1": Read(
            "Teknikudvalget, 7. maj 2024: Udsat",
            "2024-05-07T12:00:00Z",
            f"https://moede.example/arkiv{COMMITTEE_PAGE}#punkt-1",
            "Udsat til mødet i juni.",
        ),
    }


def test_a_meeting_is_one_entry_with_all_that_came_of_it(site: Path) -> None:
    entry = read_feed(site / "strandby/teknikudvalget/feed.xml")[f"{TAG}{COMMITTEE_PAGE}"]
    assert entry.title == "Teknikudvalget, Strandby, 7. maj 2024"
    assert entry.summary == (
        "<ul><li>Havnebad &amp; badebro &lt;ved kajen&gt;: Udsat til mødet i juni.</li>"
        "<li>Klage over plankeværk på Lærkevej: Klageren får medhold, og hegnet skal ned.</li></ul>"
    )


def test_the_municipality_and_the_site_tell_the_same_of_a_meeting_as_its_body(site: Path) -> None:
    whole = read_feed(site / "strandby/feed.xml")
    assert list(whole) == [
        f"{TAG}/strandby/byraadet/2024-08-27/",
        f"{TAG}/strandby/byraadet/2024-05-14/",
        f"{TAG}{COMMITTEE_PAGE}",
    ]
    assert read_feed(site / "feed.xml") == whole
    bodies = read_feed(site / "strandby/byraadet/feed.xml") | read_feed(site / "strandby/teknikudvalget/feed.xml")
    assert bodies == whole


@pytest.mark.parametrize("page", ["", "strandby/", "strandby/byraadet/", "strandby/sag/24-9/"])
def test_a_page_names_its_feed_to_programs(site: Path, page: str) -> None:
    head = (site / page / "index.html").read_text(encoding="utf-8")
    link = re.search(r'<link rel="alternate" type="application/atom\+xml"[^>]* href="([^"]+)"', head)
    assert link is not None
    assert link[1] == f"/arkiv/{page}feed.xml"
    assert (site / page / "feed.xml").is_file()


def test_a_case_can_be_followed_by_a_link_that_people_see(site: Path) -> None:
    page = (site / "strandby/sag/24-9/index.html").read_text(encoding="utf-8")
    assert re.search(r'<a href="/arkiv/strandby/sag/24-9/feed\.xml"[^>]*>Følg sagen</a>', page)


def test_the_minutes_take_the_place_of_the_agenda_and_are_newer(tmp_path: Path) -> None:
    write_site(tmp_path)
    build(tmp_path)
    feed = tmp_path / "output/strandby/byraadet/feed.xml"
    name = f"{TAG}/strandby/byraadet/2024-08-27/"
    before = read_feed(feed)[name]
    minutes = AGENDA.replace("kind: agenda\n", "") + "\n### Beslutning\n\nGodkendt.\n"
    write_site(tmp_path, {"content/minutes/strandby/byraadet/2024-08-27.md": minutes})
    build(tmp_path)
    after = read_feed(feed)[name]
    assert before.updated < after.updated
    assert "dagsorden" in before.title
    assert "dagsorden" not in after.title


def test_only_the_feeds_that_tell_of_a_change_are_written_again(tmp_path: Path) -> None:
    write_site(tmp_path)
    build(tmp_path)
    before = (tmp_path / "output/strandby/teknikudvalget/feed.xml").read_bytes()
    report = build(tmp_path)
    assert report.written == ()
    council = FILES["content/minutes/strandby/byraadet/2024-05-14.md"].replace("40 meter", "50 meter")
    write_site(tmp_path, {"content/minutes/strandby/byraadet/2024-05-14.md": council})
    written = [path for path in build(tmp_path).written if path.endswith(".xml")]
    assert sorted(written) == [
        "feed.xml",
        "strandby/byraadet/feed.xml",
        "strandby/feed.xml",
        "strandby/sag/24-9/feed.xml",
    ]
    assert (tmp_path / "output/strandby/teknikudvalget/feed.xml").read_bytes() == before


def test_ids_stay_when_the_site_moves(tmp_path: Path) -> None:
    moved = SETTINGS.replace("moede.example", "nyt.example") + 'feed_authority = "moede.example,2026"\n'
    write_site(tmp_path, {**FILES, "site.toml": moved})
    build(tmp_path)
    feed = read_feed(tmp_path / "output/strandby/sag/24-10/feed.xml")
    assert list(feed) == [f"{TAG}{COMMITTEE_PAGE}#punkt-2"]
    assert feed[f"{TAG}{COMMITTEE_PAGE}#punkt-2"].link.startswith("https://nyt.example/arkiv/")


def test_a_site_that_does_not_know_its_address_has_no_feed_and_no_link_to_one(tmp_path: Path) -> None:
    write_site(tmp_path, {**FILES, "site.toml": '[site]\nname = "Møder"\n'})
    build(tmp_path)
    assert list((tmp_path / "output").rglob("feed.xml")) == []
    assert "feed.xml" not in (tmp_path / "output/strandby/index.html").read_text(encoding="utf-8")


def test_a_case_has_no_more_than_its_fifty_newest_treatments(tmp_path: Path) -> None:
    days = [f"20{year}-{month:02}-07" for year in range(10, 16) for month in range(1, 11)]
    records = {
        f"content/minutes/strandby/teknikudvalget/{day}.md": COMMITTEE.replace("2024-05-07", day) for day in days
    }
    write_site(tmp_path, {"site.toml": SETTINGS, **records})
    build(tmp_path)
    feed = read_feed(tmp_path / "output/strandby/sag/24-9/feed.xml")
    assert [entry.updated[:10] for entry in feed.values()] == sorted(days, reverse=True)[:50]


@given(st.text(), st.text())
def test_whatever_the_texts_hold_the_file_is_xml_and_tells_them_as_they_are(title: str, words: str) -> None:
    line = Line(title="", outcome=Outcome.NONE, words=words)
    several = [
        Entry(id="/a/#1", url="/a/", title=title, updated=DAY, expected=False, lines=(line,) * n) for n in (1, 2)
    ]
    texts = [
        atom(
            Feed(url="/a/feed.xml", page="/a/", title=title, author="A", entries=(entry,)),
            "https://a.example",
            "a.example,2026",
            escape,
        )
        for entry in several
    ]
    read = [ElementTree.fromstring(text.encode()) for text in texts]  # noqa: S314 - our own text
    readable = _READABLE.sub("\ufffd", words).replace("\r\n", "\n").replace("\r", "\n")
    assert read[0].findtext(f"{ATOM}entry/{ATOM}summary") == readable
    told = read[1].findtext(f"{ATOM}entry/{ATOM}summary") or ""
    assert unescape(told).count(readable) >= 2 or not words
    assert len(read[1].findall(f".//{ATOM}entry")) == 1
