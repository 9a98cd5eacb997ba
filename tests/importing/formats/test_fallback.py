"""Documents of a shape that nobody knows: where their items begin, by all that can tell it."""

import pytest

from referat.importing.document import Document
from referat.importing.formats.fallback import score
from referat.importing.formats.fallback.meeting import parse
from referat.importing.recognise import LEAST
from referat.model import AgendaItem


def document(text: str) -> Document:
    return Document(name="x.txt", text=text, sha256="")


def items(text: str) -> tuple[AgendaItem, ...]:
    (parsed,) = parse(document(text))
    return parsed.minutes.items


def titles(text: str) -> list[str | None]:
    return [item.title for item in items(text)]


def test_a_page_with_one_item_has_its_title_above_the_first_heading() -> None:
    (item,) = items("Mødedato: 04.11.2024, kl. 17:30\nMødested: Salen\n\nHavnens takster\n\nBeslutning\n\nGodkendt.\n")
    assert (item.title, item.decisions[0].text) == ("Havnens takster", "Godkendt.")


def test_what_tells_of_the_meeting_is_no_title() -> None:
    text = "Referat\nByrådet tirsdag den 16. april 2024 kl. 16.30\nMødelokale 2\nSagsfremstilling\nHavnen er fuld.\n"
    assert titles(text) == [None]


def test_treatments_of_one_case_at_several_meetings_are_one_item() -> None:
    text = (
        "Ny vedtægt\n\nIndstilling\n\nDet indstilles, at vedtægten godkendes.\n\n"
        "Beslutning Byrådet den 27-11-2024\n\nGodkendt.\n\n"
        "Indstilling\n\nDet indstilles, at vedtægten vedtages.\n\n"
        "Beslutning Byrådet den 11-12-2024\n\nGodkendt.\n"
    )
    (item,) = items(text)
    assert item.title == "Ny vedtægt"
    assert len(item.decisions) == 2


def test_marks_of_open_items_part_items_without_titles() -> None:
    text = "Byrådet 25. september 2024\n\nÅben\n\nBeslutning\n\nGodkendt.\n\nÅben\n\nBeslutning\n\nUdsat.\n\nBilag\n"
    assert [item.decisions[0].text for item in items(text)] == ["Godkendt.", "Udsat."]


def test_a_title_below_a_decision_begins_an_item() -> None:
    text = (
        "Referat af mødet i Havnerådet den 3. maj 2024\n\nNye takster\n\nBeslutning\n\nTaksterne blev godkendt.\n\n"
        "Kajens belysning\n\nSagsfremstilling\n\nKajen er mørk.\n\nBeslutning\n\nUdsat.\n"
    )
    assert titles(text) == ["Nye takster", "Kajens belysning"]


def test_numbers_that_nothing_speaks_for_give_way_to_headings_that_come_back() -> None:
    text = (
        "Havnens takster\nSagsfremstilling\nTre ting er nye:\n1. Kajen\n2. Lyset\n3. Vejen\nBeslutning\nGodkendt.\n"
        "Skolens tag\nSagsfremstilling\nTaget er utæt.\nBeslutning\nUdsat.\n"
    )
    assert titles(text) == ["Havnens takster", "Skolens tag"]


def test_a_title_printed_twice_belongs_to_its_own_item() -> None:
    text = (
        "1. Budget (B)\n\n1.   Budget (B)\n\nSagsnr.: 330-2024-17   Dok.nr.: 330-2024-99 Åbent\nBeslutning\nGodkendt.\n"
        "2. Takster (O)\n\n2.   Takster (O)\n\nSagsnr.: 330-2024-18   Dok.nr.: 330-2024-98 Åbent\nBeslutning\nUdsat.\n"
    )
    first, second = items(text)
    assert (first.title, first.case_number, first.document_numbers) == ("Budget (B)", "330-2024-17", ("330-2024-99",))
    assert first.decisions[0].text == "Godkendt."
    assert second.number == "2"


def test_a_title_may_stand_above_its_number_or_below_it() -> None:
    above = (
        "Takster\nSag nr. 19 (ØU 23/2024)\nSagens kerne\nTaksten stiger.\nBeslutning\nGodkendt.\n"
        "Kajens lys\nSag nr. 20 (ØU 24/2024)\nSagens kerne\nKajen er mørk.\nBeslutning\nUdsat.\n"
    )
    assert [(item.number, item.title) for item in items(above)] == [("19", "Takster"), ("20", "Kajens lys")]
    below = "• 1\nTakster\nSagsid.: 24/17\nBeslutning\nGodkendt.\n• 2\nKajens lys\nSagsid.: 24/18\nBeslutning\nUdsat.\n"
    assert [(item.number, item.title) for item in items(below)] == [("1", "Takster"), ("2", "Kajens lys")]


def test_a_number_glued_to_its_title_is_a_number() -> None:
    text = "38Havnens takster\nBeslutning\nGodkendt\n39Kajens lys\nResume\nKajen er mørk.\nBeslutning\nUdsat\n"
    assert [(item.number, item.title) for item in items(text)] == [("38", "Havnens takster"), ("39", "Kajens lys")]


def test_a_case_above_the_first_heading_begins_an_item_without_a_title() -> None:
    text = "Referat\nMødested: Byrådssalen\nSagsnr.: 24/3668\nSagsfremstilling\nHavnen er fuld.\n"
    assert [(item.title, item.case_number) for item in items(text)] == [(None, "24/3668")]


def test_a_scan_with_a_page_on_each_line_is_read_with_what_its_head_tells() -> None:
    page = (
        "Havneudvalget den 21. maj 2024 STRANDBY KOMMUNE UDSKRIFT Havneudvalget 21. maj 2024 kl. 16.00 i mødelokale 2 "
        "Mødedeltagere: Anna Holm, Bo Kjær Fraværende: Mødet slut: Kl. 19.00 Indholdsfortegnelse Sag nr. 8 Takster "
    )
    (parsed,) = parse(document(page + "H a v n e n s t a k s t e r s t i g e r. " * 8))
    meeting = parsed.minutes.meeting
    assert score(document(page + "a b c " * 40)) >= LEAST
    assert (meeting.body, f"{meeting.date}", f"{meeting.time}") == ("Havneudvalget", "2024-05-21", "16:00:00")


@pytest.mark.parametrize(
    "text",
    [
        "Evt.\n\nEllen Friis (A) spurgte til skiltene. Forvaltningen orienterede udvalget om sagen.\n",
        "2. Godkendelse af dagsorden ( )\n\nIndstilling\n\nFormanden indstiller,\n\n1. at dagsordenen godkendes\n",
    ],
)
def test_a_fragment_of_minutes_is_read(text: str) -> None:
    assert score(document(text)) >= LEAST
    assert len(items(text)) == 1
