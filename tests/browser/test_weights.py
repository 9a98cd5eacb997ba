"""Every kind of page keeps the budgets of docs/design.md. `scripts/weights` prints the figures."""

import gzip
import re

import pytest
from playwright.sync_api import Browser, Page
from tests.proofs.kinds import KINDS
from tests.proofs.weights import weigh

pytestmark = pytest.mark.browser

KB = 1000
LISTS = {"front", "municipality", "body", "cases", "shared", "coverage", "place-coverage", "words", "withdrawn"}


def test_a_first_view_is_light(browser: Browser, example: str) -> None:
    heavy = []
    for kind in KINDS:
        page = browser.new_page()
        weight = weigh(page, example + kind.address)
        page.context.close()
        if kind.name == "search":
            is_light = weight.total < 250 * KB
        else:
            is_light = weight.total - weight.text <= 60 * KB and weight.requests <= 6 and weight.script <= 5 * KB
        if not is_light or weight.style > 12 * KB or (kind.name in LISTS and weight.html > 14 * KB):
            heavy.append((kind.name, weight))
    assert heavy == []


def test_an_answer_to_a_case_number_is_lighter_still(page: Page, example: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if request.resource_type == "fetch" else None)
    page.goto(f"{example}/soeg/?q=24/1187")
    page.wait_for_url(re.compile(r"/strandby/sag/24-1187/$"))
    assert asked
    assert sum(len(gzip.compress(page.request.get(address).body())) for address in asked) < 5 * KB
