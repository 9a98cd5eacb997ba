"""Pages that list: a municipality, a body, the cases by year, a number that several municipalities use."""

import datetime as dt
from collections.abc import Callable

from referat.model import Minutes
from referat.settings import Settings
from referat.site.nodes import Corpus
from referat.site.views.body import IN_FULL, body_view, year_views
from referat.site.views.case_line import OnAgenda, case_line
from referat.site.views.cases import cases_view
from referat.site.views.front import front_view
from referat.site.views.municipality import municipality_view
from referat.site.views.shared import shared_view
from referat.site.views.summary import summary_of
from referat.vocabulary.outcomes import Outcome

MakeMinutes = Callable[..., Minutes]
MakeCorpus = Callable[..., Corpus]
NOW = dt.date(2024, 7, 1)


def test_a_bodys_meetings_stand_under_their_years_the_newest_first(minutes: MakeMinutes, corpus_of: MakeCorpus) -> None:
    corpus = corpus_of(
        minutes("Strandby", "Byrådet", "2023-11-28", ("Havnebad", "23/9", "Udsat.")),
        minutes("Strandby", "Byrådet", "2024-05-28", ("Havnebad", "23/9", "Godkendt."), ("", "", "")),
        minutes("Strandby", "Byrådet", "2024-06-25", ("Cykelsti", "24/9", ""), kind="agenda"),
    )
    view = body_view(corpus.municipalities[0].bodies[0], NOW)
    assert [(year.year, [line.date.isoformat() for line in year.meetings]) for year in view.years] == [
        (2024, ["2024-06-25", "2024-05-28"]),
        (2023, ["2023-11-28"]),
    ]
    agenda, decided = view.years[0].meetings
    assert (agenda.agenda_only, agenda.decided) == (True, 0)
    assert (decided.agenda_only, decided.items, decided.decided, decided.closed) == (False, 2, 1, 1)


def test_a_municipality_tells_which_cases_wait_and_which_are_under_way(
    minutes: MakeMinutes, corpus_of: MakeCorpus
) -> None:
    corpus = corpus_of(
        minutes("Strandby", "Byrådet", "2023-06-20", ("Molen", "23/4", "Udsat.")),
        minutes(
            "Strandby",
            "Økonomiudvalget",
            "2024-05-21",
            ("Havnebad", "24/9", "Anbefales."),
            ("Kaj", "24/8", "Udsat."),
            ("Skole", "24/7", "Anbefales."),
        ),
        minutes("Strandby", "Byrådet", "2024-05-28", ("Havnebad", "24/9", "Godkendt.")),
    )
    view = municipality_view(corpus.municipalities[0])
    assert [(one.case.display, one.days) for one in view.postponed] == [("23/4", 343), ("24/8", 7)]
    assert [line.display for line in view.under_way] == ["24/7"]
    assert [body.name for body in view.bodies] == ["Byrådet", "Økonomiudvalget"]


def test_the_next_meetings_are_those_whose_agenda_is_newer_than_all_that_was_decided(
    minutes: MakeMinutes, corpus_of: MakeCorpus
) -> None:
    corpus = corpus_of(
        minutes("Strandby", "Byrådet", "2024-04-30", ("Molen", "24/6", ""), kind="agenda"),
        minutes("Strandby", "Byrådet", "2024-05-28", ("Havnebad", "24/9", "Godkendt.")),
        minutes("Strandby", "Byrådet", "2024-06-25", ("Cykelsti", "24/7", ""), kind="agenda"),
        minutes("Strandby", "Økonomiudvalget", "2024-06-18", ("Cykelsti", "24/7", ""), kind="agenda"),
    )
    view = municipality_view(corpus.municipalities[0])
    assert [line.date.isoformat() for line in view.meetings] == ["2024-05-28"]
    assert {body.name: body.latest.isoformat() for body in view.bodies}["Byrådet"] == "2024-05-28"
    assert view.place.latest == view.coverage.latest == dt.date(2024, 5, 28)
    assert [(line.body, line.date.isoformat()) for line in view.coming] == [
        ("Økonomiudvalget", "2024-06-18"),
        ("Byrådet", "2024-06-25"),
    ]


def test_routine_items_are_no_news(minutes: MakeMinutes, corpus_of: MakeCorpus) -> None:
    corpus = corpus_of(
        minutes(
            "Strandby",
            "Byrådet",
            "2024-05-28",
            ("Godkendelse af dagsorden", "24/1", "Godkendt."),
            ("Havnebad", "24/9", "Godkendt."),
            ("Orientering fra borgmesteren", "24/2", "Godkendt."),
        )
    )
    summaries = [summary_of(corpus.municipalities[0])]
    assert [line.title for line in front_view(summaries, Settings()).newest] == ["Havnebad"]


def test_a_body_with_many_meetings_lists_whole_years_and_gives_the_earlier_ones_pages_of_their_own(
    minutes: MakeMinutes, corpus_of: MakeCorpus
) -> None:
    days = [dt.date(2000, 1, 4) + dt.timedelta(days=14 * number) for number in range(600)]
    corpus = corpus_of(*(minutes("Strandby", "Byrådet", day.isoformat(), ("Havnebad", "24/9", "")) for day in days))
    body = corpus.municipalities[0].bodies[0]
    view = body_view(body, days[-1])
    listed = sum(len(year.meetings) for year in view.years)
    assert IN_FULL - 30 < listed <= IN_FULL
    assert listed + sum(year.count for year in view.earlier) == view.count == 600
    pages = {page.head.url: len(page.meetings) for page in year_views(body)}
    assert pages == {year.url: year.count for year in view.earlier}
    assert "/strandby/byraadet/2000/" in pages


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
    (shared,) = corpus.sharing.values()
    view = shared_view(shared.url, [case_line(node.cases[0]) for node in corpus.municipalities])
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
