"""The preview in a browser: the page that changed reloads by itself where the reader is, a style sheet is exchanged
without that, and what is wrong is shown.
"""

import time
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from tests.conftest import Preview

pytestmark = pytest.mark.browser

MAY, JUNE = "/strandby/byraadet/2024-05-14/", "/strandby/byraadet/2024-06-11/"
RELOADED = "performance.timeOrigin + performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
"""When the page was there, in milliseconds since 1970."""
LONG = "\n\n".join(f"Afsnit {number} om cykelstien langs havnen." for number in range(200))


def test_only_the_page_that_changed_reloads(preview: "Preview", page: Page) -> None:
    other = page.context.new_page()
    other.goto(f"{preview.address}{JUNE}")
    other.evaluate("globalThis.untouched = true")
    page.goto(f"{preview.address}{MAY}")
    preview.write_meeting("2024-05-14", "Cykelsti langs havnen")
    expect(page.locator("#punkt-1-titel")).to_have_text("Cykelsti langs havnen")
    assert other.evaluate("globalThis.untouched") is True


def test_what_is_wrong_is_shown_until_it_is_mended(preview: "Preview", page: Page) -> None:
    page.goto(f"{preview.address}{MAY}")
    preview.write("site.toml", "[site\n")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("site.toml:1")
    expect(page.locator("#punkt-1-titel")).to_have_text("Cykelsti")
    page.mouse.wheel(0, 400)
    assert alert.evaluate("box => box.getBoundingClientRect().top") == 0
    preview.write("site.toml", '[site]\nname = "Prøve"\n')
    expect(alert).to_have_count(0)


def test_a_saved_record_is_seen_by_itself_and_the_time_it_takes_is_printed(preview: "Preview", page: Page) -> None:
    page.goto(f"{preview.address}{MAY}")
    for number in range(5):
        with page.expect_navigation(wait_until="load"):
            saved = time.time()
            preview.write_meeting("2024-05-14", f"Sti nummer {number}")
        expect(page.locator("#punkt-1-titel")).to_have_text(f"Sti nummer {number}")
        print(f"from save to reload: {page.evaluate(RELOADED) - 1000 * saved:.0f} ms")


def test_a_style_sheet_is_exchanged_and_the_page_is_not_loaded_again(preview: "Preview", page: Page) -> None:
    page.goto(f"{preview.address}{MAY}")
    page.evaluate("globalThis.untouched = true")
    for color in ("rgb(1, 2, 3)", "rgb(4, 5, 6)"):
        preview.write("themes/default/css/95-egne.css", f"h1 {{ color: {color} }}")
        expect(page.locator("h1")).to_have_css("color", color)
    expect(page.locator("link[rel=stylesheet][href*='aktiver/site']")).to_have_count(1)
    assert page.evaluate("globalThis.untouched") is True


def test_a_page_that_reloads_stays_where_the_reader_is(preview: "Preview", page: Page) -> None:
    preview.write_meeting("2024-05-14", f"Cykelsti\n\n{LONG}")
    page.goto(f"{preview.address}{MAY}")
    expect(page.locator("main")).to_contain_text("Afsnit 199")  # the system tells of a save some moments later
    page.evaluate("scrollTo({ top: 1500, behavior: 'instant' })")
    with page.expect_navigation(wait_until="load"):
        preview.write_meeting("2024-05-14", f"Sti\n\n{LONG}")
    expect(page.locator("#punkt-1-titel")).to_have_text("Sti")
    assert page.evaluate("scrollY") == pytest.approx(1500, abs=2)


def test_many_saves_and_a_branch_with_five_hundred_other_files_end_in_the_right_page(
    preview: "Preview", page: Page
) -> None:
    page.goto(f"{preview.address}{MAY}")
    for number in range(30):
        preview.write_meeting("2024-05-14", f"Kladde {number}")
    days = [f"20{year:02}-{month:02}-{day:02}" for year in range(5) for month in range(1, 11) for day in range(1, 11)]
    for day in days:
        preview.write_meeting(day, "På en anden gren")
    preview.write_meeting("2024-05-14", "Endelig")
    expect(page.locator("#punkt-1-titel")).to_have_text("Endelig")
    page.goto(f"{preview.address}/strandby/byraadet/{days[-1]}/")
    expect(page.locator("#punkt-1-titel")).to_have_text("På en anden gren")
    page.goto(f"{preview.address}/strandby/byraadet/")
    links = page.locator("main a[href^='/strandby/byraadet/20']")
    assert links.count() > 100
    for day in days:
        (preview.root / f"content/minutes/strandby/byraadet/{day}.md").unlink()
    expect(page.locator("main")).not_to_contain_text("2004")


def test_the_search_page_says_so_while_the_search_is_old(preview: "Preview", page: Page) -> None:
    page.goto(f"{preview.address}/soeg/")
    expect(page.locator("#referat-preview-search")).not_to_contain_text("om lidt")
    page.goto(f"{preview.address}/soeg/")
    expect(page.locator("#soegning")).to_be_attached()
    preview.write_meeting("2024-05-14", "Cykelsti langs havnen")
    note = page.locator("#referat-preview-search")
    expect(note).to_contain_text("Søgningen er fra kl.")
    expect(note).to_contain_text("Søgningen er fornyet")
