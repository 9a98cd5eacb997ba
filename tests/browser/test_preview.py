"""The preview in a browser: the page that changed reloads by itself, and what is wrong is shown on it."""

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from tests.conftest import Preview

pytestmark = pytest.mark.browser


def test_only_the_page_that_changed_reloads(preview: "Preview", page: Page) -> None:
    other = page.context.new_page()
    other.goto(f"{preview.address}/strandby/byraadet/2024-06-11/")
    other.evaluate("globalThis.untouched = true")
    page.goto(f"{preview.address}/strandby/byraadet/2024-05-14/")
    preview.write_meeting("2024-05-14", "Cykelsti langs havnen")
    expect(page.locator("#punkt-1-titel")).to_have_text("Cykelsti langs havnen")
    assert other.evaluate("globalThis.untouched") is True


def test_what_is_wrong_is_shown_until_it_is_mended(preview: "Preview", page: Page) -> None:
    page.goto(f"{preview.address}/strandby/byraadet/2024-05-14/")
    preview.write("site.toml", "[site\n")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("site.toml:1")
    expect(page.locator("#punkt-1-titel")).to_have_text("Cykelsti")
    page.mouse.wheel(0, 400)
    assert alert.evaluate("box => box.getBoundingClientRect().top") == 0
    preview.write("site.toml", '[site]\nname = "Prøve"\n')
    expect(alert).to_have_count(0)
