"""The search page in a real browser, over a small site of two invented municipalities."""

import re
from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

SITE = {
    "site.toml": '[site]\nname = "Prøve"\nbase_url = "https://referat.example/"\n',
    "content/minutes/strandby/byraadet/2024-05-14.md": """\
---
municipality: Strandby
body: Byrådet
date: 2024-05-14
kind: minutes
---

## 1. Cykelsti langs Havnevej

Sagsnr.: 24/1187

### Sagsfremstilling

Stien anlægges året rundt, og gården ved svinget eksproprieres. Udgiften er <b>ikke</b> stor & kan bæres.

### Beslutning

Godkendt.

## 2. Rydning af søerne

Sagsnr.: 14/32918

### Sagsfremstilling

Arbejdet i arealerne koster 32918 kr. og er en del af arkivet.

### Beslutning

Udsat.

## 3. Lukket punkt om grundsalg

Sagsnr.: 24/55
Lukket: ja
""",
    "content/minutes/strandby/teknikudvalget/2023-03-07.md": """\
---
municipality: Strandby
body: Teknikudvalget
date: 2023-03-07
kind: minutes
---

## 4. Cykelsti langs Havnevej: forslag

Sagsnr.: 24/1187

### Beslutning

Anbefales godkendt.

## 5. Skolebestyrelsernes arbejde

Sagsnr.: 14/3292

### Sagsfremstilling

Kommunens råd har udtalt sig om cykelstierne.

### Beslutning

Taget til efterretning.
""",
    "content/minutes/egedalen/byraadet/2022-09-06.md": """\
---
municipality: Egedalen
body: Byrådet
date: 2022-09-06
kind: minutes
---

## 2. Cykelsti gennem Egedalen

Sagsnr.: 14/329180

### Beslutning

Godkendt.

## 3. Nyt gadekær ved Aavej

Sagsnr.: 24/55

### Beslutning

Godkendt.
""",
}


UNTIL_MARKED = """new Promise((done) => {
  const look = () => (CSS.highlights.has("fund") ? done() : requestAnimationFrame(look));
  look();
})"""
"""The page's policy forbids the browser driver's own way of waiting, which is to evaluate a text."""


@pytest.fixture(scope="module")
def site(build_and_serve: Callable[[Mapping[str, str]], str]) -> str:
    return build_and_serve(SITE)


def search(page: Page, site: str, query: str) -> None:
    page.goto(f"{site}/soeg/")
    search_again(page, query)


def search_again(page: Page, query: str) -> None:
    page.get_by_label("Søg efter ord eller sagsnummer").fill(query)
    page.keyboard.press("Enter")


def titles(page: Page) -> list[str]:
    """The titles of the best hits of all cases, once the search has come to rest."""
    expect(page.locator("#soegning")).to_have_attribute("aria-busy", "false")
    return page.locator("#fund h2").all_inner_texts()


def links(page: Page) -> int:
    """How many items are shown, those below another one of the same case counted."""
    titles(page)
    return page.locator("#fund a[href*='#']").count()


def test_a_case_number_in_any_spelling_goes_to_the_case(page: Page, site: str) -> None:
    for spelling in ("24/1187", "24-1187", "24 / 1187", "2024/1187", "sag 24/1187", "Sagsnr.: 24/01187", "24–1187"):
        search(page, site, spelling)
        expect(page).to_have_url(f"{site}/strandby/sag/24-1187/")


def test_a_number_sent_from_another_page_goes_to_the_case_too(page: Page, site: str) -> None:
    page.goto(f"{site}/strandby/")
    page.get_by_label("Søg efter ord eller sagsnummer").fill("24/1187")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/strandby/sag/24-1187/")


