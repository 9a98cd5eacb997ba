from referat.vocabulary.sentence_ends import split_sentences


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
