"""Damage that is certain is mended, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.importing.extract.plain import extract
from referat.importing.extract.repair import repair

DANISH = "Ældrerådet på Ærø: § 17, stk. 4 – »én gang«, 25 °C, ½ time"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp852", "cp850", "cp865", "mac_roman"])
def test_letters_read_in_the_wrong_encoding_are_put_right(encoding: str) -> None:
    damaged = "Regionsrådet drøftede økonomi på mødet".encode().decode(encoding)
    assert repair([damaged]).lines == ("Regionsrådet drøftede økonomi på mødet",)


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("Beret\u00adningen", "Beretningen"),
        ("kl.\u00a016.30", "kl. 16.30"),
        ("Teknik &amp; Milj&oslash;", "Teknik & Miljø"),
        ("M\u00f8det p\u0061\u030a r\u0061\u030adhuset", "Mødet på rådhuset"),
        ("Borger\x96m\x9ade", "Borger–mšde"),
        ("R E F E R A T", "REFERAT"),
        ("  T i l  s t e d e :", "  Til stede:"),
        ("P å  b y r å d s m ø d e r", "På byrådsmøder"),
        ("a\u200bb\ufeffc\u202ed", "abcd"),
    ],
)
def test_certain_damage(damaged: str, whole: str) -> None:
    assert repair([damaged]).lines == (whole,)


@pytest.mark.parametrize(
    "line",
    [
        DANISH,
        "A B C D F",
        "A B C  O V Ø",
        "S t r a n d",
        "Q&A om AT&T",
        "Beret-ningen",
        "bæredygtigt?–",
        "1\t2\t\t3",
        "a\fb",
    ],
)
def test_what_may_be_meant_stays(line: str) -> None:
    assert repair([line]).lines == (line,)
    assert not repair([line]).counts


@given(st.lists(st.text(st.sampled_from("abcæøåÆØÅ §–»1 .,:;()/\t"), max_size=60), max_size=5))
def test_sound_text_is_never_touched(lines: list[str]) -> None:
    sound = [line for line in lines if not any(len(word) == 1 for word in line.split())]
    assert repair(sound).lines == tuple(sound)


@given(st.lists(st.text(max_size=60)))
def test_every_line_stays_one_line(lines: list[str]) -> None:
    assert len(repair(lines).lines) == len(lines)
    assert not any(
        "\n" in after for before, after in zip(lines, repair(lines).lines, strict=True) if "\n" not in before
    )


def test_what_was_mended_is_told_with_its_count() -> None:
    document, problems = extract("M&oslash;de p&aring; r\u00e5d\u00adhuset".encode(), "x.txt")
    assert document.text == "Møde på rådhuset"
    assert [problem.code for problem in problems] == ["text_repaired"]
    assert "2 HTML entities, 1 soft hyphens" in problems[0].message
