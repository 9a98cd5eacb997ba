"""The newest decisions: what a front page begins with."""

from collections.abc import Callable

from referat.model import Minutes
from referat.site.nodes import Corpus
from referat.site.views.decided import newest_decisions, newest_of_all

MakeMinutes = Callable[..., Minutes]
MakeCorpus = Callable[..., Corpus]


def test_the_newest_meeting_comes_first_and_its_items_in_their_order(
    minutes: MakeMinutes, corpus_of: MakeCorpus
) -> None:
    corpus = corpus_of(
        minutes(
            "Strandby", "Byrådet", "2024-05-28", ("Havnebad", "24/90", "Godkendt."), ("Cykelsti", "24/91", "Udsat.")
        ),
        minutes("Strandby", "Økonomiudvalget", "2024-06-04", ("Skovskole", "24/92", "Anbefales.")),
    )
    (strandby,) = corpus.municipalities
    assert [line.title for line in newest_decisions(strandby.bodies, 5)] == ["Skovskole", "Havnebad", "Cykelsti"]
    assert [line.title for line in newest_decisions(strandby.bodies, 2)] == ["Skovskole", "Havnebad"]


def test_formalities_closed_items_and_what_changed_nothing_are_left_out(
    minutes: MakeMinutes, corpus_of: MakeCorpus
) -> None:
    corpus = corpus_of(
        minutes(
            "Strandby",
            "Byrådet",
            "2024-05-28",
            ("Godkendelse af dagsorden", "24/1", "Godkendt."),
            ("Årsberetning", "24/2", "Taget til efterretning."),
            ("", "24/3", "Godkendt."),
            ("Havnebad", "24/4", "Godkendt, idet badet flyttes mod nord."),
            ("Spørgsmål om svømmehallen", "24/5", ""),
        )
    )
    (strandby,) = corpus.municipalities
    (line,) = newest_decisions(strandby.bodies, 5)
    assert (line.title, line.url) == ("Havnebad", "/strandby/byraadet/2024-05-28/#punkt-4")
    assert line.words == "Godkendt, idet badet flyttes mod nord."


def test_municipalities_are_mixed_by_date(minutes: MakeMinutes, corpus_of: MakeCorpus) -> None:
    corpus = corpus_of(
        minutes("Strandby", "Byrådet", "2024-05-28", ("Havnebad", "24/90", "Godkendt.")),
        minutes("Egedalen", "Byrådet", "2024-06-04", ("Skovskole", "24/92", "Godkendt.")),
        minutes("Egedalen", "Byrådet", "2024-04-02", ("Genbrugsplads", "24/93", "Godkendt.")),
    )
    lines = [line for node in corpus.municipalities for line in newest_decisions(node.bodies, 5)]
    assert [line.title for line in newest_of_all(lines, 2)] == ["Skovskole", "Havnebad"]


def test_a_line_shows_what_was_decided_and_not_the_amendment_before_it(
    minutes: MakeMinutes, corpus_of: MakeCorpus
) -> None:
    decision = "Bo Kjær (V) foreslog et rødt bad.\n\nForslaget faldt.\n\nIndstillingen blev herefter godkendt."
    corpus = corpus_of(minutes("Strandby", "Byrådet", "2024-05-28", ("Havnebad", "24/4", decision)))
    (strandby,) = corpus.municipalities
    (line,) = newest_decisions(strandby.bodies, 5)
    assert line.words == "Indstillingen blev herefter godkendt."
