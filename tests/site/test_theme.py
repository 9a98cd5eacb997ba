"""The default theme on every kind of page: what each page must have, whatever it shows."""

import datetime as dt
import gzip
import re
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from referat.minutes_file import record_path
from referat.model import AgendaItem, Annex, Decision, Meeting, Minutes, MinutesKind, Section, Source
from referat.privacy.withdrawals import Withdrawals
from referat.settings import Settings
from referat.site.assets import BUNDLE, Asset, collect_assets
from referat.site.corpus import make_corpus
from referat.site.edition import read_editions
from referat.site.mentions import link_text, make_link_index
from referat.site.nodes import Record
from referat.site.parts.facts import facts_of
from referat.site.plan import plan_municipality, plan_site
from referat.site.render import Renderer
from referat.site.templates.files import TemplateFiles
from referat.site.views.text_page import TextPage
from referat.vocabulary.outcomes import Outcome

ROOT = Path(__file__).parents[2]
THEME = ROOT / "themes" / "default"
SETTINGS = Settings(name="Mødeværk", notice="Alt her er opdigtet.", base_url="https://moede.example/arkiv/")

CYCLE_PATH = AgendaItem(
    number="2",
    title="Cykelsti langs Havnevej",
    case_number="24/1187",
    parts=(
        Section(heading="Sagsfremstilling", text="Stien er 2 km <b>lang</b>.\n\n| År | Kr. |\n|---|---|\n| 2024 | 3 |"),
        Decision(body="Økonomiudvalget", date=dt.date(2024, 5, 7), text="Anbefales."),
        Decision(text="Godkendt. For stemte 9 (A, F), imod stemte 4 (V)."),
        Section(heading="Bilag", text="- [Kort.pdf](https://strandby.example/kort.pdf)"),
    ),
)
RECORDS = (
    Minutes(
        meeting=Meeting(
            municipality="Strandby",
            body="Byrådet",
            date=dt.date(2024, 5, 14),
            participants=("Anna Holm (A)",),
            source=Source(url="https://strandby.example/referat.pdf", sha256="0" * 64, format="docplayer", score=0.3),
        ),
        items=(
            AgendaItem(
                number="1", title="Godkendelse af dagsorden", case_number="24/1", parts=(Decision(text="Godkendt."),)
            ),
            CYCLE_PATH,
            AgendaItem(number="3", closed=True),
            AgendaItem(number="4", held_back=True),
        ),
        annexes=(Annex(title="Takster", text="Voksne 40 kr."),),
        unplaced="Side 3 mangler.",
    ),
    Minutes(
        meeting=Meeting(municipality="Egedalen", body="Byrådet", date=dt.date(2024, 6, 4), kind=MinutesKind.AGENDA),
        items=(
            AgendaItem(
                number="1",
                title="Skovskole",
                case_number="24/1187",
                parts=(Section(heading="Bilag", text="- Tegning"),),
            ),
            AgendaItem(number="2", title="Køb af grund", closed=True),
        ),
    ),
)


def render_site() -> dict[str, str]:
    corpus, problems = make_corpus(Record(minutes=one, path=record_path(one.meeting)) for one in RECORDS)
    assert problems == ()
    assets = {**collect_assets([THEME]), "search.js": Asset("/aktiver/search.js", b"")}
    renderer = Renderer(TemplateFiles([THEME]), assets, SETTINGS, ROOT, read_editions([THEME], ["da"], ROOT)[0])
    pages = [TextPage(slug="hjaelp", title="Hjælp", text="## Punkt\n\nEt emne.", path="")]
    facts = [facts_of(node, Withdrawals()) for node in corpus.municipalities]
    rendered = {}
    for page in (
        *plan_site(facts, corpus.sharing, SETTINGS, pages, Withdrawals()),
        *(
            page
            for node in corpus.municipalities
            for page in plan_municipality(node, SETTINGS, partial(link_text, index=make_link_index(node)))
        ),
    ):
        html = renderer.render(page)
        assert isinstance(html, str), html
        rendered[page.url] = html
    return rendered


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    """Every page of a small site by its address."""
    return render_site()


@pytest.fixture(scope="module")
def pages(site: dict[str, str]) -> dict[str, str]:
    """Those that people read."""
    return {url: html for url, html in site.items() if url.endswith(("/", ".html"))}


def test_every_kind_of_page_is_there(site: dict[str, str]) -> None:
    assert {
        "/",
        "/soeg/",
        "/om/",
        "/ord/",
        "/daekning/",
        "/strandby/daekning/",
        "/hjaelp/",
        "/404.html",
        "/sag/24-1187/",
        "/strandby/",
        "/strandby/byraadet/",
        "/strandby/byraadet/2024-05-14/",
        "/strandby/sag/",
        "/strandby/sag/24-1187/",
        "/robots.txt",
        "/sitemap.xml",
        "/sitemap-sider.xml",
        "/strandby/sitemap.xml",
    } <= site.keys()


