"""Danish names stand in Danish order."""

from referat.vocabulary.collation import danish_key


def test_the_danish_letters_stand_last_and_aa_is_one_of_them() -> None:
    names = ["Aalbæk", "Østervig", "Zinkhavn", "Ærø", "Bøgelund", "Alslev"]
    assert sorted(names, key=danish_key) == ["Alslev", "Bøgelund", "Zinkhavn", "Ærø", "Østervig", "Aalbæk"]


def test_capitals_and_accents_decide_only_between_equals() -> None:
    assert sorted(["idé b", "Ide a", "ide a"], key=danish_key) == ["Ide a", "ide a", "idé b"]
