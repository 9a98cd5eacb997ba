"""Relations between the records of a site: who came before, which items are one case, who tells of what."""

import datetime as dt
import random

import pytest
from msgspec.structs import replace

from referat.model import AgendaItem, Decision, Meeting, Minutes, MinutesKind, Section
from referat.site.corpus import make_corpus
from referat.site.nodes import CaseNode, Corpus, ItemNode, Record, Treatment
from referat.vocabulary.outcomes import Outcome

TMU, OEU, BYRAAD = "Teknik- og Miljøudvalget", "Økonomiudvalget", "Byrådet"
MAY, JUNE, JULY = dt.date(2024, 5, 7), dt.date(2024, 6, 4), dt.date(2024, 7, 2)


def record(
    body: str,
    date: dt.date,
    *items: AgendaItem,
    municipality: str = "Strandby",
    kind: MinutesKind = MinutesKind.MINUTES,
    time: dt.time | None = None,
) -> Record:
    meeting = Meeting(municipality=municipality, body=body, date=date, kind=kind, time=time)
    return Record(minutes=Minutes(meeting=meeting, items=items), path=f"{municipality}/{body}/{date}-{kind}.md")


def item(number: str, case: str | None, *decisions: Decision, title: str | None = "Havnebad") -> AgendaItem:
    return AgendaItem(number=number, title=title, case_number=case, parts=decisions)


def decided(text: str, body: str | None = None, date: dt.date | None = None) -> Decision:
    return Decision(text=text, body=body, date=date)


def corpus_of(*records: Record) -> Corpus:
    corpus, problems = make_corpus(records)
    assert problems == ()
    return corpus


def cases_of(corpus: Corpus) -> dict[str, CaseNode]:
    return {f"{case.municipality} {case.display}": case for node in corpus.municipalities for case in node.cases}


def only_case(*records: Record) -> CaseNode:
    (case,) = cases_of(corpus_of(*records)).values()
    return case


def course(case: CaseNode) -> list[tuple[str, dt.date, Outcome, str | None]]:
    return [(step.body, step.date, step.outcome, step.url) for step in case.treatments]


def items_of(corpus: Corpus, body: str) -> tuple[ItemNode, ...]:
    nodes = (node for municipality in corpus.municipalities for node in municipality.bodies if node.name == body)
    return tuple(one for node in nodes for meeting in node.meetings for one in meeting.items)


def bodies_of(treatments: tuple[Treatment, ...]) -> list[str]:
    return [treatment.body for treatment in treatments]


def test_a_case_is_told_over_all_bodies_in_the_order_it_went() -> None:
    case = only_case(
        record(BYRAAD, JUNE, item("4", "24/1187", decided("Godkendt."))),
        record(TMU, MAY, item("2", "24/1187", decided("Udsat."))),
        record(OEU, JUNE, item("3", "24-1187", decided("Anbefales godkendt."))),
    )
    assert course(case) == [
        (TMU, MAY, Outcome.POSTPONED, "/strandby/teknik-og-miljoeudvalget/2024-05-07/#punkt-2"),
        (OEU, JUNE, Outcome.RECOMMENDED, "/strandby/oekonomiudvalget/2024-06-04/#punkt-3"),
        (BYRAAD, JUNE, Outcome.APPROVED, "/strandby/byraadet/2024-06-04/#punkt-4"),
    ]
    assert (case.display, case.aliases, case.url) == ("24/1187", ("24-1187",), "/strandby/sag/24-1187/")
    assert case.latest.body == BYRAAD


def test_the_hour_decides_between_two_meetings_on_one_day() -> None:
    case = only_case(
        record(BYRAAD, MAY, item("1", "24/1187"), time=dt.time(9)),
        record(OEU, MAY, item("1", "24/1187"), time=dt.time(15)),
    )
    assert [step.body for step in case.treatments] == [BYRAAD, OEU]


def test_what_other_minutes_tell_of_a_meeting_leads_to_that_meetings_page_and_is_told_once() -> None:
    corpus = corpus_of(
        record(OEU, MAY, item("3", "24/1187", decided("Anbefales."))),
        record(BYRAAD, JUNE, item("4", "24/1187", decided("Anbefales.", "Økonomiudvalg", MAY), decided("Godkendt."))),
    )
    (case,) = cases_of(corpus).values()
    assert [(step.body, step.date) for step in case.treatments] == [(OEU, MAY), (BYRAAD, JUNE)]
    (node,) = items_of(corpus, BYRAAD)
    (told,) = node.earlier
    assert (told.url, told.told_by) == ("/strandby/oekonomiudvalget/2024-05-07/#punkt-3", None)
    assert node.elsewhere == ()


