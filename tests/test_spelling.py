from referat.spelling import MISSPELT, known_words_advice, near, nearest


def test_the_nearest_known_word_is_found_whatever_its_case() -> None:
    assert nearest("sagsnummer", ["Sagsnr.", "KLE"]) == "Sagsnr."
    assert nearest("kle.", ["Sagsnr.", "KLE"]) == "KLE"


def test_where_none_is_near_all_are_named() -> None:
    assert nearest("xyz", ["Sagsnr.", "KLE"]) is None
    assert known_words_advice("xyz", ["Sagsnr.", "KLE"]) == "Known are: Sagsnr., KLE."


def test_a_misspelt_word_is_nearer_than_a_word_that_is_like_it() -> None:
    assert nearest("godkent", ["Godkendt"], MISSPELT) == "Godkendt"
    assert nearest("vedtaget", ["Valgt"]) == "Valgt"
    assert nearest("vedtaget", ["Valgt"], MISSPELT) is None


def test_all_words_that_may_be_meant_are_told_the_likest_first() -> None:
    assert near("havnby", ["Havneby", "Havnbjerg", "Skovby", "Aa"]) == ("Havneby", "Havnbjerg")
    assert near("havnby", ["Havneby", "Havnbjerg"], most=1) == ("Havneby",)
    assert near("xyz", ["Havneby"]) == ()
