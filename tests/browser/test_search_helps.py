"""What the search page does where a query has no plain answer, for many municipalities, and for the keyboard."""

import re
from collections.abc import Callable, Mapping

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.browser

MINUTES = """\
---
municipality: {municipality}
body: Byrådet
date: {date}
kind: minutes
---

"""
SITE = {
    "site.toml": '[site]\nname = "Prøve"\nbase_url = "https://referat.example/"\nlanguages = ["da", "en"]\n',
    "content/minutes/strandby/byraadet/2024-05-14.md": MINUTES.format(municipality="Strandby", date="2024-05-14")
    + """\
## 1. Godkendelse af dagsorden

Sagsnr.: 22/16

### Sagsfremstilling

Dagsordenen har et punkt om præstekraver.

### Beslutning

Godkendt.

## 2. Skolebestyrelsernes arbejde

Sagsnr.: 24/1187

### Sagsfremstilling

Skolen har spurgt bestyrelsen. Jørn Aagaard svarede, at havnebadet og saunaen kan vente.

### Beslutning

Tiltrådt.

## 3. Sommerteater i grusgraven

Sagsnr.: 23/415

### Beslutning

Afslået.
""",
    "content/minutes/strandby/byraadet/2024-06-11.md": MINUTES.format(municipality="Strandby", date="2024-06-11")
    + "## 4. Natsygepleje\n\nSagsnr.: 24/1188\n\n### Beslutning\n\nGodkendt.\n",
    "content/minutes/egedalen/byraadet/2023-02-07.md": MINUTES.format(municipality="Egedalen", date="2023-02-07")
    + "## 1. Natsygepleje\n\nSagsnr.: 23/77\n\n### Beslutning\n\nDrøftet på god grund.\n\n"
    + "## 2. Salg af grund\n\nLukket: ja\n",
}
MANY = {
    "site.toml": '[site]\nname = "Prøve"\n',
    **{
        f"content/minutes/by-{n}/byraadet/2024-05-14.md": MINUTES.format(
            municipality=f"Strandby {n}", date="2024-05-14"
        )
        + f"## 1. Færgen {n}\n\nSagsnr.: 24/{n}00\n\n### Beslutning\n\nGodkendt.\n"
        for n in range(11, 23)
    },
}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def site(build_and_serve: Callable[[Mapping[str, str]], str]) -> str:
    return build_and_serve(SITE)


@pytest.fixture(scope="module")
def many(build_and_serve: Callable[[Mapping[str, str]], str]) -> str:
    return build_and_serve(MANY)


def ask(page: Page, site: str, query: str) -> list[str]:
    """The titles that the page shows for the query, which stands in its address."""
    page.goto(f"{site}/soeg/?q={query}")
    return titles(page)


def titles(page: Page) -> list[str]:
    expect(page.locator("#soegning")).to_have_attribute("aria-busy", "false")
    return page.locator("#fund h2").all_inner_texts()


@pytest.mark.parametrize("typed", ["24/1178", "24/11887", "24/118", "241187", "2024/1178", "sag 25/1187"])
def test_a_number_with_a_slip_is_no_case_and_the_near_ones_are_offered(page: Page, site: str, typed: str) -> None:
    assert ask(page, site, typed) == []
    answer = page.locator("#sagssvar")
    expect(answer).to_contain_text("Der er ingen sag")
    expect(answer).to_contain_text("Måske mente du:")
    offered = [link.inner_text() for link in answer.get_by_role("link").all()]
    assert {"Sag 24/1187", "Sag 24/1188"}.intersection(offered)


def test_a_number_unlike_all_others_gets_no_offer(page: Page, site: str) -> None:
    assert ask(page, site, "19/90210") == []
    expect(page.locator("#sagssvar")).to_contain_text("Se efter, om tallet er skrevet rigtigt")
    expect(page.locator("#sagssvar").get_by_role("link")).to_have_count(0)


@pytest.mark.parametrize(
    ("typed", "other", "title"),
    [
        ("skolebestyrlse", "skolebestyrelsernes", "Skolebestyrelsernes arbejde"),
        ("natsykepleje", "natsygepleje", "Natsygepleje"),
        ("teater", "sommerteater", "Sommerteater i grusgraven"),
        ("havnebadsauna", "havnebadet saunaen", "Skolebestyrelsernes arbejde"),
    ],
)
def test_what_nobody_wrote_is_asked_otherwise_and_the_page_says_so(
    page: Page, site: str, typed: str, other: str, title: str
) -> None:
    assert title in ask(page, site, typed)
    expect(page.locator("#antal")).to_contain_text(f"Ingen punkter har »{typed}«, men med »{other}« er der:")