def test_a_treatment_without_a_page_names_the_meeting_that_tells_of_it() -> None:
    case = only_case(
        record(BYRAAD, JUNE, item("4", "24/1187", decided("Anbefales.", OEU, MAY))),
        record(BYRAAD, JULY, item("2", "24/1187", decided("Anbefales.", OEU, MAY), decided("Godkendt."))),
    )
    first = case.treatments[0]
    assert [step.date for step in case.treatments] == [MAY, JUNE, JULY]
    assert (first.body, first.outcome, first.url) == (OEU, Outcome.RECOMMENDED, None)
    assert first.told_by is not None
    assert first.told_by.url == "/strandby/byraadet/2024-06-04/"


def test_later_minutes_tell_what_came_of_an_agenda() -> None:
    case = only_case(
        record(OEU, MAY, item("3", "24/1187"), kind=MinutesKind.AGENDA),
        record(BYRAAD, JUNE, item("4", "24/1187", decided("Anbefales.", OEU, MAY))),
    )
    assert (case.treatments[0].outcome, case.treatments[0].upcoming) == (Outcome.RECOMMENDED, False)


def test_an_agenda_alone_is_upcoming() -> None:
    case = only_case(record(OEU, MAY, item("3", "24/1187"), kind=MinutesKind.AGENDA))
    assert case.latest.upcoming


def test_a_decision_with_the_meetings_own_body_and_day_is_its_own() -> None:
    corpus = corpus_of(record(OEU, JUNE, item("2", None, decided("Udsat.", OEU, MAY), decided("Godkendt.", OEU, JUNE))))
    (node,) = items_of(corpus, OEU)
    assert ([decision.text for decision in node.own], node.outcome) == (["Godkendt."], Outcome.APPROVED)
    assert [told.date for told in node.earlier] == [MAY]


def test_an_outcome_that_a_person_set_goes_before_the_words() -> None:
    odd = Decision(text="Som formanden foreslog.", outcome=Outcome.REJECTED)
    (node,) = items_of(corpus_of(record(OEU, MAY, item("2", None, odd))), OEU)
    assert node.outcome is Outcome.REJECTED


def test_a_bare_approval_of_a_refusal_is_shown_as_the_refusal_it_is() -> None:
    refusing = Section(heading="Indstilling", text="at ansøgningen om en carport afslås")
    refused, kept = (
        AgendaItem(number="2", parts=(refusing, Decision(text="Godkendt."))),
        Decision(text="Ikke godkendt."),
    )
    corpus = corpus_of(record(OEU, MAY, refused), record(OEU, JUNE, AgendaItem(number="2", parts=(refusing, kept))))
    assert {node.outcome for node in items_of(corpus, OEU)} == {Outcome.REFUSAL, Outcome.REJECTED}


def test_the_latest_treatment_is_the_last_with_an_outcome() -> None:
    case = only_case(
        record(OEU, MAY, item("3", "24/1187", decided("Godkendt."))),
        record(OEU, JUNE, item("1", "24/1187"), kind=MinutesKind.AGENDA),
    )
    assert case.latest.date == MAY


@pytest.mark.parametrize(
    ("items", "container"),
    [
        ([item("1", "24/7", title="Havnebad"), item("2", "24/7", title="Bådebro")], True),
        ([item("1", "24/7", title="Havnebad"), item("2", "24/7", title="Havnebad")], False),
        ([item("1", "24/7", title=None), item("2", "24/7", title=None)], True),
        ([item("1", "24/7", title="Eventuelt")], True),
        ([item("1", "00.22.02-P35-1-24", title="Mødeplan")], True),
        ([item("1", "24/7", title="Havnebad")], False),
    ],
)
def test_a_number_that_collects_different_subjects_is_a_container(items: list[AgendaItem], container: bool) -> None:
    case = only_case(record(OEU, MAY, *items))
    assert case.container is container
    assert (case.title is None) is container


def test_the_items_of_a_container_are_not_shown_as_each_others_course() -> None:
    corpus = corpus_of(
        record(OEU, MAY, item("1", "24/7", title="Meddelelser")),
        record(OEU, JUNE, item("1", "24/7", title="Eventuelt")),
    )
    assert [node.elsewhere for node in items_of(corpus, OEU)] == [(), ()]


