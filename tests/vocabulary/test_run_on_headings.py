import pytest

from referat.vocabulary.run_on_headings import heading_before_sentence, heading_before_text


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("BilagIngen bilag.", "Bilag"),
        ("SagsfremstillingUdvalget besøger byen.", "Sagsfremstilling"),
        ("Fraværende- Anna Holm", "Fraværende"),
        ("Beslutningskompetence: KB", "Beslutningskompetence: "),
        ("  Sagsforløb: ØK/BY", "  Sagsforløb: "),
    ],
)
def test_a_heading_without_a_break_ends_where_its_text_begins(line: str, heading: str) -> None:
    end = heading_before_text(line)
    assert end is not None
    assert line[:end] == heading


@pytest.mark.parametrize(
    "line", ["", "Bilag", "Bilag 1", "Bilaget", "Økonomi- og Planudvalget", "Økonomi: 500 kr.", "Indstilling om, at"]
)
def test_other_lines_have_no_such_heading(line: str) -> None:
    assert heading_before_text(line) is None


def test_a_heading_may_stand_before_its_first_sentence() -> None:
    assert heading_before_sentence("Økonomi Der er sat 2 mio. af.") == len("Økonomi ")
    assert heading_before_sentence("Sagsfremstilling: Molen er brudt.") == len("Sagsfremstilling: ")


@pytest.mark.parametrize("line", ["Økonomi og personale", "Indstilling", "Bilag 1", "Økonomiudvalget Nord"])
def test_other_words_before_a_sentence_are_no_headings(line: str) -> None:
    assert heading_before_sentence(line) is None
