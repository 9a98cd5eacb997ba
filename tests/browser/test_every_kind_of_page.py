"""Every kind of page of the example site, as a reader with any screen, theme or reading aid meets it."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

PAGES = (
    "/",
    "/strandby/",
    "/strandby/byraadet/",
    "/strandby/byraadet/2024-09-03/",
    "/noerre-aa/aeldreraadet/2025-09-11/",
    "/strandby/sag/24-1187/",
    "/strandby/sag/22-16/",
    "/strandby/sag/",
    "/sag/24-206/",
    "/soeg/",
    "/ord/",
    "/daekning/",
    "/strandby/daekning/",
    "/en/strandby/byraadet/2024-09-03/",
    "/om/",
    "/404.html",
)
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
NOTICE = re.compile("^(?:Eksempel|Example): .* (?:opdigtede|invented)[.]$")


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (360, "dark")])
def test_a_page_has_no_barrier_that_axe_knows(page: Page, example: str, address: str, width: int, theme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light", reduced_motion="reduce")
    page.goto(example + address)
    violations = Axe().run(page, options=RULES).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in violations] == []


@pytest.mark.parametrize("address", PAGES)
def test_a_page_fits_a_narrow_screen_and_says_that_it_is_an_example(page: Page, example: str, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(example + address)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    expect(page.get_by_text(NOTICE)).to_be_visible()
    assert page.locator("h1").count() == 1


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
