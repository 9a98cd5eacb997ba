import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.model import Vote, VoteBasis, VoteSide
from referat.vocabulary.votes import votes_in


def test_two_votes_in_one_decision_are_told_in_order_with_the_groups_of_each_side() -> None:
    text = (
        "(V) foreslog sagen udsat. Der stemmes om udsættelse af sagen. "
        "2 stemte for (V og F) og 2 stemte imod (B, R. og Ø). Forslaget bortfalder. "
        "(C) foreslog, at broen males. 4 stemte for (A, C og F) og 1 stemte imod (V)."
    )

    assert votes_in(text) == (
        Vote(
            stated=(
                "(V) foreslog sagen udsat. Der stemmes om udsættelse af sagen. "
                "2 stemte for (V og F) og 2 stemte imod (B, R. og Ø). Forslaget bortfalder."
            ),
            motion="udsættelse af sagen",
            in_favour=VoteSide(count=2, names=("V", "F")),
            against=VoteSide(count=2, names=("B", "R", "Ø")),
            carried=False,
            basis=VoteBasis.GROUPS,
        ),
        Vote(
            stated="(C) foreslog, at broen males. 4 stemte for (A, C og F) og 1 stemte imod (V).",
            motion="(C) foreslog, at broen males.",
            in_favour=VoteSide(count=4, names=("A", "C", "F")),
            against=VoteSide(count=1, names=("V",)),
            carried=None,
            basis=VoteBasis.GROUPS,
        ),
    )


@pytest.mark.parametrize(
    ("text", "in_favour", "against", "abstained", "carried"),
    [
        ("Godkendt med 17 stemmer mod 8. 2 undlod at stemme.", 17, 8, 2, True),
        ("Forkastet med 29 stemmer imod og 1 for.", 1, 29, None, False),
        ("Forslaget blev ikke vedtaget med 2 stemmer mod 6. 3 undlod at stemme.", 2, 6, 3, False),
        ("Forslaget blev vedtaget med 5 stemmer for og 4 stemmer imod.", 5, 4, None, True),
        ("12 medlemmer stemte for indstillingen. 3 stemte imod.", 12, 3, None, None),
        ("Forkastet med 31 stemmer imod 9. 7 undlod.", 9, 31, 7, False),
        ("Anbefales med 3 stemmer mod 2.", 3, 2, None, None),
        ("Byrådet vedtog med 13 stemmer for og 6 imod at male broen.", 13, 6, None, True),
    ],
)
def test_counts_are_taken_as_stated(
    text: str, in_favour: int, against: int, abstained: int | None, carried: bool | None
) -> None:
    (vote,) = votes_in(text)

    assert (vote.in_favour.count, vote.against.count, vote.abstained.count) == (in_favour, against, abstained)
    assert vote.carried is carried
    assert vote.basis is VoteBasis.COUNTS


def test_lines_with_labels_are_one_vote_and_an_empty_one_means_nobody() -> None:
    (vote,) = votes_in(
        "Ændringsforslag fra Ø:\nFor: Gruppe A og O\nImod: 5 (C+V)\nUndlod at stemme:\nForslaget forkastet."
    )

    assert vote.motion == "Ændringsforslag fra Ø"
    assert vote.in_favour == VoteSide(names=("Gruppe A", "O"))
    assert vote.against == VoteSide(count=5, names=("C", "V"))
    assert vote.abstained == VoteSide(count=0)
    assert (vote.carried, vote.basis) == (False, VoteBasis.GROUPS)


def test_a_list_may_stand_on_the_lines_after_its_label() -> None:
    (vote,) = votes_in(
        "For at punkt 7 udgår stemmer:\nAnna Holm og Bo Kjær.\nImod stemte:\n- Carl Lund (C)\n- Dorte Friis (F)\n"
        "Undlod at stemme:\nGodkendt."
    )

    assert vote.motion == "at punkt 7 udgår"
    assert vote.in_favour.names == ("Anna Holm", "Bo Kjær")
    assert vote.against.names == ("Carl Lund (C)", "Dorte Friis (F)")
    assert (vote.abstained.count, vote.carried) == (0, True)
    assert vote.stated.startswith("For at punkt 7 udgår stemmer: Anna Holm og Bo Kjær. Imod stemte: - Carl Lund (C) -")


def test_members_may_be_named() -> None:
    (vote,) = votes_in("For forslaget stemte: Anna Holm (V), Bo Kjær (A)\nImod stemte: Carl Lund (C)")

    assert vote.in_favour.names == ("Anna Holm (V)", "Bo Kjær (A)")
    assert vote.against.names == ("Carl Lund (C)",)
    assert vote.basis is VoteBasis.NAMES


def test_a_majority_and_a_minority_are_two_sides() -> None:
    (vote,) = votes_in(
        "Et flertal bestående af A, V og C anbefaler sagen. Et mindretal bestående af Ø kan ikke anbefale den."
    )

    assert (vote.in_favour.names, vote.against.names) == (("A", "V", "C"), ("Ø",))


@pytest.mark.parametrize("text", ["", "Godkendt.", "5 borgere stemte i ringen.", "Taget til efterretning for 2012."])
def test_no_vote_is_made_up(text: str) -> None:
    assert votes_in(text) == ()


