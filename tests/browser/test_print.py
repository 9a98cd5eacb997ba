"""On paper: every sheet says what it is of, and nothing is told twice."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdfium2 import PdfDocument

pytestmark = pytest.mark.browser

MEETING = "/strandby/byraadet/2024-10-08/"


def sheets(page: Page, path: Path) -> list[str]:
    """The text of each sheet of the page as it is printed."""
    page.pdf(path=path, format="A4", prefer_css_page_size=True)
    return [sheet.get_textpage().get_text_range() for sheet in PdfDocument(path)]


def test_every_sheet_of_a_meeting_names_it_and_its_address(page: Page, example: str, tmp_path: Path) -> None:
    page.goto(f"{example}{MEETING}")
    assert not any(paper.is_visible() for paper in page.locator(".paper").all())
    printed = sheets(page, tmp_path / "meeting.pdf")
    assert len(printed) > 1
    for number, text in enumerate(printed, 1):
        assert "Strandby, Byrådet, 8. oktober 2024" in text
        assert f"https://referat.example{MEETING}" in text
        assert f"{number} / {len(printed)}" in text


def test_a_sources_address_is_printed_once(page: Page, example: str) -> None:
    page.goto(f"{example}{MEETING}")
    page.emulate_media(media="print")
    link = page.locator(".source a").first
    assert link.inner_text() == link.get_attribute("href")
    assert link.evaluate("link => getComputedStyle(link, '::after').content") == "none"
