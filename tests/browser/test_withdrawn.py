"""What a reader sees of something that was withdrawn: that it was, when and why, and how to find all of it."""

from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

MEETING = "/strandby/byraadet/2024-05-14/"
SITE = {
    "content/minutes/strandby/byraadet/2024-05-14.md": """\
---
municipality: Strandby
body: Byrådet
date: 2024-05-14
---

## 1. Havnens takster

Sagsnr.: 24/20

Taksterne stiger.

[Afsnit kdfbhmr trukket tilbage 2026-03-02: En borger har bedt om det.]

## 2. Tilbagetrukket punkt

Sagsnr.: 24/1187
Trukket tilbage: 2026-03-02
Begrundelse: Hensyn til privatliv.
""",
    "content/minutes/strandby/byraadet/2024-06-11.md": """\
---
municipality: Strandby
body: Byrådet
date: 2024-06-11
status: withdrawn
withdrawn: 2026-04-01
---
""",
    "content/withdrawals.toml": f"""\
[[withdrawal]]
address = "{MEETING}#punkt-1-kdfbhmr"
date = 2026-03-02
reason = "En borger har bedt om det."

[[withdrawal]]
address = "{MEETING}#punkt-2"
date = 2026-03-02
""",
}


@pytest.fixture(scope="module")
def site(build_and_serve: Callable[[Mapping[str, str]], str]) -> str:
    return build_and_serve(SITE)


def test_a_withdrawn_item_says_when_and_why_and_keeps_its_place(page: Page, site: str) -> None:
    page.goto(f"{site}{MEETING}#punkt-2")
    item = page.locator("#punkt-2")
    expect(item).to_be_in_viewport()
    expect(item.get_by_role("heading", level=2)).to_contain_text("trukket tilbage")
    expect(item).to_contain_text("2. marts 2026")
    expect(item).to_contain_text("Hensyn til privatliv.")
    expect(item).not_to_contain_text("ingen beslutning")
    item.get_by_role("link", name="Sag 24/1187").click()
    expect(page.get_by_role("main")).to_contain_text("Punktet er trukket tilbage")


def test_a_withdrawn_paragraph_says_so_where_it_stood(page: Page, site: str) -> None:
    page.goto(f"{site}{MEETING}#punkt-1")
    expect(page.locator("#punkt-1")).to_contain_text("trukket tilbage 2026-03-02: En borger har bedt om det.")


def test_the_foot_of_every_page_leads_to_all_that_was_withdrawn(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    page.get_by_role("contentinfo").get_by_role("link", name="Trukket tilbage").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("2 ting er trukket tilbage")
    expect(main.locator("section").first.get_by_role("listitem")).to_have_count(2)
    expect(main.locator("section").last).to_contain_text("11. juni 2024")
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")
    main.get_by_role("link").first.click()
    expect(page).to_have_url(f"{site}{MEETING}#punkt-1")


def test_a_publication_that_the_municipality_took_back_is_a_notice_that_search_engines_leave_out(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/strandby/byraadet/2024-06-11/")
    expect(page.get_by_role("main")).to_contain_text("1. april 2026")
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")


def test_the_search_does_not_find_it(page: Page, site: str) -> None:
    page.goto(f"{site}/soeg/?q=tilbagetrukket+punkt")
    expect(page.get_by_role("status")).to_contain_text("Ingen")