def test_while_a_number_is_typed_the_way_to_the_case_is_shown_and_no_engine_is_loaded(page: Page, site: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{site}/soeg/")
    page.get_by_label("Søg efter ord eller sagsnummer").press_sequentially("sag 24/1187")
    link = page.get_by_role("link", name="Gå til sag 24/1187")
    expect(link).to_have_attribute("href", "/strandby/sag/24-1187/")
    assert not [url for url in requests if "pagefind" in url]


def test_a_number_that_is_no_case_is_said_to_be_none_and_nothing_is_guessed(page: Page, site: str) -> None:
    page.goto(f"{site}/soeg/")
    for number in ("24/9999", "14/3291", "14/3291800", "24-1186", "sag 98/1187", "27.69.40-P19-1-23"):
        search_again(page, number)
        expect(page.locator("#sagssvar")).to_contain_text(f"Der er ingen sag »{number}«")
        assert titles(page) == []


def test_numbers_that_begin_alike_are_never_confused(page: Page, site: str) -> None:
    for number, case in (("14/32918", "strandby/sag/14-32918"), ("14/329180", "egedalen/sag/14-329180")):
        search(page, site, number)
        expect(page).to_have_url(f"{site}/{case}/")


def test_a_number_of_two_municipalities_is_left_to_the_reader(page: Page, site: str) -> None:
    search(page, site, "24/55")
    answer = page.locator("#sagssvar")
    expect(answer.get_by_role("link")).to_have_count(2)
    expect(answer).to_contain_text("Egedalen: Nyt gadekær ved Aavej")
    expect(answer).to_contain_text("Strandby: Lukket punkt om grundsalg")


def test_a_cases_items_are_found_and_no_others(page: Page, site: str) -> None:
    page.goto(f"{site}/soeg/")
    page.get_by_label("Søg efter ord eller sagsnummer").press_sequentially("24/1187")
    page.get_by_role("button", name="Vis sagens punkter her").click()
    assert links(page) == 2
    expect(page.locator("#fund > li")).to_contain_text("2 punkter i sag 24/1187, også:")


def test_a_number_among_words_is_answered_beside_the_hits(page: Page, site: str) -> None:
    search(page, site, "søerne 24/1187")
    assert titles(page) == ["Rydning af søerne"]
    expect(page.get_by_role("link", name="Gå til sag 24/1187")).to_be_visible()


def test_each_of_several_numbers_is_answered_and_the_words_between_are_not_searched_for(page: Page, site: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{site}/soeg/")
    for query in ("24/1187 og 24/206", "24 / 1187, 24/206", "er sag 24/1187 og 24/206 i »14/3292«?"):
        search_again(page, query)
        assert titles(page) == []
        expect(page.get_by_role("link", name="Gå til sag 24/1187")).to_be_visible()
        expect(page.locator("#sagssvar")).to_contain_text("Der er ingen sag »24/206")
    expect(page.get_by_role("link", name="Gå til sag 14/3292")).to_be_visible()
    assert not [url for url in requests if "pagefind.js" in url]
    page.get_by_role("button", name="Vis punkterne i sag 14/3292 her").click()
    assert titles(page) == ["Skolebestyrelsernes arbejde"]


def test_a_number_that_is_missing_keeps_the_reader_where_it_is_said(page: Page, site: str) -> None:
    page.goto(f"{site}/soeg/?q=24/1187+24/9999")
    expect(page.locator("#sagssvar")).to_contain_text("Der er ingen sag »24/9999«")
    expect(page.get_by_role("link", name="Gå til sag 24/1187")).to_be_visible()


def test_a_documents_number_leads_to_its_case(page: Page, site: str) -> None:
    page.goto(f"{site}/soeg/")
    for query in ("24/1187-3", "24-1187-12", "sag 24/1187-3"):
        search_again(page, query)
        expect(page.locator("#sagssvar")).to_contain_text("ligner et dokument i sag")
        expect(page.get_by_role("link", name="Gå til sag 24/1187")).to_be_visible()
    search_again(page, "24/9999-3")
    expect(page.locator("#sagssvar")).to_contain_text("»24/9999-3« ligner et dokument i sag 24/9999")
    expect(page.locator("#sagssvar")).to_contain_text("Der er ingen sag »24/9999«")
    assert titles(page) == []


def test_a_day_is_no_document_and_finds_what_was_dealt_with_then(page: Page, site: str) -> None:
    page.goto(f"{site}/soeg/")
    for day in ("14-05-2024", "14/5-24", "14.05.2024", "14. maj 2024", "den 14 maj 2024", "2024-05-14", "14/5 2024"):
        search_again(page, day)
        expect(page.locator("#antal")).to_have_text("Møder 14. maj 2024: 3 punkter")
        expect(page.locator("#sagssvar")).to_be_empty()
    search_again(page, "cykelsti maj 2024")
    expect(page.locator("#antal")).to_have_text("Møder maj 2024: 1 punkt")
    assert titles(page) == ["Cykelsti langs Havnevej"]


def test_a_day_without_a_meeting_is_said_to_have_none(page: Page, site: str) -> None:
    page.goto(f"{site}/soeg/")
    for day in ("15. maj 2024", "31-02-2024", "juni 2024"):
        search_again(page, day)
        expect(page.locator("#antal")).to_contain_text("Ingen punkter")
        assert titles(page) == []


def test_other_signs_between_the_digits_are_read_as_the_case_number(page: Page, site: str) -> None:
    for spelling in ("24_1187", "24.1187", "2024_1187"):
        search(page, site, spelling)
        page.wait_for_url(f"{site}/strandby/sag/24-1187/")
    search(page, site, "24.55")
    expect(page.get_by_role("link", name="Gå til sag 24/55")).to_have_count(2)


def test_other_signs_where_no_case_has_the_number_are_answered_truthfully(page: Page, site: str) -> None:
    page.goto(f"{site}/soeg/")
    for number in ("24_9999", "24.9999"):
        search_again(page, number)
        expect(page.locator("#sagssvar")).to_contain_text(f"Der er ingen sag »{number}«")
        assert titles(page) == []
    search_again(page, "99.118")
    expect(page.locator("#antal")).to_contain_text("Ingen punkter")
    expect(page.locator("#sagssvar")).to_be_empty()


def test_a_danish_word_finds_what_it_means_first(page: Page, site: str) -> None:
    page.goto(f"{site}/soeg/")
    for query, expected in (
        ("år", "Cykelsti langs Havnevej"),
        ("gården", "Cykelsti langs Havnevej"),
        ("søer", "Rydning af søerne"),
        ("råd", "Skolebestyrelsernes arbejde"),
        ("rådene", "Skolebestyrelsernes arbejde"),
        ("skolebestyrelse", "Skolebestyrelsernes arbejde"),
        ("kommunens", "Skolebestyrelsernes arbejde"),
        ("gadekær", "Nyt gadekær ved Aavej"),
        ("Åvej", "Nyt gadekær ved Aavej"),
        ("grundsalg", "Lukket punkt om grundsalg"),
    ):
        search_again(page, query)
        assert titles(page)[:1] == [expected], query


def test_words_that_nobody_wrote_find_nothing(page: Page, site: str) -> None:
    page.goto(f"{site}/soeg/")
    for query in ("Århus", "99999", "143/2918", "cykelstald", "arbejdstager cykelsti"):
        search_again(page, query)
        assert titles(page) == [], query


def test_items_with_some_of_the_words_are_shown_only_when_asked_for(page: Page, site: str) -> None:
    search(page, site, "hvem stemte om cykelsti forslag arbejdstager")
    assert titles(page) == []
    expect(page.locator("#antal")).to_have_text(
        "Der er søgt efter »cykelsti forslag arbejdstager«. Ingen punkter har alle ordene."
    )
    page.get_by_role("button", name="Vis punkter med nogle af ordene").click()
    expect(page.locator("#antal")).to_have_text(
        "4 punkter har nogle af ordene »cykelsti forslag arbejdstager«, dem med flest først"
    )
    assert titles(page)[0] == "Cykelsti langs Havnevej: forslag"
    assert links(page) == 4
    expect(page.locator("#antal")).to_be_focused()
    expect(page.get_by_role("button", name="Vis punkter med nogle af ordene")).to_have_count(0)


def test_some_of_the_words_are_searched_for_under_the_chosen_filter(page: Page, site: str) -> None:
    page.goto(f"{site}/soeg/?q=cykelsti+arbejdstager&aar=2023")
    assert titles(page) == []
    page.get_by_role("button", name="Vis punkter med nogle af ordene").click()
    expect(page.locator("#antal")).to_contain_text("2 punkter har nogle af ordene")
    expect(page.get_by_label("År", exact=True)).to_have_value("2023")


def test_one_word_that_nobody_wrote_has_no_other_offer(page: Page, site: str) -> None:
    page.goto(f"{site}/soeg/")
    for query in ("cykelstald", "hvem er cykelstald", '"cykelsti arbejdstager"'):
        search_again(page, query)
        assert titles(page) == []
        expect(page.locator("#tilbud")).to_be_empty()


def test_a_reader_without_danish_letters_is_understood(page: Page, site: str) -> None:
    search(page, site, "gadekaer")
    assert titles(page) == ["Nyt gadekær ved Aavej"]
    expect(page.locator("#antal")).to_contain_text("men med »gadekær« er der: 1 punkt")


def test_a_question_is_searched_for_by_the_words_that_tell_something(page: Page, site: str) -> None:
    page.goto(f"{site}/soeg/")
    for question, words, count in (
        ("hvad blev besluttet om cykelstien?", "cykelstien?", 4),
        ("cykelsti havnevej hvem stemte", "cykelsti havnevej", 2),
        ("Hvornår er der rydning af søerne", "rydning søerne", 1),
    ):
        search_again(page, question)
        assert links(page) == count, question
        expect(page.locator("#antal")).to_contain_text(f"Der er søgt efter »{words}«: {count} punkt")


def test_words_of_a_question_are_searched_for_where_there_are_no_others(page: Page, site: str) -> None:
    search(page, site, "og")
    assert titles(page) != []
    expect(page.locator("#antal")).not_to_contain_text("Der er søgt efter")


@pytest.mark.parametrize(
    ("label", "option", "expected"),
    [
        ("Udvalg", "Byrådet (2)", ["Cykelsti gennem Egedalen", "Cykelsti langs Havnevej"]),
        ("År", "2023 (2)", ["Cykelsti langs Havnevej: forslag", "Skolebestyrelsernes arbejde"]),
        ("Udfald", "Til efterretning (1)", ["Skolebestyrelsernes arbejde"]),
    ],
)
def test_a_filter_narrows_the_hits_and_tells_how_many_it_leaves(
    page: Page, site: str, label: str, option: str, expected: list[str]
) -> None:
    search(page, site, "cykelsti")
    assert links(page) == 4
    page.get_by_label(label, exact=True).select_option(option)
    assert sorted(titles(page)) == expected


def test_the_chosen_municipalities_are_searched_and_remembered(page: Page, site: str) -> None:
    search(page, site, "cykelsti")
    page.get_by_label("Strandby").uncheck()
    expect(page.locator("#antal")).to_have_text("1 punkt")
    page.goto(f"{site}/soeg/?q=cykelsti")
    assert titles(page) == ["Cykelsti gennem Egedalen"]
    expect(page.get_by_label("Strandby")).not_to_be_checked()


def test_newest_first_is_by_date_over_all_municipalities(page: Page, site: str) -> None:
    search(page, site, "cykelsti")
    for order, expected in (("Nyeste først", ["2024", "2023", "2022"]), ("Ældste først", ["2022", "2023", "2023"])):
        page.get_by_label("Rækkefølge").select_option(order)
        titles(page)
        facts = page.locator("#fund h2 + .meta").all_inner_texts()
        assert [re.findall(r" (\d{4}) ", text)[0] for text in facts] == expected


def test_a_search_can_be_linked_to(page: Page, site: str) -> None:
    page.goto(f"{site}/soeg/?q=cykelsti&aar=2023&orden=nyeste")
    assert len(titles(page)) == 2
    expect(page.get_by_label("År", exact=True)).to_have_value("2023")


def test_a_hit_shows_the_records_words_as_text(page: Page, site: str) -> None:
    search(page, site, "eksproprieres udgiften")
    hit = page.locator("#fund li").first
    expect(hit).to_contain_text("Udgiften er <b>ikke</b> stor & kan bæres")
    expect(hit.locator("mark")).to_have_text(["eksproprieres", "Udgiften"])
    expect(hit).to_contain_text("Godkendt")
    expect(hit).to_contain_text("Strandby · Byrådet · 14. maj 2024 · Sag 24/1187")


def test_a_hit_leads_to_its_case_too(page: Page, site: str) -> None:
    search(page, site, "eksproprieres udgiften")
    page.locator("#fund").get_by_role("link", name="Sag 24/1187").first.click()
    expect(page).to_have_url(f"{site}/strandby/sag/24-1187/")


def test_a_hit_opens_the_item_and_marks_the_words_there(page: Page, site: str) -> None:
    search(page, site, "gården")
    titles(page)
    page.locator("#fund a").first.click()
    page.wait_for_url(f"{site}/strandby/byraadet/2024-05-14/?q=g%C3%A5rden#punkt-1")
    page.evaluate(UNTIL_MARKED)
    assert page.evaluate("[...CSS.highlights.get('fund')].map(String)") == ["gården"]
    assert page.evaluate("document.querySelector(':target').id") == "punkt-1"


def test_a_browser_without_highlights_gets_marks(page: Page, site: str) -> None:
    page.add_init_script("delete globalThis.Highlight")
    page.goto(f"{site}/strandby/byraadet/2024-05-14/?q=g%C3%A5rd#punkt-1")
    expect(page.locator("main mark")).to_have_text(["gården"])


def test_nothing_of_the_engine_is_loaded_before_the_search_is_used(page: Page, site: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{site}/soeg/")
    page.get_by_label("Søg efter ord eller sagsnummer").focus()
    page.wait_for_load_state("networkidle")
    assert not [url for url in requests if "pagefind" in url or "opslag" in url]


def test_a_first_search_costs_less_than_250_kilobytes(page: Page, site: str) -> None:
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body())) if "/pagefind/" in response.url else None)
    page.goto(f"{site}/soeg/?q=cykelsti&kommune=strandby")
    titles(page)
    assert 100_000 < sum(sizes) < 250_000


