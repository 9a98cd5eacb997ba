"""Where sentences end, and which words hardly ever end one."""

from referat.vocabulary.sentences import cannot_end_with, split_sentences


def test_conjunctions_prepositions_and_determiners_go_on() -> None:
    assert all(cannot_end_with(word) for word in ("og", "Fra", "den", "at"))


def test_other_words_may_be_the_last() -> None:
    assert not any(cannot_end_with(word) for word in ("havnen", "ikke", "op", ""))


def test_abbreviations_and_ordinals_do_not_end_a_sentence() -> None:
    text = "Havnen i Kgs. Strandby åbner den 3. maj. Ad. 1. Godkendt af Tim E. Holm med 5 mod 4. 2. Udsat.\nUdsat"

    assert split_sentences(text) == (
        "Havnen i Kgs. Strandby åbner den 3. maj.",
        "Ad. 1. Godkendt af Tim E. Holm med 5 mod 4.",
        "2. Udsat.",
        "Udsat",
    )


def test_a_shortened_name_does_not_end_a_sentence_but_an_amount_does() -> None:
    assert split_sentences("Jens Kr. Holm gav 5 kr. Tak.") == ("Jens Kr. Holm gav 5 kr.", "Tak.")


def test_nothing_has_no_sentences() -> None:
    assert split_sentences(" \n ") == ()
