"""What a line below a title says: its numbers, and whether the item is open."""

import pytest

from referat.vocabulary.item_slot import read_slot_line, read_title_slot


@pytest.mark.parametrize(
    ("line", "case", "documents", "closed"),
    [
        ("Sagsnr.: 330-2024-17     Dok.nr.: 330-2024-9912   Åbent", "330-2024-17", ["330-2024-9912"], False),
        ("Sag 306-2024-600", "306-2024-600", [], None),
        ("Dok. 306-2024-2634", None, ["306-2024-2634"], None),
        ("Åben sag Sagsnr.: 24/10057", "24/10057", [], False),
        ("Åbent - 01.02.05-P16-4-20", "01.02.05-P16-4-20", [], False),
        ("Lukket - 82.01.00-G10-4-20", "82.01.00-G10-4-20", [], True),
        ("Lukket punkt", None, [], True),
        ("Sagsnr.:", None, [], None),
    ],
)
def test_a_slot_line_says_what_it_holds(line: str, case: str | None, documents: list[str], closed: bool | None) -> None:
    slot = read_slot_line(line)
    assert slot
    assert (slot.case and line[slice(*slot.case)]) == case
    assert [line[slice(*span)] for span in slot.documents] == documents
    assert slot.closed is closed


def test_the_body_that_deals_with_the_case_may_stand_after_its_number() -> None:
    line = "Sagsnr. 280114 Teknik- og Havneudvalget Lukket punkt"
    slot = read_slot_line(line)
    assert slot
    assert slot.case
    assert slot.body
    assert (line[slice(*slot.case)], line[slice(*slot.body)]) == ("280114", "Teknik- og Havneudvalget")
    assert slot.closed is True
    assert read_slot_line("Havneudvalget Lukket punkt") is None


@pytest.mark.parametrize(
    "line",
    ["", "Sag nr. 163", "Sagen er åben", "Dok. vedlagt", "Åbent brev til borgerne", "Sagsnr.: 24/1187, ref. AB"],
)
def test_a_line_that_says_more_is_no_slot_line(line: str) -> None:
    assert read_slot_line(line) is None


@pytest.mark.parametrize(
    ("line", "case", "title"),
    [
        ("BR 551/24. Havnens takster", "BR 551/24", "Havnens takster"),
        ("24/1187 - Havnens takster", "24/1187", "Havnens takster"),
        ("Havnens takster (2024-0123456)", "2024-0123456", "Havnens takster"),
        ("Godkendelse af dagsorden ( )", None, "Godkendelse af dagsorden"),
    ],
)
def test_a_title_may_have_the_case_number_on_its_line(line: str, case: str | None, title: str) -> None:
    slot = read_title_slot(line)
    assert slot
    assert (slot.case and line[slice(*slot.case)]) == case
    assert line[slice(*slot.title)] == title


@pytest.mark.parametrize(
    "line", ["80/20 - en ny fordeling", "Budget (2025)", "Budget 2024/25. Status", "( )", "Havnen"]
)
def test_other_titles_have_none(line: str) -> None:
    assert read_title_slot(line) is None
