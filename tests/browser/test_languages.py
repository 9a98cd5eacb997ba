"""A reader changes the language of the site, keeps it, and finds Danish minutes by it."""

import re

import pytest
from playwright.sync_api import Page, expect

CASE = "/strandby/sag/24-1187/"


def test_a_reader_changes_the_language_and_keeps_it_from_page_to_page(page: Page, example: str) -> None:
    page.goto(example + CASE)
    page.get_by_role("navigation", name="Sprog").get_by_role("link", name="English").click()
    page.wait_for_url(f"{example}/en{CASE}")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_attribute("lang", "da")
    page.get_by_role("navigation", name="Breadcrumb").get_by_role("link", name="Strandby").click()
    page.wait_for_url(f"{example}/en/strandby/")
    page.get_by_role("link", name="Byrådet", exact=True).first.click()
    expect(page.get_by_role("heading", name="Decided lately")).to_be_visible()
    page.get_by_role("link", name="Dansk").click()
    page.wait_for_url(f"{example}/strandby/byraadet/")
    expect(page.get_by_role("heading", name="Besluttet for nylig")).to_be_visible()


def test_the_search_speaks_english_and_leads_to_english_pages(page: Page, example: str) -> None:
    page.goto(f"{example}/en/soeg/?q=havnebad")
    hit = page.locator(".hit").first
    expect(hit).to_be_visible()
    expect(page.get_by_text(re.compile(r"^\d+ items?$"))).to_be_visible()
    assert (hit.get_by_role("link").first.get_attribute("href") or "").startswith("/en/strandby/")
    expect(hit.get_by_role("link").first).to_have_attribute("lang", "da")
    outcomes = page.get_by_label("Outcome")
    expect(outcomes).to_contain_text(re.compile(r"Recommended \(\d+\)"))
    expect(outcomes).not_to_contain_text("Godkendt")


def test_a_case_number_leads_to_the_case_in_the_readers_language(page: Page, example: str) -> None:
    page.goto(f"{example}/en/soeg/?q=24/1187")
    expect(page).to_have_url(f"{example}/en{CASE}")


def test_the_keyboard_reaches_the_other_language_before_the_page_itself(page: Page, example: str) -> None:
    page.goto(example + CASE)
    names = []
    for _ in range(4):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.textContent.trim()"))
    assert "English" in names
    while page.evaluate("document.activeElement.textContent.trim()") != "English":
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{example}/en{CASE}")


@pytest.mark.parametrize("width", [360, 1280])
def test_words_are_explained_where_they_stand_without_javascript(page: Page, example: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{example}/strandby/byraadet/2024-09-03/")
    explained = page.locator(".words-here")
    expect(explained.get_by_text("En indstilling er ikke en beslutning.")).to_be_hidden()
    explained.locator("summary").press("Enter")
    expect(explained.get_by_text("En indstilling er ikke en beslutning.")).to_be_visible()
    page.get_by_role("link", name="Hvad er et lukket punkt?").first.click()
    page.wait_for_url(f"{example}/ord/#lukket-punkt")
    expect(page.locator(":target")).to_be_in_viewport()
