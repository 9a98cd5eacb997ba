"""A case's page: how it stands, and its whole course."""

from collections.abc import Callable

from referat.model import Minutes
from referat.site.mentions import LinkedText
from referat.site.nodes import Corpus
from referat.site.views.case import case_view

MakeMinutes = Callable[..., Minutes]
MakeCorpus = Callable[..., Corpus]


def test_the_latest_outcome_stands_first_and_the_course_is_told_from_the_beginning(
    minutes: MakeMinutes, corpus_of: MakeCorpus
) -> None:
    corpus = corpus_of(
        minutes("Strandby", "Byrådet", "2024-05-28", ("Havnebad: anlæg", "24/9", "Godkendt.")),
        minutes("Strandby", "Økonomiudvalget", "2024-05-21", ("Havnebad", "24/9", "Anbefales.")),
    )
    view = case_view(corpus.municipalities[0].cases[0], LinkedText)
    assert view.title == "Havnebad: anlæg"
    assert (view.latest.body, view.latest.outcome) == ("Byrådet", "approved")
    assert [step.body for step in view.course] == ["Økonomiudvalget", "Byrådet"]
    assert view.latest in view.course


def test_a_case_only_known_behind_closed_doors_says_so(minutes: MakeMinutes, corpus_of: MakeCorpus) -> None:
    corpus = corpus_of(minutes("Strandby", "Byrådet", "2024-05-28", ("", "24/9", "")))
    view = case_view(corpus.municipalities[0].cases[0], LinkedText)
    assert view.only_closed


def test_the_same_number_elsewhere_is_another_case(minutes: MakeMinutes, corpus_of: MakeCorpus) -> None:
    corpus = corpus_of(
        minutes("Strandby", "Byrådet", "2024-05-28", ("Havnebad", "24/9", "Godkendt.")),
        minutes("Egedalen", "Byrådet", "2024-06-04", ("Skovskole", "24/9", "Udsat.")),
    )
    strandby = next(node for node in corpus.municipalities if node.name == "Strandby")
    view = case_view(strandby.cases[0], LinkedText)
    assert [(other.municipality, other.url) for other in view.elsewhere] == [("Egedalen", "/egedalen/sag/24-9/")]
    assert [step.title for step in view.course] == ["Havnebad"]
