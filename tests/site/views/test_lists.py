"""Pages that list: a municipality, a body, the cases by year, a number that several municipalities use."""

import datetime as dt
from collections.abc import Callable

from referat.model import Minutes
from referat.site.nodes import Corpus
from referat.site.views.body import body_view
from referat.site.views.case_line import OnAgenda
from referat.site.views.cases import cases_view
from referat.site.views.municipality import municipality_view
from referat.site.views.shared import shared_view
from referat.vocabulary.outcomes import Outcome

MakeMinutes = Callable[..., Minutes]
MakeCorpus = Callable[..., Corpus]


def test_a_bodys_meetings_stand_under_their_years_the_newest_first(minutes: MakeMinutes, corpus_of: MakeCorpus) -> None:
    corpus = corpus_of(
        minutes("Strandby", "Byrådet", "2023-11-28", ("Havnebad", "23/9", "Udsat.")),
        minutes("Strandby", "Byrådet", "2024-05-28", ("Havnebad", "23/9", "Godkendt."), ("", "", "")),
        minutes("Strandby", "Byrådet", "2024-06-25", ("Cykelsti", "24/9", ""), kind="agenda"),
    )
    view = body_view(corpus.municipalities[0].bodies[0])
    assert [(year.year, [line.date.isoformat() for line in year.meetings]) for year in view.years] == [
        (2024, ["2024-06-25", "2024-05-28"]),
        (2023, ["2023-11-28"]),
    ]
    agenda, decided = view.years[0].meetings
    assert (agenda.agenda_only, agenda.decided) == (True, 0)
    assert (decided.agenda_only, decided.items, decided.decided, decided.closed) == (False, 2, 1, 1)


def test_a_municipality_tells_which_cases_are_to_come_back(minutes: MakeMinutes, corpus_of: MakeCorpus) -> None:
    corpus = corpus_of(
        minutes(
            "Strandby", "Økonomiudvalget", "2024-05-21", ("Havnebad", "24/9", "Anbefales."), ("Kaj", "24/8", "Udsat.")
        ),
        minutes("Strandby", "Byrådet", "2024-05-28", ("Havnebad", "24/9", "Godkendt.")),
    )
    view = municipality_view(corpus.municipalities[0])
    assert [line.display for line in view.unsettled] == ["24/8"]
    assert [body.name for body in view.bodies] == ["Byrådet", "Økonomiudvalget"]


def test_agendas_stand_apart_from_minutes(minutes: MakeMinutes, corpus_of: MakeCorpus) -> None:
    corpus = corpus_of(
        minutes("Strandby", "Byrådet", "2024-05-28", ("Havnebad", "24/9", "Godkendt.")),
        minutes("Strandby", "Byrådet", "2024-06-25", ("Cykelsti", "24/7", ""), kind="agenda"),
    )
    view = municipality_view(corpus.municipalities[0])
    assert [line.date.isoformat() for line in view.meetings] == ["2024-05-28"]
    assert [line.date.isoformat() for line in view.agendas] == ["2024-06-25"]


def test_cases_stand_under_the_year_of_their_number(minutes: MakeMinutes, corpus_of: MakeCorpus) -> None:
    corpus = corpus_of(
        minutes("Strandby", "Byrådet", "2024-05-28", ("Havnebad", "22/9", "Godkendt."), ("Cykelsti", "24/9", "Udsat."))
    )
    view = cases_view(corpus.municipalities[0])
    assert [(year.year, [line.title for line in year.cases]) for year in view.years] == [
        (2024, ["Cykelsti"]),
        (2022, ["Havnebad"]),
    ]


def test_a_collecting_case_has_no_outcome_in_a_list(minutes: MakeMinutes, corpus_of: MakeCorpus) -> None:
    corpus = corpus_of(
        minutes("Strandby", "Byrådet", "2024-05-28", ("Havnebad", "24/1", "Godkendt."), ("Cykelsti", "24/1", "Udsat."))
    )
    (line,) = cases_view(corpus.municipalities[0]).years[0].cases
    assert (line.container, line.title, line.outcome) == (True, None, "none")


def test_a_number_that_two_municipalities_use_has_a_page_that_tells_them_apart(
    minutes: MakeMinutes, corpus_of: MakeCorpus
) -> None:
    corpus = corpus_of(
        minutes("Strandby", "Byrådet", "2024-05-28", ("Havnebad", "24/9", "Godkendt.")),
        minutes("Egedalen", "Byrådet", "2024-06-04", ("Skovskole", "24/9", "Udsat.")),
    )
    view = shared_view(corpus.shared_numbers[0])
    assert view.head.url == "/sag/24-9/"
    assert [(line.municipality, line.title) for line in view.cases] == [
        ("Egedalen", "Skovskole"),
        ("Strandby", "Havnebad"),
    ]


def test_a_case_tells_where_it_is_to_be_dealt_with_next(minutes: MakeMinutes, corpus_of: MakeCorpus) -> None:
    corpus = corpus_of(
        minutes("Strandby", "Økonomiudvalget", "2024-05-21", ("Havnebad", "24/9", "Anbefales."), ("Kaj", "24/8", "")),
        minutes("Strandby", "Byrådet", "2024-05-28", ("Havnebad", "24/9", ""), kind="agenda"),
        minutes("Strandby", "Byrådet", "2024-06-25", ("Havnebad", "24/9", ""), ("", "24/7", ""), kind="agenda"),
    )
    lines = {line.display: line for line in cases_view(corpus.municipalities[0]).years[0].cases}
    assert lines["24/9"].to_come == OnAgenda(body="Byrådet", date=dt.date(2024, 5, 28))
    assert (lines["24/9"].date, lines["24/9"].outcome) == (dt.date(2024, 5, 21), Outcome.RECOMMENDED)
    assert lines["24/9"].treatments == 1
    assert lines["24/8"].to_come is None
    assert lines["24/7"].to_come == OnAgenda(body="Byrådet", date=dt.date(2024, 6, 25))
    assert (lines["24/7"].only_closed, lines["24/8"].only_closed) == (True, False)