def test_an_item_sees_the_other_treatments_of_its_case() -> None:
    corpus = corpus_of(
        record(TMU, MAY, item("1", "24/1187")),
        record(OEU, JUNE, item("1", "24/1187")),
        record(OEU, JULY, item("1", None)),
    )
    (node,) = items_of(corpus, TMU)
    assert bodies_of(node.elsewhere) == [OEU]


def test_one_number_in_two_municipalities_is_two_cases_that_know_of_each_other() -> None:
    corpus = corpus_of(
        record(OEU, MAY, item("1", "24/1187", title="Havnebad")),
        record(OEU, MAY, item("1", "24/1187", title="Skolegård"), municipality="Egedalen"),
    )
    cases = cases_of(corpus)
    assert [case.title for case in cases.values()] == ["Skolegård", "Havnebad"]
    assert [ref.url for ref in cases["Strandby 24/1187"].elsewhere] == ["/egedalen/sag/24-1187/"]
    assert [(shared.url, len(shared.cases)) for shared in corpus.sharing.values()] == [("/sag/24-1187/", 2)]


def test_two_numbers_that_would_have_one_address_get_two_and_are_named() -> None:
    corpus, (problem,) = make_corpus(
        [record(OEU, MAY, item("1", "19/246712")), record(OEU, JUNE, item("1", "19-246712", title="Skolegård"))]
    )
    slugs = {case.display: case.slug for case in corpus.municipalities[0].cases}
    assert slugs == {"19/246712": "19-246712", "19-246712": "19-246712-yy-nnnnnn"}
    assert (problem.code, problem.path) == ("case_address_shared", f"Strandby/{OEU}/2024-06-04-minutes.md")


def test_a_number_in_no_known_form_is_told_and_makes_no_case() -> None:
    corpus, (problem,) = make_corpus([record(OEU, MAY, item("1", "se bilag"))])
    assert corpus.municipalities[0].cases == ()
    assert (problem.code, problem.path) == ("case_number_unreadable", f"Strandby/{OEU}/2024-05-07-minutes.md")


def test_meetings_of_a_body_know_the_one_before_and_the_one_after() -> None:
    corpus = corpus_of(record(OEU, JUNE), record(OEU, MAY), record(BYRAAD, MAY), record(OEU, JULY))
    council, finance = corpus.municipalities[0].bodies
    assert (council.name, finance.name) == (BYRAAD, OEU)
    around = [
        (node.date, node.previous and node.previous.date, node.next and node.next.date) for node in finance.meetings
    ]
    assert around == [(JULY, JUNE, None), (JUNE, MAY, JULY), (MAY, None, JUNE)]


def test_the_order_in_which_records_are_read_makes_no_difference() -> None:
    records = [
        record(OEU, MAY, item("3", "24/1187", decided("Anbefales."))),
        record(BYRAAD, JUNE, item("4", "24/1187", decided("Udsat.", TMU, MAY), decided("Godkendt."))),
        record(OEU, MAY, item("1", "24/1187"), municipality="Nørre Aa"),
        record(TMU, JULY, item("1", "23/9"), item("2", "23/9", title="Bro")),
    ]
    expected = make_corpus(records)
    for seed in range(5):
        shuffled = list(records)
        random.Random(seed).shuffle(shuffled)  # noqa: S311 - nothing secret
        assert make_corpus(shuffled) == expected


def test_a_title_is_never_taken_from_a_closed_item_while_an_open_one_has_one() -> None:
    case = only_case(
        record(OEU, MAY, item("3", "24/1187", title="Salg af toldbod")),
        record(OEU, JUNE, replace(item("1", "24/1187", title="Lukket salg"), closed=True)),
    )
    assert case.title == "Salg af toldbod"


def test_who_brought_a_case_before_another_body_is_told_by_the_item_and_in_the_cases_course() -> None:
    words = "2 stemte for (A og F) og 2 stemte imod (B og C). Bo Kjær (C) begærede sagen i Byrådet."
    corpus = corpus_of(
        record(TMU, MAY, item("1", "24/90", decided(words))),
        record(BYRAAD, JUNE, item("2", "24/90", decided("Godkendt."))),
    )

    (node,) = items_of(corpus, TMU)
    (case,) = cases_of(corpus).values()

    assert node.referral is not None
    assert (node.referral.by, node.referral.to) == ("Bo Kjær (C)", "Byrådet")
    assert [step.referral for step in case.treatments] == [node.referral, None]
