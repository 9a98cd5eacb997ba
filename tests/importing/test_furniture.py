"""Paper and web page are told from minutes by what comes back where, and what could be minutes stays."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referat.importing.document import Document
from referat.importing.furniture import find_furniture, with_furniture
from referat.importing.ledger import Claim
from referat.importing.reading import rules


def document(text: str, furniture: tuple[Claim, ...] = ()) -> Document:
    return Document(name="x.txt", text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), furniture=furniture)


def furniture_of(text: str) -> dict[str, str]:
    """The lines that are furniture, with their rules."""
    lines = text.split("\n")
    return {f"{index + 1}: {lines[index].strip()}": rule for index, rule in find_furniture(lines).items()}


def test_a_running_head_is_read_once_at_the_top_and_page_numbers_never() -> None:
    head = "Strandby Kommune, Teknikudvalget 14-05-2024"
    texts = ("Referat", "1. Havnevej", "Godkendt.", "2. Strandvej")
    pages = "\n\f".join(f"{head}\n\n{text}\n\n{number}" for number, text in enumerate(texts, 1))
    kept = [line.text.strip() for line in with_furniture(document(pages)).lines if line.text.strip()]
    assert kept == [head, *texts]
    assert set(furniture_of(pages).values()) == {rules.RUNNING_HEAD, rules.PAGE_MARK}


def test_a_page_mark_tells_where_pages_end_too() -> None:
    pages = "\n".join(f"{text}\nNørre Aa Kommune  {n}\nSide {n} af 3\n" for n, text in enumerate(["a", "b", "c"], 1))
    assert furniture_of(f"Referat\nMødet\nByrådet\n{pages}") == {
        "5: Nørre Aa Kommune  1": rules.RUNNING_HEAD,
        "6: Side 1 af 3": rules.PAGE_MARK,
        "9: Nørre Aa Kommune  2": rules.RUNNING_HEAD,
        "10: Side 2 af 3": rules.PAGE_MARK,
        "13: Nørre Aa Kommune  3": rules.RUNNING_HEAD,
        "14: Side 3 af 3": rules.PAGE_MARK,
    }


def test_what_comes_back_on_every_page_and_is_minutes_stays() -> None:
    items = "\n\f".join(f"Punkt {n}\nSagsfremstilling\nSagsnr.: 24/118{n}\nGodkendt" for n in range(1, 6))
    assert furniture_of(items) == {}


def test_lone_numbers_without_pages_may_number_items_and_stay() -> None:
    assert furniture_of("1\nHavnevej\n\n2\nStrandvej\n\n3\nSkolen") == {}


def test_a_text_that_asks_for_consent_is_known_at_the_edges_of_a_page_only() -> None:
    text = ["Vi bruger cookies", *(f"Linje {n}" for n in range(40)), "Vi bruger cookies, når siden måles."]
    middle = [*text[1:21], text[0], *text[21:41]]
    assert list(find_furniture(text)) == [0, 41]
    assert find_furniture(middle) == {}


def test_what_the_extractor_found_is_kept() -> None:
    own = Claim(0, 4, "web-menu")
    assert with_furniture(document("Menu\nReferat\nTil toppen", (own,))).furniture == (
        own,
        Claim(13, 23, "web-navigation"),
    )


SENTENCES = (
    "Forvaltningen indstiller, at planen for Havnevej godkendes.",
    "Udvalget godkendte indstillingen, idet Bo Kjær (V) tog forbehold.",
    "Anna Holm (A) stemte imod",
    "Godkendt",
    "Beslutning Byrådet den 14-05-2024",
    "Sagsnr.: 24/1187",
    "Sagsfremstilling",
    "1. Godkendelse af dagsorden",
    "Mødested: Rådhuset",
)


@given(st.lists(st.sampled_from([*SENTENCES, "", "\f", "7", "Side 2 af 9", "Til toppen"]), max_size=60))
@settings(deadline=None)
def test_a_line_of_minutes_is_never_furniture_wherever_it_stands(lines: list[str]) -> None:
    assert not {lines[index] for index in find_furniture(lines)} & set(SENTENCES)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_line_of_minutes_that_begins_and_ends_every_page_stays(sentence: str) -> None:
    pages = "\n\f".join(f"{sentence}\nTekst nummer {n} i sagen.\n{sentence}" for n in range(1, 8))
    assert furniture_of(pages) == {}
