"""What nobody sees in a text is left out of records and told, and never reaches a terminal or an XML file."""

from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat import minutes_file
from referat.importing.extract.repair import repair
from referat.invisible import without_invisible
from referat.problems import Problem, format_problem

RECORD = "---\nmunicipality: Strandby\nbody: Byrådet\ndate: 2024-05-14\n---\n\n## 1. Havn\n\nTakst{char}en er 5 kr.\n"
DIRECTION = tuple("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
NO_INK = tuple("\u200b\u200c\u200d\u2060\u2064\ufeff\u3164\uffa0\u115f\ufff9\U000e0001\U000e0041")


@pytest.mark.parametrize("char", DIRECTION + NO_INK)
def test_a_record_is_read_without_it_and_its_line_is_told(char: str) -> None:
    minutes, (problem,) = minutes_file.read(RECORD.format(char=char), "a.md")
    assert minutes is not None
    assert minutes.items[0].text == "Taksten er 5 kr."
    assert (problem.code, problem.line, problem.column) == ("characters_hidden", 9, 6)
    assert f"U+{ord(char):04X}" in problem.message
    assert char not in format_problem(problem)


@pytest.mark.parametrize("char", DIRECTION + NO_INK)
def test_an_import_mends_it_and_counts_it(char: str) -> None:
    mended = repair([f"Takst{char}en"])
    assert mended.lines == ("Taksten",)
    assert sum(mended.counts.values()) == 1


def test_danish_text_is_kept_as_it_is() -> None:
    text = "Ærø – »2 ½ m²«, 5 €, café, naïve, ’ … 🙂 \u00ad\n\tFår får får? "
    assert without_invisible(text) == text
    assert minutes_file.read(RECORD.format(char="ø"), "a.md")[1] == ()


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_without_it_may_stand_in_xml(text: str) -> None:
    clean = without_invisible(text).replace("&", "").replace("<", "").replace("]]>", "")
    expat.ParserCreate().Parse(f"<a>{clean}</a>".encode(), True)
    assert without_invisible(clean) == clean


@given(st.text(st.characters(exclude_categories=())))
def test_no_problem_moves_the_cursor_or_turns_a_line_around(text: str) -> None:
    told = format_problem(Problem(code="a", message=text, path=text, source_line=text, column=2, advice=text))
    assert not set(told) & {"\x1b", "\x07", "\x08", "\r", "\x9b", *DIRECTION}
