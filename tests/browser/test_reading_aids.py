"""Readers who space the letters, double the text, rule the colours, want no motion or run no scripts lose nothing."""

import itertools
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.visiting import visit
from tests.proofs.kinds import KINDS, Kind

pytestmark = pytest.mark.browser

# A style sheet that the security policy has nothing against, as a reader's own has it.
OWN_STYLE = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""
"""WCAG 2.2, criterion 1.4.12."""
DOUBLED = "html { font-size: 200% !important; }"
LOST = Path(__file__).with_name("lost.js").read_text(encoding="utf-8")
MOVES = """() => [document.documentElement, ...document.querySelectorAll("body, body *")].filter((element) => {
  const { scrollBehavior, transitionDuration, animationName } = getComputedStyle(element);
  return scrollBehavior !== "auto" || parseFloat(transitionDuration) > 0 || animationName !== "none";
}).map((element) => element.outerHTML.slice(0, 90))"""
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""A page hears of a new width when it draws, and folds and unfolds then."""
UNFOLDED = """() => {
  for (const folded of document.querySelectorAll("main details:not([open])")) folded.open = true;
}"""
UNMARKED = """() => [...document.querySelectorAll(".outcome b")].filter(
  (word) => word.checkVisibility() && getComputedStyle(word).borderBottomStyle !== "solid").length"""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_nothing_is_cut_or_covered_however_the_text_is_set(page: Page, example: str, kind: Kind) -> None:
    page.emulate_media(reduced_motion="reduce")
    visit(page, example + kind.address)
    assert page.evaluate(MOVES) == []
    lost = {}
    texts = {"as it is": "", "spaced": SPACED, "doubled": DOUBLED}
    for fold, text, width in itertools.product(("folded", "unfolded"), texts, (1280, 320)):
        page.evaluate(OWN_STYLE, texts[text])
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(SETTLED)
        if fold == "unfolded":
            page.evaluate(UNFOLDED)
        lost[fold, text, width] = page.evaluate(LOST)
    assert {where: what for where, what in lost.items() if what} == {}


@pytest.mark.parametrize("name", ["meeting", "case", "search"])
def test_where_the_reader_rules_the_colours_outcomes_are_underlined_and_nothing_is_lost(
    page: Page, example: str, name: str
) -> None:
    page.emulate_media(forced_colors="active")
    visit(page, example + next(kind.address for kind in KINDS if kind.name == name))
    assert page.locator(".outcome b").count() > 0
    assert page.evaluate(UNMARKED) == 0
    assert page.evaluate(LOST) == []


def test_without_scripts_a_page_has_the_same_words(browser: Browser, page: Page, example: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    for kind in KINDS:
        if kind.name != "search":
            page.goto(example + kind.address)
            plain.goto(example + kind.address)
            assert plain.locator("main").inner_text() == page.locator("main").inner_text()
    plain.goto(f"{example}/soeg/")
    text = plain.locator("main").inner_text()
    context.close()
    assert "Søgningen kræver JavaScript" in text
    assert "Strandby: sager efter år" in text
