from referat.importing.ledger import Claim
from referat.importing.reading import rules
from referat.importing.reading.glued import part_glued
from referat.importing.reading.pieces import Piece


def texts(*lines: str) -> list[str]:
    """The parts of lines that follow each other."""
    pieces, start = [], 0
    for line in lines:
        pieces.append(Piece(line, start))
        start += len(line) + 1
    whole = "\n".join(lines)
    parts = part_glued(pieces).lines
    assert all(whole[part.start : part.end] == part.text for part in parts)
    return [part.text for part in parts]


def test_a_heading_is_parted_from_the_text_that_is_glued_to_it() -> None:
    assert texts("SagsfremstillingUdvalget ser på bygningen.") == ["Sagsfremstilling", "Udvalget ser på bygningen."]
    assert texts("Fraværende- Carl Lund") == ["Fraværende", "- Carl Lund"]


def test_a_heading_with_a_brief_value_on_its_line_is_parted_from_it() -> None:
    assert texts("Beslutningskompetence: ØU") == ["Beslutningskompetence: ", "ØU"]


def test_prose_is_left_alone() -> None:
    prose = ("Økonomi- og Planudvalget", "Bilag 1 og 2", "Sagsfremstillingen er lang", "Økonomi: 500 kr.", "")
    assert texts(*prose) == list(prose)


def test_a_heading_among_the_bullets_of_a_page_loses_its_bullet() -> None:
    assert texts("• Sagsfremstilling", "", "Broen er lukket.") == ["Sagsfremstilling", "", "Broen er lukket."]


def test_a_list_of_words_that_could_be_headings_stays_a_list() -> None:
    lines = ("• Økonomi", "• Personale", "Begge dele er set efter.")
    assert texts(*lines) == list(lines)


def test_files_in_a_row_are_parted_at_their_icons() -> None:
    line = "application/pdf icon Kort.pdfapplication/pdf icon Brev fra ejeren.pdf"
    assert texts(line) == ["Kort.pdf", "Brev fra ejeren.pdf"]


def test_what_is_left_of_the_icons_is_claimed() -> None:
    (claim,) = part_glued([Piece("application/pdf icon Kort.pdf", 7)]).claims
    assert claim == Claim(7, 27, rules.FURNITURE)


def test_names_of_files_in_a_row_are_parted() -> None:
    assert texts("Kort_over_byen.pdf Brev.docx") == ["Kort_over_byen.pdf", "Brev.docx"]
    assert texts("Se Kort_over_byen.pdf og Brev.docx") == ["Se Kort_over_byen.pdf og Brev.docx"]


def test_what_is_glued_to_a_line_and_belongs_to_the_page_is_left_out() -> None:
    assert texts("  • UdskrivSagsid.: 21/902") == ["Sagsid.: 21/902"]
    assert texts("1. Penge til bænkeKlik her for at folde ud og se mere om Penge til bænke") == ["1. Penge til bænke"]
    assert texts("Udskrivningen", "Klik her for at folde papir") == ["Udskrivningen", "Klik her for at folde papir"]


def test_another_field_after_a_case_number_is_a_line_of_its_own() -> None:
    assert texts("Sagsid.: 21/902, Sagsinitialer: PRT") == ["Sagsid.: 21/902", "Sagsinitialer: PRT"]
    assert texts("Sagsnr.: 21/902, ny") == ["Sagsnr.: 21/902, ny"]
