"""Sections and decisions begin on lines of their own, and a decision is the meeting's or another's."""

import datetime as dt

from referat.importing.ledger import Claim
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


def test_who_was_absent_is_told_within_the_decision_when_nothing_is_decided_yet() -> None:
    lines = [Piece("Beslutning", 0), Piece("Fraværende:", 11), Piece("Anna Holm (A)", 23), Piece("Godkendt.", 37)]
    blocks = [block for block in read_blocks(lines, OWN) if not (isinstance(block, Body) and not block.pieces)]
    assert [type(block) for block in blocks] == [DecisionStart, Body]
    assert blocks[1] == Body(tuple(lines[1:]))


def test_who_was_absent_is_a_section_of_its_own_after_what_was_decided() -> None:
    lines = [Piece("Beslutning", 0), Piece("Godkendt.", 11), Piece("Fraværende:", 21), Piece("Anna Holm (A)", 33)]
    assert [block.heading for block in read_blocks(lines, OWN) if isinstance(block, SectionStart)] == ["Fraværende"]


def test_a_body_is_found_however_many_spaces_part_its_words() -> None:
    (start,) = read_start(Piece("Beslutning  Teknik-  og Miljøudvalget den 07-05-2024", 0), OWN)
    assert isinstance(start, DecisionStart)
    assert (start.body, [claim for claim in start.claims if claim.start == 0]) == (
        "Teknik- og Miljøudvalget",
        [Claim(0, 10)],
    )


def test_a_word_with_a_full_stop_right_under_the_heading_of_the_type_is_the_type() -> None:
    lines = [Piece("Punkttype", 0), Piece("Beslutning.", 10), Piece("Beslutning", 22), Piece("Godkendt.", 33)]
    blocks = read_blocks(lines, OWN)
    assert [type(block) for block in blocks] == [Body, SectionStart, Body, DecisionStart, Body]
    assert blocks[2] == Body((lines[1],))
