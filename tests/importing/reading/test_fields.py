"""Labelled fields are found however they are set."""

from referat.importing.document import Document
from referat.importing.reading.fields import read_fields
from referat.importing.reading.pieces import Piece, pieces_of


def fields(text: str) -> dict[str, str]:
    lines = pieces_of(Document(name="x.txt", text=text, sha256=""))
    return {field.field.value: field.text for field in read_fields(lines, lambda line: line.text == "Stop").fields}


def test_a_label_and_its_value_on_one_line() -> None:
    assert fields("Mødested Byrådssalen\nMødedato: 14. maj 2024\n**Mødetidspunkt** kl. 17") == {
        "place": "Byrådssalen",
        "date": "14. maj 2024",
        "time": "kl. 17",
    }


def test_several_labels_on_one_line() -> None:
    assert fields("Mødedato Tirsdag d. 14. maj 2024 kl. 17 Mødested Byrådssalen") == {
        "date": "Tirsdag d. 14. maj 2024 kl. 17",
        "place": "Byrådssalen",
    }


def test_a_value_may_be_a_word_that_is_a_label_elsewhere() -> None:
    assert fields("Mødested Mødelokale B2") == {"place": "Mødelokale B2"}


def test_a_label_above_its_value() -> None:
    assert fields("MØDESTED\nByrådssalen\n\nDeltagere:\n\nAnna Holm\nBo Kjær\n\nMere tekst") == {
        "place": "Byrådssalen",
        "participants": "Anna Holm Bo Kjær",
    }


def test_a_value_goes_on_until_an_empty_line_a_label_or_what_stops_it() -> None:
    assert fields("Mødedeltagere Anna Holm, Bo\nKjær\n\nIkke mere") == {"participants": "Anna Holm, Bo Kjær"}
    assert fields("Mødested Teams\nStop") == {"place": "Teams"}


def test_an_empty_field_does_not_take_the_first_item() -> None:
    assert fields("Fraværende:\n\n1. Havnen") == {"absent": ""}


def test_common_words_are_labels_only_with_a_colon_or_alone() -> None:
    assert fields("Sted og tid er aftalt\nDeltagere fra tre byer kom") == {}
    assert fields("Sted: Hallen") == {"place": "Hallen"}


def test_common_words_are_labels_in_a_block_of_labels_without_colons() -> None:
    place, people = "Mødested Rådhussalen\nUdvalg Byrådet", "Mødedeltagere Anna Holm, Bo\nKjær\nFraværende Carl Lund"
    assert fields(f"{place}\n{people}\nBemærkninger") == {
        "place": "Rådhussalen",
        "body": "Byrådet",
        "participants": "Anna Holm, Bo Kjær",
        "absent": "Carl Lund",
        "remarks": "",
    }
    assert fields("Mødested: Hallen\nSted og tid er aftalt") == {"place": "Hallen Sted og tid er aftalt"}


def test_values_know_their_place() -> None:
    (field,) = read_fields((Piece("Mødested: Hallen", 100),), lambda _: False).fields
    assert field.values == (Piece("Hallen", 110),)
    assert field.label == Piece("Mødested:", 100)