@pytest.mark.parametrize(
    ("text", "in_favour", "against"),
    [
        ("For forslaget stemte 2 (V og C), og imod stemte 2 (A og Æ).", (2, ("V", "C")), (2, ("A", "Æ"))),
        (
            "For forslaget stemte 2: Bo Kjær (V) og Per Lund (C). Imod stemte 7: A, F.",
            (2, ("Bo Kjær (V)", "Per Lund (C)")),
            (7, ("A", "F")),
        ),
        ("For: A, C og V (11)\nImod: O (1)", (11, ("A", "C", "V")), (1, ("O",))),
        ("2 stemte for en rød bro (N og V), og 2 stemte imod (A og F).", (2, ("N", "V")), (2, ("A", "F"))),
        ("For stemte A og F. Imod stemte V og C, der ønsker broen solgt.", (None, ("A", "F")), (None, ("V", "C"))),
        ("Vedtaget med 9 stemmer mod 1. Imod stemte Per Lund (C).", (9, ()), (1, ("Per Lund (C)",))),
        ("Godkendt med 8 stemmer (A, F og Ø) mod 4 (V og C).", (8, ("A", "F", "Ø")), (4, ("V", "C"))),
        ("3 medlemmer (A og F) stemte for. Per Lund (C) stemte imod.", (3, ("A", "F")), (None, ("Per Lund (C)",))),
        (
            "4 medlemmer (A+C) anbefaler sagen. Bo Kjær (V) kan ikke anbefale den.",
            (4, ("A", "C")),
            (None, ("Bo Kjær (V)",)),
        ),
        ("Imod stemte de øvrige. For stemte A.", (None, ("A",)), (None, ())),
    ],
)
def test_one_vote_has_each_side_as_it_is_told(
    text: str, in_favour: tuple[int | None, tuple[str, ...]], against: tuple[int | None, tuple[str, ...]]
) -> None:
    (vote,) = votes_in(text)

    assert (vote.in_favour.count, vote.in_favour.names) == in_favour
    assert (vote.against.count, vote.against.names) == against
    assert vote.stated == text.replace("\n", " ")


def test_a_tie_ends_its_own_vote_and_is_no_motion_of_the_next() -> None:
    first, second = votes_in(
        "Bo Kjær (V) foreslog en rød bro. 5 stemte for og 5 stemte imod. Ved stemmelighed bortfaldt forslaget. "
        "Indstillingen blev herefter godkendt med 8 stemmer mod 2."
    )

    assert (first.motion, first.carried) == ("Bo Kjær (V) foreslog en rød bro.", False)
    assert (second.motion, second.carried) == ("Indstillingen", True)


def test_what_was_settled_without_a_vote_is_no_motion_of_the_next() -> None:
    (vote,) = votes_in(
        "Ændringsforslag 4 om en rød bro blev enstemmigt vedtaget. Skatten er uændret. 7 stemte for (A) og 2 imod (V)."
    )

    assert vote.motion is None
    assert vote.stated == "7 stemte for (A) og 2 imod (V)."


def test_what_follows_an_amendment_is_not_its_result() -> None:
    (vote,) = votes_in("Bo Kjær (V) foreslog rødt. 3 stemte for, 4 stemte imod. Indstillingen blev herefter godkendt.")

    assert vote.carried is None


def test_figures_right_after_a_result_are_of_it() -> None:
    (vote,) = votes_in("Indstillingen blev sat under afstemning og godkendt. 9 stemte for (A) og 1 stemte imod (O).")

    assert (vote.motion, vote.carried) == ("Indstillingen", True)


def test_points_are_voted_on_one_by_one() -> None:
    votes = votes_in("Ad 1. Godkendt med 9 stemmer mod 1. Imod stemte Bo Kjær (V). Ad 2. Godkendt med 8 stemmer mod 2.")

    assert [vote.against.names for vote in votes] == [("Bo Kjær (V)",), ()]


def test_a_minority_with_another_wish_and_a_reservation_are_on_no_side() -> None:
    text = "Et flertal (A og C) anbefaler sagen. Et mindretal (V) anbefaler punkt 1, men kan ikke anbefale punkt 2."

    (vote,) = votes_in(text)

    assert (vote.in_favour.names, vote.against.names) == (("A", "C"), ())
    assert vote.stated == text


def test_a_lost_motion_with_the_larger_figure_first_could_be_read_both_ways() -> None:
    assert votes_in("Forslaget blev ikke vedtaget med 9 stemmer mod 2.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "For udvalget: Anna Holm",
        "For: Anna Holm",
        "Det er 5 stemmer for meget.",
        "Bo Kjær blev valgt med 9 stemmer mod 4 til Per Lund.",
        "Flertallet stemte imod.",
    ],
)
def test_what_only_looks_like_a_side_is_no_vote(text: str) -> None:
    assert votes_in(text) == ()


_WORDS = (
    "For: |Imod stemte |For forslaget stemte 3|: |A|Ø| og |, |+|(V)|Bo Kjær (V)|\n|. |Forslaget faldt|9 stemte for "
    "|med 4 stemmer mod 2|1 undlod at stemme|(C, F)|Ad 2. |i alt 7| – |Et flertal af |anbefaler|der ønsker rødt"
    "|Bo foreslog rødt|stemmelighed|Godkendt"
)
_PIECES = st.sampled_from(_WORDS.split("|"))


@given(st.lists(_PIECES, max_size=25).map("".join))
def test_every_name_and_figure_stands_in_the_words_that_tell_of_it(text: str) -> None:
    for vote in votes_in(text):
        for side in (vote.in_favour, vote.against, vote.abstained):
            assert all(name and name in vote.stated for name in side.names)
            assert side.count in (None, 0) or str(side.count) in vote.stated
        assert vote.motion is None or vote.motion in vote.stated
        assert " ".join(vote.stated.split()) in " ".join(text.split())


@pytest.mark.parametrize(
    "piece", ["For stemte A og ", "9 stemte for (A, ", "a, ", "Bo Kjær (V), ", "For ", "med 4 stemmer "]
)
def test_a_long_text_of_one_kind_takes_no_longer_than_its_length_says(piece: str) -> None:
    start = time.process_time()
    votes_in(piece * (20_000 // len(piece)))

    assert time.process_time() - start < 2
