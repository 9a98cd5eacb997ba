"""Sections and decisions begin on lines of their own, and a decision is the meeting's or another's."""

import datetime as dt

from referat.importing.reading.blocks import Body, DecisionStart, SectionStart
from referat.importing.reading.pieces import Piece
from referat.importing.reading.starts import Own, read_blocks, read_start

OWN = Own("Byrådet", dt.date(2024, 5, 14))


def test_a_known_heading_begins_a_section_in_its_usual_spelling() -> None:
    (start,) = read_start(Piece("## **INDSTILLING**", 0), OWN)
    assert isinstance(start, SectionStart)
    assert start.heading == "Indstilling"


def test_an_unknown_heading_and_a_list_item_begin_nothing() -> None:
    assert read_start(Piece("Hvem er vi?", 0), OWN) == ()
    assert read_start(Piece("- Økonomi", 0), OWN) == ()


def test_the_meetings_own_decision_needs_neither_body_nor_date() -> None:
    for line in ("BESLUTNING BYRÅDET DEN 14-05-2024", "Beslutning", "Beslutning i Byrådet den 14. maj 2024"):
        (start,) = read_start(Piece(line, 0), OWN)
        assert isinstance(start, DecisionStart)
        assert (start.heading, start.body, start.date) == ("Beslutning", None, None)


def test_another_days_or_bodys_decision_keeps_both() -> None:
    (start,) = read_start(Piece("Beslutning Økonomiudvalget den 07-05-2024", 0), OWN)
    assert isinstance(start, DecisionStart)
    assert (start.body, start.date) == ("Økonomiudvalget", dt.date(2024, 5, 7))
    (start,) = read_start(Piece("Beslutning Byrådet den 16-04-2024", 0), OWN)
    assert isinstance(start, DecisionStart)
    assert start.date == dt.date(2024, 4, 16)


def test_words_after_the_head_are_the_decisions_first() -> None:
    start, body = read_start(Piece("Beslutning Byrådet 14.05.2024 Mødet er aflyst.", 0), OWN)
    assert isinstance(start, DecisionStart)
    assert isinstance(body, Body)
    assert body.pieces == (Piece("Mødet er aflyst.", 30),)


def test_a_lead_under_the_heading_of_a_recommendation_is_its_first_line() -> None:
    lines = [Piece("Indstilling", 0), Piece("", 12), Piece("Det indstilles:", 13)]
    headings = [block.heading for block in read_blocks(lines, OWN) if isinstance(block, SectionStart)]
    assert headings == ["Indstilling"]
