import pytest

from referat.vocabulary.votes.who import Listed, is_party, listed, members


@pytest.mark.parametrize(
    ("value", "count", "who"),
    [
        ("", 0, ()),
        ("Ingen", 0, ()),
        ("5", 5, ()),
        ("5 (A+T+V)", 5, ("A", "T", "V")),
        ("3: Anna Holm (V), Bo Kjær og Per Lund (C).", 3, ("Anna Holm (V)", "Bo Kjær", "Per Lund (C)")),
        ("A, Ø, N (F) – i alt 10", 10, ("A", "Ø", "N (F)")),
        ("A, C og V (11)", 11, ("A", "C", "V")),
        ("A (5), V (3)", None, ("A", "V")),
        ("Gruppe A og O, Liste H", None, ("Gruppe A", "O", "Liste H")),
        ("C, R, og A", None, ("C", "R", "A")),
        ("N og F samt borgmester Anna af Holm (V)", None, ("N", "F", "borgmester Anna af Holm (V)")),
        ("Anna Holm (løsgænger), der ønskede sin grund skrevet", None, ("Anna Holm (løsgænger)",)),
    ],
)
def test_a_list_tells_how_many_and_who(value: str, count: int | None, who: tuple[str, ...]) -> None:
    assert listed(value) == Listed(count, who)


@pytest.mark.parametrize("value", ["hele udvalget", "A og resten af salen", "de øvrige", "Flertallet", "sagen udsat"])
def test_a_list_that_cannot_be_told_apart_names_no_one(value: str) -> None:
    assert listed(value) is None


def test_one_name_alone_is_a_member_only_where_a_list_is_expected() -> None:
    assert members("Anna og Bo") == ("Anna", "Bo")
    assert members("Formanden", strict=True) == ()
    assert members("Anna Holm", strict=True) == ("Anna Holm",)


@pytest.mark.parametrize(
    "name", ["V", "Gruppe A", "Liste Ø", "Det Konservative Folkeparti", "Venstre", "SF", "Radikale"]
)
def test_letters_lists_and_names_of_parties_are_groups(name: str) -> None:
    assert is_party(name)


@pytest.mark.parametrize("name", ["Per Lund (C)", "Per Lund", "Anna Venstregaard (V)"])
def test_members_are_no_groups(name: str) -> None:
    assert not is_party(name)
