"""The caption of a vote tells what was voted on, in the motion's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.vocabulary.motion_captions import motion_caption


@pytest.mark.parametrize(
    ("motion", "caption"),
    [
        ("Indstillingen", "Indstillingen"),
        ("Ændringsforslag 2", "Ændringsforslag 2"),
        ("Anna Holm (A) foreslog, at stien belyses.", "Forslag om, at stien belyses"),
        (
            "Bo Kjær (V) stillede ændringsforslag til punkt 2 om, at stien udskydes.",
            "Ændringsforslag til punkt 2 om, at stien udskydes",
        ),
        (
            "Bo Kjær (V) stillede på vegne af Venstre det ændringsforslag, at stien udskydes.",
            "Ændringsforslag om, at stien udskydes",
        ),
        ("Anna Holm (A) stillede forslag om en smallere sti.", "Forslag om en smallere sti"),
        ("Anna Holm (A) stillede ændringsforslag.", "Anna Holm (A) stillede ændringsforslag"),
    ],
)
def test_who_proposed_it_is_left_to_the_decision(motion: str, caption: str) -> None:
    assert motion_caption(motion) == caption


def test_a_long_motion_ends_after_a_whole_clause() -> None:
    motion = "Anna Holm (A) foreslog, at stien belyses fra havnen til skolen, og at lamperne slukkes om natten."
    assert motion_caption(motion, 70) == "Forslag om, at stien belyses fra havnen til skolen …"


def test_a_long_clause_ends_after_a_whole_word() -> None:
    assert motion_caption("Forslaget om en belyst sti fra havnen", 24) == "Forslaget om en belyst …"


@given(st.text(max_size=300), st.integers(min_value=20, max_value=100))
def test_a_caption_is_one_line_and_never_too_long(motion: str, length: int) -> None:
    caption = motion_caption(motion, length)
    assert len(caption) <= length
    assert caption == " ".join(caption.split())
