from referat.vocabulary import bodies


def test_a_name_in_capitals_is_made_readable() -> None:
    assert bodies.tidy("TEKNIK- OG  MILJØUDVALGET 2018-2021") == "Teknik- og Miljøudvalget"
    assert bodies.tidy("Udvalget for Børn og Unge") == "Udvalget for Børn og Unge"


def test_a_period_is_split_off() -> None:
    assert bodies.split_period("Byrådet 2022-2025") == ("Byrådet", "2022-2025")
    assert bodies.split_period("Byrådet") == ("Byrådet", None)


def test_spellings_of_one_body_are_the_same() -> None:
    assert bodies.is_same("Byråd", "BYRÅDET 2022-2025")
    assert bodies.is_same("Havneudvalgets", "Havneudvalget")
    assert not bodies.is_same("Havneudvalget", "Havnerådet")


def test_the_council_is_known() -> None:
    assert bodies.is_council("Strandby Byråd")
    assert bodies.is_council("KOMMUNALBESTYRELSEN")
    assert not bodies.is_council("Økonomiudvalget")
