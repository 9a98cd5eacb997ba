"""Among all numbers that begin a line, the items' numbering is the row that looks most like items."""

import re

from referat.importing.document import Document
from referat.importing.reading.pieces import pieces_of
from referat.importing.reading.series import find_series


def numbers(text: str) -> list[str]:
    lines = pieces_of(Document(name="x", text=text, sha256=""))

    def weigh(begin: int, end: int) -> float:
        return sum("Sagsnr" in line.text for line in lines[begin:end]) + 0.01

    return [row.number for row in find_series(lines, weigh)]


def test_items_go_before_the_list_of_contents_and_lists_within_them() -> None:
    text = "1. Havn\n2. By\n\n1. Havn\nSagsnr. 1\n1. mål\n2. middel\n\n2. By\nSagsnr. 2\n"
    assert numbers(text) == ["1", "2"]


def test_numbers_may_go_on_from_meeting_to_meeting_and_leave_some_out() -> None:
    assert numbers("39. Havn\nSagsnr. 1\n41. By\nSagsnr. 2\n101. Lukket\nSagsnr. 3") == ["39", "41"]
    assert numbers("Punkt 39 Havn\nSagsnr. 1\nPunkt 40 By\nSagsnr. 2") == ["39", "40"]


def test_without_numbers_there_is_none() -> None:
    assert numbers("Havn\nSagsnr. 1\n") == []


def test_the_search_is_not_slowed_by_many_numbered_lines() -> None:
    assert len(numbers("\n".join(f"{n}. Linje" for n in range(1, 5_000)))) <= 600


def test_items_without_text_are_items_where_no_number_is_missing_between_others() -> None:
    def weigh(begin: int, end: int) -> float:
        return float(sum("Sagsnr" in line.text for line in lines[begin:end]))

    lines = pieces_of(Document(name="x", text="1. Havn\nSagsnr. 1\n2. By\n3. Land\n4. Vej\nSagsnr. 4\n", sha256=""))
    assert [row.number for row in find_series(lines, weigh)] == ["1", "2", "3", "4"]
    lines = pieces_of(Document(name="x", text="1. Havn\nSagsnr. 1\n3. Land\n4. Vej\nSagsnr. 4\n", sha256=""))
    assert [row.number for row in find_series(lines, weigh)] == ["1", "4"]


def test_a_line_that_lists_several_numbers_begins_no_item() -> None:
    assert numbers("1. Havn 2. By 3. Land\nSagsnr. 0\n2. By\nSagsnr. 2\n3. Land\nSagsnr. 3") == ["2", "3"]


def test_numbers_may_be_looked_for_in_one_style_alone() -> None:
    lines = pieces_of(Document(name="x", text="1. Havn\nNr. 7 - By", sha256=""))
    style = re.compile(r"Nr\. (?P<number>\d+) - (?P<title>.*)")
    assert [(row.number, row.title.text) for row in find_series(lines, lambda *_: 1.0, (style,))] == [("7", "By")]