def test_without_javascript_the_page_has_the_ways_to_everything(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/soeg/")
    expect(page.locator("#soegning")).to_be_hidden()
    page.get_by_role("link", name="Strandby: sager efter år").click()
    assert page.url == f"{site}/strandby/sag/"
    context.close()


def test_search_needs_no_mouse(page: Page, example: str) -> None:
    page.goto(f"{example}/soeg/")
    page.keyboard.press("Tab")
    for _ in range(10):
        if page.evaluate("document.activeElement.id") == "soeg-felt":
            break
        page.keyboard.press("Tab")
    page.keyboard.type("færge")
    page.keyboard.press("Enter")
    titles(page)
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#fund') !== null"):
            break
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/\d{4}-\d\d-\d\d/\?q=f%C3%A6rge#punkt-"))


def test_the_example_site_is_searched_with_danish_letters(page: Page, example: str) -> None:
    page.goto(f"{example}/soeg/")
    for query in ("færge", "ø-fredag", "skolestruktur på Kvistrup", "ældrerådet"):
        search_again(page, query)
        assert titles(page) != [], query


def test_the_example_sites_case_is_followed_from_its_number(page: Page, example: str) -> None:
    search(page, example, "sag 24-1187")
    page.wait_for_url(re.compile(r"/strandby/sag/24-1187/$"))
    treatment = page.locator("main a[href*='/strandby/'][href*='#punkt-']").first
    treatment.click()
    page.wait_for_url(re.compile(r"/strandby/.+/#punkt-"))
    expect(page.locator(":target").get_by_role("link", name="Sag 24/1187")).to_be_visible()
