"""The first words of a decision, for a line in a list."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.site.views.excerpt import excerpt, plain


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Godkendt.\n\nBo Kjær (V) stemte imod.", "Godkendt. Bo Kjær (V) stemte imod."),
        ("1. at stien anlægges,\n2. at den betales.", "at stien anlægges, at den betales."),
        ("__Udsat__ til juni", "Udsat til juni"),
        ("**Udsat** til [mødet i juni](https://strandby.example/juni).", "Udsat til mødet i juni."),
        ("| År | Kr. |\n| --- | ---: |\n| 2024 | 3 |", "År Kr. 2024 3"),
        ("Godkendt[^1].\n\n[^1]: Se bilag 2.", "Godkendt."),
        ("Pris: 3 \\* 2 kr.", "Pris: 3 * 2 kr."),
        ("2024 - 2027 er perioden", "2024 - 2027 er perioden"),
    ],
)
def test_marks_of_markdown_are_left_out(markdown: str, expected: str) -> None:
    assert plain(markdown) == expected


def test_lines_that_no_mark_ends_are_not_run_together() -> None:
    assert excerpt("For stemte: A – i alt 9\nImod stemte: V") == "For stemte: A – i alt 9; Imod stemte: V"
    assert excerpt("Godkendt\n\nBo Kjær (V) stemte imod.") == "Godkendt; Bo Kjær (V) stemte imod."
    assert excerpt("Godkendt.\n\nBo Kjær (V) stemte imod.") == "Godkendt. Bo Kjær (V) stemte imod."
    assert excerpt("Godkendt af\nByrådet i Strandby.") == "Godkendt af Byrådet i Strandby."


def test_a_long_decision_ends_after_a_whole_sentence() -> None:
    text = "Udvalget godkendte forslaget om stien. " * 4
    assert excerpt(text, length=100) == "Udvalget godkendte forslaget om stien. Udvalget godkendte forslaget om stien."


def test_a_long_sentence_ends_after_a_whole_word() -> None:
    assert excerpt("Udvalget godkendte forslaget, idet stien flyttes", length=32) == "Udvalget godkendte forslaget …"


@given(st.text(max_size=600), st.integers(min_value=20, max_value=100))
def test_an_excerpt_is_one_line_and_never_too_long(markdown: str, length: int) -> None:
    shown = excerpt(markdown, length)
    assert len(shown) <= length
    assert shown == " ".join(shown.split())


MARKDOWN = st.lists(
    st.sampled_from([
        *("**", "__", "\\", "[^1]", "[^1]: ", "![", "](", ")", "---", "| ", "# ", "> ", "- ", "1. ", "\n", "\n\n", " "),
        *("\t", "A", "a", "7", "*", "_", "\u00a0", "\u2028", "\x0b"),
    ]),
    max_size=30,
).map("".join)  # fmt: skip


@given(MARKDOWN)
def test_a_kind_of_mark_that_is_not_looked_for_is_not_there(markdown: str) -> None:
    text = markdown
    text = re.sub(r"^\[\^[^\]]+\]:.*$|\[\^[^\]]+\]", "", text, flags=re.MULTILINE)
    text = re.sub(r"!?\[([^\]]*)\]\([^)\s]*\)", r"\1", text)
    text = re.sub(r"^[ \t]*\|?[ \t:|-]*-{3}[ \t:|-]*$", "", text, flags=re.MULTILINE)
    line_mark = r"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+(?=\S)|\d{1,3}[.)][ \t]+)"
    text = re.sub(line_mark, "", text, flags=re.MULTILINE)
    text = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    assert plain(markdown) == " ".join(text.replace("|", " ").split())