def test_every_page_says_what_the_site_is_and_can_be_skipped_searched_and_named(pages: dict[str, str]) -> None:
    for url, html in pages.items():
        assert html.startswith('<!doctype html>\n<html lang="da">'), url
        assert len(re.findall(r"<h1[ >]", html)) == 1, url
        assert html.count("<main ") == 1, url
        assert "Alt her er opdigtet." in html, url
        assert html.index('href="#indhold"') < html.index("<header"), url
        assert '<form action="/arkiv/soeg/" method="get">' in html, url
    titles = [re.search(r"<title>(.*?)</title>", html) for html in pages.values()]
    assert len({title[1] for title in titles if title}) == len(pages)


def test_no_page_has_a_style_or_a_script_of_its_own(pages: dict[str, str]) -> None:
    for url, html in pages.items():
        assert not re.search(r"<[^>]+\s(?:style|on\w+)=", html), url
        assert "<style" not in html, url
        assert not re.search(r"<script(?![^>]*\ssrc=)", html), url


def test_addresses_stand_below_the_folder_that_the_site_is_published_in(pages: dict[str, str]) -> None:
    for url, html in pages.items():
        rooted = re.findall(r'\s(?:href|src|action)="(/[^"]*)"', html)
        assert [address for address in rooted if not address.startswith("/arkiv/")] == [], url


def test_headings_never_skip_a_level(pages: dict[str, str]) -> None:
    for url, html in pages.items():
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]
        skipped = [(above, below) for above, below in pairwise(levels) if below > above + 1]
        assert (levels[0], skipped) == (1, []), url


def test_no_id_stands_twice_on_a_page(pages: dict[str, str]) -> None:
    for url, html in pages.items():
        ids = re.findall(r'\sid="([^"]*)"', html)
        assert len(ids) == len(set(ids)), url


def test_the_decision_stands_before_the_case_text(pages: dict[str, str]) -> None:
    meeting = pages["/strandby/byraadet/2024-05-14/"]
    item = meeting[meeting.index('id="punkt-2"') :]
    assert item.index("Godkendt. For stemte 9") < item.index("Anbefales.") < item.index("Stien er 2 km")
    assert "&lt;b&gt;lang&lt;/b&gt;" in item


def test_closed_held_back_unplaced_and_unsure_are_said_in_words(pages: dict[str, str]) -> None:
    meeting = pages["/strandby/byraadet/2024-05-14/"]
    for words in (
        "Lukket punkt",
        "Tilbageholdt punkt",
        "Uplaceret tekst",
        "Side 3 mangler.",
        "Gengivelsen er usikker",
        "Der kan mangle tal",
    ):
        assert words in meeting, words


def test_an_agenda_is_never_taken_for_minutes(pages: dict[str, str]) -> None:
    agenda = pages["/egedalen/byraadet/2024-06-04/"]
    assert "Dette er dagsordenen" in agenda
    assert "Referatet har ingen beslutning" not in agenda
    assert "Punktet skal behandles for lukkede døre. Dagsordenen gengiver kun" in agenda
    assert "kun nævnt i dagsordenen" in agenda
    assert "blev behandlet" not in agenda
    assert "Punktet blev behandlet for lukkede døre" in pages["/strandby/byraadet/2024-05-14/"]


def test_a_sitemap_has_whole_addresses(site: dict[str, str]) -> None:
    assert "<loc>https://moede.example/arkiv/strandby/byraadet/2024-05-14/</loc>" in site["/strandby/sitemap.xml"]
    assert "Sitemap: https://moede.example/arkiv/sitemap.xml" in site["/robots.txt"]
    assert "404" not in site["/sitemap-sider.xml"]


def test_every_outcome_has_a_symbol() -> None:
    marks = (THEME / "templates" / "components" / "outcome.html").read_text(encoding="utf-8")
    assert {outcome.value for outcome in Outcome} == set(re.findall(r'^  "(\w+)":', marks, re.MULTILINE))


def test_no_rule_of_a_style_sheet_stands_twice() -> None:
    for sheet in sorted((THEME / "css").glob("*.css")):
        rules = re.findall(r"^ *[^@\s/].*\{.*\}$", sheet.read_text(encoding="utf-8"), re.MULTILINE)
        assert len(set(rules)) == len(rules), sheet.name


def test_style_sheets_keep_their_budget() -> None:
    assert len(gzip.compress(collect_assets([THEME])[BUNDLE].content)) <= 12 * 1024
