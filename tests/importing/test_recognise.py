"""The best format reads a document, and what is no minutes is read by none."""

import pytest

from referat.importing.document import Document
from referat.importing.format import Format
from referat.importing.recognise import recognise
from referat.importing.registry import all_formats
from referat.problems import ProblemError


def document(text: str) -> Document:
    return Document(name="fil.txt", text=text, sha256="")


def fake(name: str, score: float) -> Format:
    return Format(name=name, title=name, score=lambda _: score, parse=lambda _: ())


def test_the_registry_holds_each_format_once_by_name() -> None:
    names = [found.name for found in all_formats()]
    assert {"firstagenda", "fallback"} <= set(names)
    assert names == sorted(set(names))


def test_the_highest_score_wins() -> None:
    assert recognise(document("x"), [fake("a", 0.4), fake("b", 0.9), fake("c", 0.5)])[0].format.name == "b"


def test_the_second_best_is_asked_too_where_it_is_near() -> None:
    found = recognise(document("x"), [fake("a", 0.6), fake("b", 0.7), fake("c", 0.59)])
    assert [candidate.format.name for candidate in found] == ["b", "a"]


def test_a_format_that_fails_to_score_does_not_know_the_document() -> None:
    def failing(_: Document) -> float:
        raise ZeroDivisionError

    broken = Format(name="broken", title="Broken", score=failing, parse=lambda _: ())
    assert recognise(document("x"), [broken, fake("b", 0.4)])[0].format.name == "b"


def test_a_family_goes_before_the_fallback() -> None:
    text = "REFERAT Byrådet d. 14-05-2024\n\nMødedato Tirsdag d. 14. maj 2024 kl. 17:00\n\nPunkt 1: Budget\n\n24/1\n"
    assert recognise(document(text))[0].format.name == "firstagenda"


@pytest.mark.parametrize(
    "text",
    [
        "Opskrift på æblekage\n\n1. Skræl æblerne\n2. Bag kagen\n\nVelbekomme!",
        "def main():\n    print('hello')\n",
        "Kære Anna\n\nTak for hyggeligt samvær tirsdag den 14. maj 2024 kl. 17.\n\nHilsen Bo",
        "navn;adresse;by\nAnna;Havnevej 2;Strandby\n",
        "x",
    ],
)
def test_what_is_no_minutes_is_never_guessed_at(text: str) -> None:
    with pytest.raises(ProblemError) as caught:
        recognise(document(text))
    assert caught.value.problem.code == "not_minutes"
    assert caught.value.problem.path == "fil.txt"
