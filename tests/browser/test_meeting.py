"""What a reader does on a meeting's page: follows a link to a passage, opens a fold, prints an item, cites it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdfium2 import PdfDocument

from referat.passages import passages

pytestmark = pytest.mark.browser

MEETING = "/strandby/byraadet/2024-09-03/"


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """A page of a visitor without scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_link_to_a_passage_leads_there_and_marks_it(page: Page, example: str) -> None:
    (passage,) = passages("Ændringsforslaget blev dermed forkastet.")
    page.goto(f"{example}{MEETING}#punkt-3-{passage.id}")
    target = page.locator(":target")
    expect(target).to_contain_text("dermed forkastet")
    expect(target).to_be_in_viewport()
    assert target.evaluate("passage => getComputedStyle(passage).backgroundImage") != "none"


def test_the_link_of_a_passage_shows_when_it_is_pointed_at(page: Page, example: str) -> None:
    page.goto(example + MEETING)
    passage = page.locator("#punkt-3 .prose p[id]").first
    pin = passage.locator(".pin")
    expect(pin).to_be_hidden()
    passage.hover()
    expect(pin).to_be_visible()
    pin.click()
    assert page.url.endswith(f"#{passage.get_attribute('id')}")


def test_a_reader_without_a_mouse_asks_for_the_links_and_gets_them_all(page: Page, example: str) -> None:
    page.goto(example + MEETING)
    pins = page.get_by_role("link", name="Link til afsnittet")
    assert pins.count() == 0
    page.get_by_label("Vis links til hvert afsnit").focus()
    page.keyboard.press("Space")
    assert pins.count() > 20


def test_a_passage_that_was_rewritten_since_leads_to_its_item(page: Page, example: str) -> None:
    page.goto(f"{example}{MEETING}#punkt-3-bbbbbbb")
    page.wait_for_url(f"{example}{MEETING}#punkt-3")
    expect(page.locator("#punkt-3-titel")).to_be_in_viewport()


def test_a_folded_item_is_opened_by_its_link_in_the_contents(page: Page, example: str) -> None:
    page.goto(example + MEETING)
    decision = page.locator("#punkt-1 .decision")
    expect(decision).to_be_hidden()
    page.get_by_role("navigation", name="Dagsorden").get_by_role("link", name="Godkendelse af dagsorden").click()
    expect(decision).to_be_visible()


def test_a_folded_item_is_opened_by_its_link_without_a_script(plain_page: Page, example: str) -> None:
    plain_page.goto(f"{example}{MEETING}#punkt-1")
    expect(plain_page.locator("#punkt-1 .decision")).to_be_visible()


def sheets(page: Page, path: Path) -> list[str]:
    page.pdf(path=path, format="A4", prefer_css_page_size=True)
    return [sheet.get_textpage().get_text_range() for sheet in PdfDocument(path)]


def test_one_item_is_printed_alone_with_its_number_case_and_address_on_every_sheet(
    plain_page: Page, example: str, tmp_path: Path
) -> None:
    plain_page.goto(example + MEETING)
    plain_page.locator("#punkt-3").get_by_role("link", name="Print kun punktet").click()
    expect(plain_page.locator("#punkt-3").get_by_text("Nu printes kun dette punkt.")).to_be_visible()
    printed = sheets(plain_page, tmp_path / "item.pdf")
    assert len(printed) > 1
    for text in printed:
        told = " ".join(text.split())
        assert "Strandby Kommune, Byrådet: Referat 3. september 2024, punkt 3, sag 24/1187" in told
        assert f"https://referat.example{MEETING}#punkt-3" in told
        assert "Takster for bådpladser" not in told


def test_with_a_script_the_print_window_opens_at_once(page: Page, example: str) -> None:
    page.add_init_script("window.print = () => { window.printed = location.hash }")
    page.goto(f"{example}{MEETING}#punkt-5-print")
    assert page.evaluate("window.printed") is None
    page.locator("#punkt-3").get_by_role("link", name="Print kun punktet").click()
    page.wait_for_function("window.printed === '#punkt-3-print'")


def test_a_meeting_is_printed_with_what_is_folded_and_without_its_tools(
    page: Page, example: str, tmp_path: Path
) -> None:
    page.goto(example + MEETING)
    page.emulate_media(media="print")
    expect(page.locator("#punkt-1 .decision")).to_be_visible()
    expect(page.get_by_text("Print kun punktet").first).to_be_hidden()


def test_a_citation_of_an_item_can_be_copied_and_its_files_are_there(page: Page, example: str) -> None:
    page.goto(example + MEETING)
    item = page.locator("#punkt-3")
    item.get_by_text("Henvis til punktet").click()
    expect(item.locator(".cite")).to_have_text(
        "Strandby Kommune, Byrådet: Referat 3. september 2024, punkt 3: »Cykelsti langs Havnevej« (sag 24/1187). "
        f"Referat, https://referat.example{MEETING}#punkt-3 (kildens SHA-256 begynder med 803d96e7c284)."
    )
    for name in ("BibTeX", "CSL-JSON"):
        address = page.get_by_role("link", name=name).get_attribute("href")
        assert "Cykelsti langs Havnevej" in page.request.get(f"{example}{address}").text()


def test_what_was_changed_is_told_and_leads_to_the_item(page: Page, example: str) -> None:
    page.goto(f"{example}/noerre-aa/kommunalbestyrelsen/2026-05-20/")
    page.get_by_role("link", name="punkt 2: Beslutning").click()
    expect(page.locator("#punkt-2").get_by_text("Kommunen har rettet punktet 3. juni 2026.")).to_be_in_viewport()
    expect(page.get_by_role("navigation", name="Dagsorden").get_by_text("Rettet")).to_be_visible()
