"""Lines of the web page are known, each by a rule with a name, and lines of the minutes are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.vocabulary.web_noise import is_page_mark, noise_rule, page_number


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Vi bruger cookies på siden", "web-consent"),
        ("Dette site bruger cookies. Hvis du fortsætter, accepterer du dette.", "web-consent"),
        ("Accepter ikke cookies", "web-consent"),
        ('Se vores "cookiepolitik".', "web-consent"),
        ("Skip til hoved indholdet", "web-navigation"),
        ("Gå til indhold", "web-navigation"),
        ("Til toppen", "web-navigation"),
        ("Tilbage til oversigt", "web-navigation"),
        ("Klik her for at se sagsfremstillingen", "web-navigation"),
        ("Vælg dit udvalg herunder:", "web-navigation"),
        ("Udskriv hele dagsordnen", "web-button"),
        ("  • Udskriv", "web-button"),
        ("Kopier link til punktet - Print", "web-button"),
        ("Fold alle punkter", "web-button"),
        ("| Rss | Tip en ven | Print |", "web-button"),
        (" • Få siden oplæst", "web-button"),
        ("Hent som fil:", "web-button"),
        ("Show video", "web-button"),
        ("Strandby Kommunes logo", "web-notice"),
        ("Nørre Aa Kommune Logo", "web-notice"),
        ("background image", "web-notice"),
        ("CORONA >>>", "web-notice"),
    ],
)
def test_what_belongs_to_the_page(line: str, rule: str) -> None:
    assert noise_rule(line) == rule


@pytest.mark.parametrize(
    "line",
    [
        "Udskrivning af skat",
        "Søgårdvej 2",
        "Byrådet bruger cookies i sagen",
        "Tilbagebetaling",
        "Tilbage står spørgsmålet om finansiering",
        "Udskriv af mødeprotokollen godkendt",
        "Menuen på plejehjemmene drøftet",
        "Kommunes logo bruges på skiltene",
        "12. Cookies på kommunens hjemmeside",
        "Godkendt.",
        "",
    ],
)
def test_what_belongs_to_the_minutes(line: str) -> None:
    assert noise_rule(line) is None


SENTENCES = (
    "Forvaltningen indstiller, at planen for Havnevej godkendes.",
    "Godkendt.",
    "Udvalget vedtog at udskrive en byggesag.",
    "Anna Holm (A) og Bo Kjær (V) stemte imod.",
    "Administrationen anbefaler, at hjemmesiden får en ny cookiepolitik.",
)


@given(st.sampled_from(SENTENCES), st.sampled_from(["", "1. ", "- ", "• ", "## ", "  "]))
def test_a_sentence_of_minutes_is_never_noise(sentence: str, mark: str) -> None:
    assert noise_rule(mark + sentence) is None
    assert noise_rule(f"{mark}{sentence} Til toppen") is None


@given(st.text(max_size=60))
def test_what_stands_beside_noise_on_its_line_keeps_the_line(text: str) -> None:
    assert noise_rule(f"Beslutning: {text} Udskriv") is None


@pytest.mark.parametrize("line", ["Side 3 af 14", " side 3/14", "3 of 14", "- Side 3 af 14 -", "Page 3 of 14"])
def test_a_mark_of_the_page(line: str) -> None:
    assert is_page_mark(line)


@pytest.mark.parametrize("line", ["2/28", "Side 3", "3", "Side 3 af bilaget", "Se side 3 af 14"])
def test_no_certain_mark_of_the_page(line: str) -> None:
    assert not is_page_mark(line)


@pytest.mark.parametrize(
    ("line", "number"), [("Side 3", 3), ("- 12 -", 12), (" 7 ", 7), ("7.", None), ("Punkt 7", None)]
)
def test_the_number_that_may_be_a_pages(line: str, number: int | None) -> None:
    assert page_number(line) == number
