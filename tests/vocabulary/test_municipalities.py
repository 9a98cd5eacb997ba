import pytest

from referat.vocabulary import municipalities


def test_the_table_has_all_98() -> None:
    table = municipalities.table()

    assert len(table) == len({row.code for row in table}) == len({row.slug for row in table}) == 98


@pytest.mark.parametrize("row", municipalities.table(), ids=lambda row: row.name)
def test_every_spelling_means_the_municipality(row: municipalities.Municipality) -> None:
    spellings = [
        row.name,
        row.name.upper(),
        row.name.replace("-", " "),
        row.name.replace("aa", "å").replace("Aa", "Å"),
        row.slug,
        f"{row.name} Kommune",
        f"{row.name}s Kommune",
        f"{row.slug}-kommune",
    ]

    assert {municipalities.lookup(spelling) for spelling in spellings} == {row}


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("Bornholms Regionskommune", "400"),
        ("Nordfyn", "480"),
        ("Vesthimmerland", "820"),
        ("Brønderslev-Dronninglund", "810"),
    ],
)
def test_other_and_former_names_are_known(spelling: str, code: str) -> None:
    found = municipalities.lookup(spelling)

    assert found is not None
    assert found == municipalities.by_code(code)


def test_a_municipality_that_is_not_in_the_table_has_a_name_and_no_code() -> None:
    found = municipalities.named("NØRRE AA KOMMUNE")

    assert (found.name, found.code, found.slug) == ("Nørre Aa", None, "noerre-aa")
    assert municipalities.lookup("Nørre Aa") is None


def test_mentions_are_found_where_they_stand() -> None:
    text = "Denne Kommune og Strandby Kommune, se NØRRE AA KOMMUNE."

    mentions = municipalities.find_mentions(text)

    assert [text[mention.start : mention.end] for mention in mentions] == ["Strandby Kommune", "NØRRE AA KOMMUNE"]
    assert [mention.municipality.name for mention in mentions] == ["Strandby", "Nørre Aa"]


def test_the_text_is_of_the_municipality_it_names_most_by_a_margin() -> None:
    clear = municipalities.most_named("Strandby Kommune, Strandby Kommunes plan og Egedalen Kommune")
    unclear = municipalities.most_named("Strandby Kommune og Egedalen Kommune")

    assert clear is not None
    assert clear.name == "Strandby"
    assert unclear is None
    assert municipalities.most_named("") is None