def test_the_lists_for_slips_are_fetched_only_where_nothing_was_found(page: Page, site: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    assert ask(page, site, "natsygepleje") != []
    assert not [url for url in requests if url.endswith(".txt")]
    ask(page, site, "natsykepleje")
    assert {url.rsplit("/", 1)[1] for url in requests if url.endswith(".txt")} == {"ord.txt"}


def test_a_name_is_found_with_double_a_and_with_ring(page: Page, site: str) -> None:
    for spelling in ("Aagaard", "Ågård", "aagård"):
        assert ask(page, site, spelling) == ["Skolebestyrelsernes arbejde"]
        expect(page.locator("#fund mark")).to_have_text(["Aagaard"])


def test_a_compound_is_found_and_marked_by_its_last_part(page: Page, site: str) -> None:
    assert ask(page, site, "bestyrelse") == ["Skolebestyrelsernes arbejde"]
    page.locator("#fund h2 a").click()
    page.wait_for_url(re.compile(r"q=bestyrelse%20skolebestyrelsernes#punkt-2$"))


def test_a_decision_is_found_by_the_common_word_for_what_came_of_it(page: Page, site: str) -> None:
    assert ask(page, site, "godkendt skolebestyrelse") == ["Skolebestyrelsernes arbejde"]


def test_a_hit_in_a_folded_item_opens_it_and_shows_the_passage(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 400})
    ask(page, site, "præstekraver")
    page.locator("#fund h2 a").click()
    page.wait_for_url(re.compile("#punkt-1$"))
    expect(page.get_by_text("Dagsordenen har et punkt om præstekraver")).to_be_in_viewport()


def test_an_index_that_fails_is_named_and_the_others_are_searched(browser: Browser, site: str) -> None:
    page = browser.new_page()
    broken = re.compile("/pagefind/egedalen/")
    page.route(broken, lambda route: route.abort())
    assert ask(page, site, "natsygepleje") == ["Natsygepleje"]
    expect(page.locator("#antal")).to_contain_text("Der kan ikke søges i Egedalen lige nu")
    page.unroute(broken)
    page.get_by_role("button", name="Prøv igen").click()
    expect(page.locator("#antal")).to_have_text("2 punkter")
    page.close()


def test_a_choice_is_remembered_until_the_reader_has_it_forgotten(page: Page, site: str) -> None:
    ask(page, site, "natsygepleje")
    expect(page.get_by_role("button", name="Glem valget")).to_be_hidden()
    page.get_by_label("Egedalen").uncheck()
    assert ask(page, site, "natsygepleje") == ["Natsygepleje"]
    page.get_by_role("button", name="Glem valget").click()
    assert len(ask(page, site, "natsygepleje")) == 2


def test_the_address_holds_the_search_and_the_back_button_undoes_a_choice(page: Page, site: str) -> None:
    ask(page, site, "natsygepleje")
    page.get_by_label("År", exact=True).select_option("2023 (1)")
    page.wait_for_url("**/soeg/?q=natsygepleje&aar=2023")
    page.get_by_label("Rækkefølge").select_option("Ældste først")
    page.wait_for_url("**/soeg/?q=natsygepleje&aar=2023&orden=aeldste")
    page.go_back()
    expect(page.get_by_label("Rækkefølge")).to_have_value("")
    page.go_back()
    expect(page.get_by_label("År", exact=True)).to_have_value("")
    expect(page.locator("#antal")).to_have_text("2 punkter")


def test_closed_items_can_be_asked_for(page: Page, site: str) -> None:
    assert sorted(ask(page, site, "grund")) == ["Natsygepleje", "Salg af grund"]
    for choice, expected in (("Kun lukkede (1)", ["Salg af grund"]), ("Kun åbne (1)", ["Natsygepleje"])):
        page.get_by_label("Døre").select_option(choice)
        assert titles(page) == expected


