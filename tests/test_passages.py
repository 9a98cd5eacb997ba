"""Passages: what a link to a paragraph, and a withdrawal of one, hold on to."""

import re

from hypothesis import given
from hypothesis import strategies as st

from referat import passages as module
from referat.model import AgendaItem, Decision, Section
from referat.passages import item_passages, passages, passages_of, texts_of

WORDS = st.text("abcdefghijklmnopqrstuvwxyzæøåABCÆØÅ0123456789", min_size=1, max_size=9)
PROSE = st.lists(WORDS.filter(lambda word: not word[0].isdigit()), min_size=1, max_size=12)
"""The words of a paragraph. None looks like the mark of a list when it comes first on a line."""
LINES = st.sampled_from(
    ["", "  ", ">", "> - a", "- at", "2. at", "1) at", "12. maj", "#### Økonomi", "| a | b |", "| --- | --- |", "a | b",
     "---|---", "```", "[^1]: note", "\\- a", "***", "–", "12. –", "[](b)", "tekst", "Tekst!", "    indrykket", "[kort](https://a.example/1)"]
)  # fmt: skip
ANY_TEXT = st.lists(LINES | st.text(max_size=20), max_size=12).map("\n".join)


def texts(text: str) -> list[str]:
    return [text[passage.start : passage.end] for passage in passages(text)]


def ids(text: str) -> list[str]:
    return [passage.id for passage in passages(text)]


def test_paragraphs_list_items_headings_and_tables_are_passages() -> None:
    text = (
        "Udvalget drøftede sagen\nden 12. maj.\n\n"
        "#### Økonomi\nDet koster:\n- en bænk\n  af træ\n- en lygte\n  1. en pære\n\n"
        "> Et brev.\n>\n> Med hilsen.\n\n"
        "| År | Kr. |\n| --- | ---: |\n| 2024 | 5 |\n| 2025 | 7 |\n\n---\n\nSlut."
    )
    assert texts(text) == [
        "Udvalget drøftede sagen\nden 12. maj.",
        "#### Økonomi\n",
        "Det koster:\n",
        "- en bænk\n  af træ\n",
        "- en lygte\n",
        "  1. en pære",
        "> Et brev.",
        "> Med hilsen.",
        "| År | Kr. |\n| --- | ---: |\n| 2024 | 5 |\n| 2025 | 7 |",
        "Slut.",
    ]


def test_a_date_at_the_beginning_of_a_line_begins_nothing_but_in_a_list_a_number_does() -> None:
    assert len(ids("Fristen er den\n12. maj 2024.")) == 1
    assert len(ids("11. at godkende\n12. at sende videre")) == 2


def test_equal_passages_are_numbered_in_their_order() -> None:
    first, second, third = ids("Godkendt.\n\nUdsat.\n\nGODKENDT")
    assert third == f"{first}-2"
    assert second != first


def test_an_id_is_no_word_and_reads_well_in_an_address() -> None:
    assert all(re.fullmatch(r"[b-df-hj-np-t]{7}", name) for name in ids("Godkendt.\n\nUdsat.\n\n| a |\n| - |\n| b |"))


def test_the_passages_of_an_item_are_those_of_its_texts_in_the_order_of_the_record() -> None:
    item = AgendaItem(
        text="Indledning.",
        parts=(Section(heading="Indstilling", text="Godkendes."), Decision(text="Udsat.\n\nGodkendes.")),
    )
    before, recommended, decided = item_passages(item)

    assert texts_of(item) == ("Indledning.", "Godkendes.", "Udsat.\n\nGodkendes.")
    assert before == passages("Indledning.")
    assert decided[1].id == f"{recommended[0].id}-2"


def test_the_address_of_a_document_and_the_number_in_a_list_do_not_count() -> None:
    assert ids("- [Kort](https://a.example/1.pdf)") == ids("7. [Kort](https://b.example/2.pdf)")


@given(st.lists(ANY_TEXT, max_size=4))
def test_no_id_is_given_twice_within_an_item(several: list[str]) -> None:
    given_ids = [passage.id for found in passages_of(several) for passage in found]
    assert len(set(given_ids)) == len(given_ids)


@given(ANY_TEXT)
def test_every_letter_and_digit_is_in_exactly_one_passage(text: str) -> None:
    outside: list[str | None] = list(text)
    for passage in passages(text):
        inside = outside[passage.start : passage.end]
        assert None not in inside
        outside[passage.start : passage.end] = [None] * len(inside)

    assert not any(char is not None and char.isalnum() for char in outside)


@given(PROSE, st.lists(st.sampled_from(["\n", "  ", " ", "\n  ", "\t"]), min_size=12, max_size=12))
def test_an_id_survives_other_line_breaks_and_blanks(words: list[str], blanks: list[str]) -> None:
    wrapped = "".join(word + blank for word, blank in zip(words, blanks, strict=False)).rstrip()
    assert ids(wrapped) == ids(" ".join(words))


@given(PROSE, st.sampled_from(["- {}", "3. {}", "> {}", "**{}**", "{}.", "»{}«", "#### {}", "  {}"]))
def test_an_id_survives_marks_and_capitals(words: list[str], frame: str) -> None:
    passage = " ".join(words)
    assert ids(frame.format(passage.upper())) == ids(passage.lower())


@given(st.lists(PROSE.map(" ".join), min_size=2, max_size=5, unique_by=lambda text: text.casefold()), st.data())
def test_an_id_survives_what_is_changed_taken_away_or_added_around_it(
    paragraphs: list[str], data: st.DataObject
) -> None:
    kept = data.draw(st.sampled_from(paragraphs))
    others = data.draw(st.lists(LINES, max_size=3))
    assert ids(kept)[0] in ids("\n\n".join([*others[:1], kept, *others[1:]]))
    assert ids(kept)[0] in ids("\n\n".join(paragraphs))


def test_the_letters_of_every_character_are_what_is_left_when_signs_are_taken_out_one_by_one() -> None:
    for code in range(0x110000):
        char = chr(code)
        kept = "" if re.fullmatch(r"[^\w\x00-\x7f]", char) else char
        plainly = kept.casefold().encode(errors="replace").translate(None, module._SIGNS)
        assert module._letters(char) == plainly, hex(code)


@given(ANY_TEXT | st.text("\n\t >a", max_size=30))
def test_blank_lines_divide_a_text_wherever_they_stand(text: str) -> None:
    blanks = [blank.span() for blank in re.finditer(r"\n(?:[ \t>]*\n)+|\A(?:[ \t>]*\n)+", text)]
    begins, ends = [0, *(end for _, end in blanks)], [*(start for start, _ in blanks), len(text)]
    blocks = [(begin, end) for begin, end in zip(begins, ends, strict=True) if begin < end]
    for start, end in module._spans(text):
        assert any(begin <= start and end <= until for begin, until in blocks)
    assert [begin + end for begin, until in blocks for _, end in module._spans(text[begin:until])] == [
        end for _, end in module._spans(text)
    ]
