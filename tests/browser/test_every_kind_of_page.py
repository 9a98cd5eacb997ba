"""Every kind of page of the example site, as a reader with any screen, theme or reading aid meets it."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from itertools import product
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.browser.visiting import visit
from tests.proofs.kinds import KINDS, Kind

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
AXE = (
    "rules => axe.run(rules).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(n => n.html)]))"
)
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (1280, 360, 320)
NOTICE = re.compile("^(?:Eksempel|Example): .* (?:opdigtede|invented)[.]$")


RECORD = """\
---
municipality: Strandby
body: Byrådet
date: {day}
kind: minutes
---

## 1. Vej

### Beslutning

Udsat.
"""
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def barriers(page: Page) -> list[tuple[str, int, object]]:
    """What axe finds on the open page, in both themes and at each width."""
    page.evaluate(Axe().axe_script)
    found = []
    for theme, width in product(THEMES, WIDTHS):
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 900})
        found.append((theme, width, page.evaluate(AXE, RULES)))
    return [(theme, width, violations) for theme, width, violations in found if violations]


@every_kind
def test_a_page_has_no_barrier_that_axe_knows(page: Page, example: str, kind: Kind) -> None:
    visit(page, example + kind.address)
    assert barriers(page) == []


@pytest.mark.parametrize("template", sorted({kind.template for kind in KINDS}))
def test_a_page_in_english_has_no_barrier_either(page: Page, example: str, template: str) -> None:
    kind = next(kind for kind in KINDS if kind.template == template)
    page.set_viewport_size({"width": 360, "height": 900})
    visit(page, f"{example}/en{kind.address}")
    page.evaluate(Axe().axe_script)
    assert page.evaluate(AXE, RULES) == []


@every_kind
def test_a_page_fits_a_narrow_screen_and_says_that_it_is_an_example(page: Page, example: str, kind: Kind) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    visit(page, example + kind.address)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    expect(page.get_by_text(NOTICE)).to_be_visible()
    assert page.locator("h1").count() == 1


def test_every_kind_of_page_is_among_those_that_are_proven() -> None:
    templates = {path.name for path in (ROOT / "themes/default/templates").glob("*.html")}
    assert templates - {kind.template for kind in KINDS} == {"base.html", "body_year.html"}


def test_the_years_of_a_body_that_met_for_decades_have_no_barrier(
    page: Page, build_and_serve: Callable[[Mapping[str, str]], str]
) -> None:
    days = [dt.date(2014, 1, 7) + dt.timedelta(weeks=3 * number) for number in range(160)]
    files = {f"content/minutes/strandby/byraadet/{day}.md": RECORD.format(day=day) for day in days}
    site = build_and_serve(files)
    page.goto(f"{site}/strandby/byraadet/2014/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("2014")
    assert barriers(page) == []


def test_every_page_is_reached_by_links_without_javascript(browser: Browser, example: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    request = context.request
    seen, waiting = set(), ["/"]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        text = request.get(example + address).text()
        waiting += [link for link in re.findall(r'<a [^>]*?href="(/[^"#?]*)', text) if link.endswith("/")]
    sitemap = [
        address
        for part in re.findall(
            r"<loc>https://referat\.example(/[^<]+)</loc>", request.get(f"{example}/sitemap.xml").text()
        )
        for address in re.findall(r"<loc>https://referat\.example(/[^<]*)</loc>", request.get(example + part).text())
    ]
    context.close()
    assert len(sitemap) > 200
    assert sorted(set(sitemap) - seen) == []


def test_a_case_is_followed_through_its_bodies_with_the_latest_outcome_on_top(page: Page, example: str) -> None:
    page.goto(f"{example}/strandby/byraadet/2024-09-03/")
    page.get_by_role("link", name="Sag 24/1187").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cykelsti langs Havnevej")
    expect(page.locator("main")).to_contain_text("Senest")
    course = page.get_by_role("heading", name="Sagens gang").locator("xpath=following::*[self::ol or self::ul][1]")
    bodies = course.inner_text()
    assert all(body in bodies for body in ("Teknik- og Miljøudvalget", "Økonomiudvalget", "Byrådet"))
    course.get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"#behandling-1$"))
    page.locator("#behandling-1").get_by_role("link", name="Punkt 2 i referatet").click()
    page.wait_for_url(re.compile(r"/strandby/teknik-og-miljoeudvalget/2024-05-14/#punkt-2$"))


def test_the_keyboard_alone_leads_from_the_front_page_to_a_decision(page: Page, example: str) -> None:
    page.goto(example)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("href", "#indhold")
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('main a[href*=\"#punkt-\"]')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"#punkt-\d+$"))
    expect(page.locator(":target")).to_be_in_viewport()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_item_that_a_link_leads_to_is_marked_beside_its_whole_heading(page: Page, example: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{example}/strandby/byraadet/2024-10-08/#punkt-3")
    heading = page.locator("#punkt-3-titel")
    size = "style => [parseFloat(style.height), parseFloat(style.insetInlineStart)]"
    height, left = heading.evaluate(f"h => ({size})(getComputedStyle(h, '::before'))")
    box = heading.bounding_box()
    assert box is not None
    assert height == pytest.approx(box["height"], rel=0.25)
    assert -box["x"] < left < 0
    other = page.locator("#punkt-2-titel")
    assert other.evaluate("h => getComputedStyle(h, '::before').content") == "none"