def test_of_many_municipalities_none_is_searched_unasked(page: Page, many: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    assert ask(page, many, "færgen") == []
    expect(page.locator("#antal")).to_contain_text("Vælg mindst én kommune at søge i")
    assert not [url for url in requests if "/pagefind/strandby" in url]
    page.locator("summary", has_text="Kommuner").click()
    page.get_by_role("button", name="Vælg alle", exact=True).click()
    expect(page.locator("#antal")).to_have_text("12 punkter")


def test_many_municipalities_are_told_one_by_one_and_can_be_stopped(page: Page, many: str) -> None:
    held: list[Route] = []
    page.route(re.compile("/pagefind/strandby-2[0-9]/pagefind-entry"), lambda route: held.append(route))
    addresses = "".join(f"&kommune=strandby-{n}" for n in range(11, 23))
    page.goto(f"{many}/soeg/?q=færgen{addresses}")
    expect(page.locator("#antal")).to_have_text("8 punkter. Har søgt i 8 af 12 kommuner …")
    expect(page.get_by_role("progressbar")).to_have_attribute("value", "8")
    page.get_by_role("button", name="Stop søgningen").click()
    for route in held:
        route.continue_()
    expect(page.locator("#soegning")).to_have_attribute("aria-busy", "false")


def test_the_key_leads_to_the_search_field_of_any_page_and_can_be_switched_off(page: Page, site: str) -> None:
    page.goto(f"{site}/strandby/")
    page.keyboard.press("/")
    expect(page.get_by_label("Søg efter ord eller sagsnummer")).to_be_focused()
    page.keyboard.type("a/b")
    expect(page.get_by_label("Søg efter ord eller sagsnummer")).to_have_value("a/b")
    page.goto(f"{site}/soeg/")
    page.get_by_label("Tasten / fører til søgefeltet på alle sider").uncheck()
    page.goto(f"{site}/strandby/")
    page.keyboard.press("/")
    expect(page.get_by_label("Søg efter ord eller sagsnummer")).not_to_be_focused()


def test_filters_are_chosen_and_hits_opened_by_the_keyboard_alone(page: Page, site: str) -> None:
    page.goto(f"{site}/soeg/")
    page.keyboard.press("/")
    page.keyboard.type("natsygepleje")
    page.keyboard.press("Enter")
    assert len(titles(page)) == 2
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "aar":
            break
    page.keyboard.press("ArrowDown")
    page.wait_for_url(re.compile("aar=2024"))
    assert len(titles(page)) == 1
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#fund') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/strandby/byraadet/2024-06-11/\?q=natsygepleje#punkt-4$"))


def test_a_narrow_screen_has_the_first_hit_on_it_and_tells_which_filters_are_on(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    assert len(ask(page, site, "natsygepleje")) == 2
    expect(page.locator("#fund a").first).to_be_in_viewport(ratio=1)
    expect(page.get_by_label("År", exact=True)).to_be_hidden()
    fold = page.locator("summary", has_text="Afgræns søgningen")
    fold.press("Enter")
    page.get_by_label("År", exact=True).select_option("2023 (1)")
    page.get_by_label("Strandby").uncheck()
    expect(fold).to_have_text("Afgræns søgningen 2 filtre er slået til")
    page.set_viewport_size({"width": 1280, "height": 740})
    expect(fold).to_be_hidden()
    expect(page.get_by_label("År", exact=True)).to_be_visible()


def test_a_narrow_screen_shows_the_municipalities_where_none_is_chosen(page: Page, many: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    assert ask(page, many, "færgen") == []
    expect(page.locator("summary", has_text="Kommuner")).to_be_visible()


def test_the_english_page_searches_and_leads_to_english_pages(page: Page, site: str) -> None:
    page.goto(f"{site}/en/soeg/?q=natsygepleje")
    assert titles(page) == ["Natsygepleje", "Natsygepleje"]
    expect(page.locator("#antal")).to_have_text("2 items")
    expect(page.locator("#fund")).to_contain_text("7 February 2023")
    assert (page.locator("#fund a").first.get_attribute("href") or "").startswith("/en/")
    page.goto(f"{site}/en/soeg/?q=24/1188")
    page.wait_for_url(f"{site}/en/strandby/sag/24-1188/")


@pytest.mark.parametrize(
    ("query", "width", "theme"),
    [("natsygepleje", 1280, "light"), ("24/1178", 320, "dark"), ("natsykepleje", 320, "light")],
)
def test_an_answer_has_no_barrier_that_axe_knows(page: Page, site: str, query: str, width: int, theme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light", reduced_motion="reduce")
    ask(page, site, query)
    violations = Axe().run(page, options=RULES).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_hit_tells_what_came_of_its_case_later(page: Page, example: str) -> None:
    ask(page, example, "klasse 3 betaler halvt så meget")
    hit = page.locator("#fund > li").first
    expect(hit).to_contain_text("Anbefalet Strandby · Teknik- og Miljøudvalget · 14. november 2023")
    expect(hit).to_contain_text("Senest i sagen: Anbefalet 10. november 2026")
