"""The keyboard alone: everything is reached, in the order of the page, and it is always seen where one is."""

import msgspec
import pytest
from msgspec import Struct
from playwright.sync_api import Page, expect
from tests.browser.visiting import visit
from tests.proofs.kinds import KINDS

pytestmark = pytest.mark.browser

FOCUSABLE = """() => {
  const all = document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']");
  const how = { visibilityProperty: true, contentVisibilityAuto: true };
  const reached = [...all].filter((element) => element.checkVisibility(how));
  reached.forEach((element, place) => element.setAttribute("data-place", place));
  return reached.map((element) => element.outerHTML.slice(0, 90));
}"""
STOP = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const [line] = element.getClientRects();
  const middle = Math.min(line.top + line.height / 2, innerHeight - 1);
  const point = document.elementFromPoint(line.left + line.width / 2, middle);
  return {
    place: Number(element.dataset.place ?? -1),
    isSeen: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
    isMarked: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    isCovered: !(element.contains(point) || point?.contains(element)),
  };
}"""


class Stop(Struct, frozen=True, rename="camel"):
    """Where the Tab key has led: the place among all that can be focused, and what a person sees of it."""

    place: int
    is_seen: bool
    is_marked: bool
    is_covered: bool


@pytest.mark.parametrize("name", ["meeting", "search"])
def test_the_tab_key_leads_through_the_whole_page_and_out_of_it(page: Page, example: str, name: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    visit(page, example + next(kind.address for kind in KINDS if kind.name == name))
    everything = page.evaluate(FOCUSABLE)
    stops = []
    for _ in range(len(everything) + 1):
        page.keyboard.press("Tab")
        if (stop := page.evaluate(STOP)) is None:
            break
        stops.append(msgspec.convert(stop, Stop))
    assert "#indhold" in everything[0]
    assert [stop.place for stop in stops] == list(range(len(everything)))
    poor = [everything[stop.place] for stop in stops if not (stop.is_seen and stop.is_marked) or stop.is_covered]
    assert poor == []


def test_the_skip_link_leads_past_the_head(page: Page, example: str) -> None:
    page.goto(f"{example}/strandby/byraadet/2024-09-03/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main, .crumbs') !== null")
