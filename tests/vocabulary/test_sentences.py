"""Some words hardly ever end a sentence."""

from referat.vocabulary.sentences import cannot_end_with


def test_conjunctions_prepositions_and_determiners_go_on() -> None:
    assert all(cannot_end_with(word) for word in ("og", "Fra", "den", "at"))


def test_other_words_may_be_the_last() -> None:
    assert not any(cannot_end_with(word) for word in ("havnen", "ikke", "op", ""))
