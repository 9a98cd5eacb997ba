"""The example site's search page, asked in a real browser."""

from urllib.parse import quote, urlsplit

from playwright.sync_api import Page

ANSWERED = "#soegning[aria-busy=false], body:not(:has(#soegning))"
READ = """() => [...document.querySelectorAll("#sagssvar a[href*='/sag/'], #fund > li")].map((answer) =>
  (answer.matches("a") ? [answer] : [...answer.querySelectorAll("a")]).map((link) => link.getAttribute("href")))"""


def ask(page: Page, text: str) -> list[list[str]]:
    """What the search page answers, best first: of each answer its addresses, without the words to mark."""
    page.goto(f"/soeg/?q={quote(text)}")
    page.locator(ANSWERED).first.wait_for()
    page.wait_for_timeout(250)
    if urlsplit(page.url).path != "/soeg/":
        return [[urlsplit(page.url).path]]
    links: list[list[str]] = page.evaluate(READ)
    return [[_bare(href) for href in answer] for answer in links]


def _bare(href: str) -> str:
    address = urlsplit(href)
    return f"{address.path}#{address.fragment}" if address.fragment else address.path
