"""Lines become Markdown that says the same: paragraphs, sub-headings, lists, tables, footnotes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.importing.audit import letters_of
from referat.importing.document import Document
from referat.importing.ledger import make_ledger
from referat.importing.reading import rules
from referat.importing.reading.pieces import pieces_of
from referat.importing.reading.prose import Prose, Style, to_markdown


def prose(text: str, style: Style = Style(lone_headings=True)) -> Prose:
    return to_markdown(pieces_of(Document(name="x.txt", text=text, sha256="")), style)


def markdown(text: str) -> str:
    return prose(text).text


LONG = "Haverne betales af den pulje, som byrådet satte af, og de passes af børnene i"


def test_a_paragraph_that_a_page_cut_in_two_is_one_again() -> None:
    joined = prose(f"{LONG}\n\nforeningen hver uge.")
    assert joined.text == f"{LONG} foreningen hver uge."
    assert len(joined.joined) == 1


def test_a_footnote_at_the_foot_of_the_page_does_not_keep_the_halves_apart() -> None:
    text = markdown(f"{LONG} <sup>[1]</sup> og\n\n---\n\n[1] Se budgettet.\n\n---\n\nforeningen.")
    assert text == f"{LONG}[^1] og foreningen.\n\n[^1]: Se budgettet."


@pytest.mark.parametrize(
    "text",
    [
        "Det er nok.\n\nog så videre.",
        "Udvalget mener,\n\nat det er nok.",
        "Havnen\n\nDen er for lille.",
        "Svar:\n\nnej.",
    ],
)
def test_what_may_be_two_paragraphs_stays_two(text: str) -> None:
    assert "\n\n" in markdown(text)


def test_a_short_line_above_a_paragraph_is_a_sub_heading() -> None:
    assert markdown("Hvad koster det?\n\nDet koster 2 mio. kr.") == "#### Hvad koster det?\n\nDet koster 2 mio. kr."
    assert markdown("2. halvår\n\nDer spares på varmen.") == "#### 2. halvår\n\nDer spares på varmen."


@pytest.mark.parametrize("line", ["Godkendt", "Anna Holm (A)", "Se listen:", "Havnen er for lille.", "Slut"])
def test_a_short_line_that_says_something_is_no_sub_heading(line: str) -> None:
    below = "" if line == "Slut" else "\n\nDer kommer mere om det senere."
    assert "####" not in markdown(line + below)


def test_where_headings_are_marked_no_other_line_is_one() -> None:
    assert prose("Havnen\n\nDen er for lille.", Style()).text == "Havnen\n\nDen er for lille."
    assert prose("### **Havnen**\n\nDen er for lille.", Style()).text == "#### Havnen\n\nDen er for lille."
    assert prose("**Havnen**\n\nDen er for lille.", Style()).text == "#### Havnen\n\nDen er for lille."


def test_lists_keep_their_numbers_letters_and_levels() -> None:
    assert markdown("1. Vi bygger\n2) Vi maler\n\n- a) blåt\n\nb) rødt\n\n• gult\n  – mat") == (
        "1. Vi bygger\n2) Vi maler\n- a) blåt\n- b) rødt\n- gult\n    - mat"
    )


def test_numbers_that_begin_a_sentence_are_no_list() -> None:
    assert markdown("24. september blev det besluttet.") == "24\\. september blev det besluttet."
    assert markdown("1. maj holdes der fri.") == "1\\. maj holdes der fri."


def test_marks_of_markdown_that_are_text_stay_text() -> None:
    assert markdown("+ moms og\n> 40 kr.") == "\\+ moms og\n\\> 40 kr."
    assert markdown("[1]: det er ikke en henvisning.") == "\\[1]: det er ikke en henvisning."


def test_lines_with_tabs_are_a_table_and_a_lone_first_cell_its_caption() -> None:
    assert markdown("Udgifter:\t\nÅr\tKr.\n2024\t1|2") == "Udgifter:\n\n| År | Kr. |\n| --- | --- |\n| 2024 | 1\\|2 |"


def test_a_table_that_a_page_cut_in_two_is_one_again() -> None:
    text = prose("År\tKr.\n2024\t1\n\n2025\t2")
    assert text.text == "| År | Kr. |\n| --- | --- |\n| 2024 | 1 |\n| 2025 | 2 |"
    assert len(text.joined) == 1


def test_two_tables_stay_two() -> None:
    assert markdown("År\tKr.\n2024\t1\n\nÅr\tKr.\n2025\t2").count("\n| ---") == 2
    assert markdown("År\tKr.\n2024\t1\n\nBy\tKr.\tPct.\nStrandby\t2\t3").count("\n| ---") == 2


def test_a_line_below_a_table_that_explains_its_star_is_no_list() -> None:
    assert markdown("År\tKr.\n2024\t1*\n\n* Uden moms.").endswith("\n\n\\* Uden moms.")
    assert markdown("År\tKr.\n2024\t1\n\n* Uden moms.").endswith("\n\n- Uden moms.")


def test_footnotes_and_raised_numbers() -> None:
    assert markdown("Vi spurgte <sup>[1]</sup> alle.\n\n[1] I uge 6.") == "Vi spurgte[^1] alle.\n\n[^1]: I uge 6."
    assert markdown("Vi spurgte <sup>[1]</sup> alle.") == "Vi spurgte [1] alle."
    assert markdown("[1] I uge 6.") == "[1] I uge 6."
    assert markdown("Rummet er 40 m<sup>2</sup> stort.") == "Rummet er 40 m² stort."


def test_a_glued_at_is_parted_where_the_rest_is_a_word_of_the_document() -> None:
    style = Style(clauses=True, known_words=frozenset({"udvalget"}))
    assert prose("Atudvalget godkender planen.", style).text == "At udvalget godkender planen."
    assert prose("Atletik godkendes.", style).text == "Atletik godkendes."
    assert prose("Atudvalget godkender planen.", Style()).text == "Atudvalget godkender planen."


def test_rules_drawn_across_the_page_are_dropped() -> None:
    assert prose("Før.\n\n---\n\n* * *\n\nEfter.").text == "Før.\n\nEfter."
    assert {claim.rule for claim in prose("---").claims} == {rules.DECORATION}


WORDS = st.sampled_from(
    ["Havn", "og", "by.", "1.", "- ", "\t", "\n", "\n\n", "**Ø**", "# ", "[1] ", "<sup>[1]</sup>", "a) ", "* "]
)


@given(st.lists(WORDS, max_size=30))
def test_every_letter_of_any_text_is_kept_in_order_and_accounted_for(words: list[str]) -> None:
    """But for footnotes: one that parts a paragraph or a table comes after it."""
    text = " ".join(words)
    result = prose(text)
    ledger = make_ledger(text, result.claims)
    kept = "".join(text[claim.start : claim.end] for claim in ledger.claims if claim.rule is None)
    told, source = letters_of(result.text), letters_of(kept)
    assert sorted(told) == sorted(source)
    assert told == source or "[1] " in words
