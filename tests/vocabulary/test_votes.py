import pytest

from referat.model import Vote, VoteBasis, VoteSide
from referat.vocabulary.votes import Referral, referral_in, votes_in


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

    assert vote.motion == "Ændringsforslag fra Ø:"
    assert vote.in_favour == VoteSide(names=("Gruppe A", "O"))
    assert vote.against == VoteSide(count=5, names=("C", "V"))
    assert vote.abstained == VoteSide(count=0)
    assert (vote.carried, vote.basis) == (False, VoteBasis.GROUPS)


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
    ("sentence", "by", "to"),
    [
        ("(V) begærede sagen i Kommunalbestyrelsen.", "V", "Kommunalbestyrelsen"),
        ("Anna Holm (V) begærede sagen indbragt for Byrådet.", "Anna Holm (V)", "Byrådet"),
        ("Enhedslisten krævede sagen afgjort i Havne- og Færgeudvalget.", "Enhedslisten", "Havne- og Færgeudvalget"),
    ],
)
def test_a_referral_tells_who_brought_the_case_where(sentence: str, by: str, to: str) -> None:
    assert referral_in(f"Godkendt. {sentence}") == Referral(by=by, to=to, stated=sentence)


def test_without_a_referral_there_is_none() -> None:
    assert referral_in("Sagen går videre til Byrådet.") is None
