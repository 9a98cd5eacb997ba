"""The example site: its records are sound, and they show everything that a site can hold."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from referat import minutes_file
from referat.model import Decision, MinutesKind, Status, Vote, VoteBasis
from referat.privacy.gate import screen
from referat.site.corpus import make_corpus
from referat.site.mentions import link_text, make_link_index
from referat.site.nodes import CaseNode, Corpus, ItemNode, MeetingNode, Record
from referat.vocabulary.outcomes import Outcome
from referat.vocabulary.referrals import referral_in
from referat.vocabulary.sections import SectionKind, kind_of

ROOT = Path(__file__).parents[2]
PATHS = tuple(sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "content/minutes").rglob("*.md")))


@cache
def record(path: str) -> Record:
    minutes, problems = minutes_file.read((ROOT / path).read_text(encoding="utf-8"), path)
    assert problems == ()
    assert minutes is not None
    return Record(minutes=minutes, path=path)


@cache
def corpus() -> Corpus:
    made, problems = make_corpus(record(path) for path in PATHS)
    assert problems == ()
    return made


def meetings() -> Iterator[MeetingNode]:
    for municipality in corpus().municipalities:
        for body in municipality.bodies:
            yield from body.meetings


def items() -> Iterator[ItemNode]:
    for meeting in meetings():
        yield from meeting.items


def votes() -> Iterator[Vote]:
    for item in items():
        yield from item.votes


def case(municipality: str, number: str) -> CaseNode:
    cases = (case for known in corpus().municipalities if known.name == municipality for case in known.cases)
    return next(case for case in cases if case.display == number)


@pytest.mark.parametrize("path", PATHS)
def test_a_record_reads_without_a_problem_and_stands_where_it_would_be_written(path: str) -> None:
    minutes = record(path).minutes
    assert str(minutes_file.record_path(minutes.meeting)) == path
    assert minutes_file.write(minutes) == (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PATHS)
def test_the_privacy_gate_has_nothing_to_say(path: str) -> None:
    minutes = record(path).minutes
    screened = screen(minutes, path)
    assert screened.problems == ()
    assert screened.minutes == minutes


def test_three_invented_municipalities_have_met_at_least_sixty_times() -> None:
    assert [municipality.name for municipality in corpus().municipalities] == ["Egedalen", "Nørre Aa", "Strandby"]
    assert sum(1 for _ in meetings()) >= 60


def test_the_bodies_are_the_usual_ones() -> None:
    bodies = {body.name for municipality in corpus().municipalities for body in municipality.bodies}
    assert bodies == {
        "Byrådet",
        "Børne- og Skoleudvalget",
        "Kommunalbestyrelsen",
        "Kultur- og Fritidsudvalget",
        "Social- og Sundhedsudvalget",
        "Teknik- og Miljøudvalget",
        "Ældrerådet",
        "Økonomiudvalget",
    }


def test_no_body_meets_at_the_weekend() -> None:
    assert [meeting.url for meeting in meetings() if meeting.date.weekday() > 4] == []


def test_the_cycle_path_travels_between_three_bodies_and_comes_back_until_it_is_approved() -> None:
    course = [(told.body, told.outcome) for told in case("Strandby", "24/1187").treatments[:6]]
    assert course == [
        ("Teknik- og Miljøudvalget", Outcome.POSTPONED),
        ("Teknik- og Miljøudvalget", Outcome.RECOMMENDED),
        ("Økonomiudvalget", Outcome.RETURNED),
        ("Teknik- og Miljøudvalget", Outcome.RECOMMENDED),
        ("Økonomiudvalget", Outcome.RECOMMENDED),
        ("Byrådet", Outcome.APPROVED),
    ]


def test_every_municipality_has_a_case_that_three_bodies_dealt_with() -> None:
    for municipality in corpus().municipalities:
        bodies = [{told.body for told in case.treatments} for case in municipality.cases if not case.container]
        assert max(map(len, bodies)) >= 3


def test_every_earlier_treatment_that_is_told_has_its_own_page() -> None:
    untraced = [(item.url, told.body, told.date) for item in items() for told in item.earlier if told.url is None]
    assert untraced == []


def test_what_is_told_of_an_earlier_decision_is_in_the_words_it_was_made_in() -> None:
    decided = {
        (meeting.municipality, meeting.body, meeting.date, item.item.case_number): words(item.own)
        for meeting in meetings()
        for item in meeting.items
    }
    for meeting in meetings():
        for item in meeting.items:
            for told in (decision for decision in item.item.decisions if not decision.is_own):
                said = decided[meeting.municipality, told.body or "", told.date or meeting.date, item.item.case_number]
                assert words((told,)) <= said, f"{item.url}: {told.body}, {told.date}"


def words(decisions: tuple[Decision, ...]) -> set[str]:
    return {word for decision in decisions for word in decision.text.replace(".", " ").replace(",", " ").split()}


def test_one_number_is_two_cases_in_two_municipalities() -> None:
    shared = [ref.municipality for ref in corpus().sharing["2024/206"].cases]
    assert shared == ["Nørre Aa", "Strandby"]
    assert case("Strandby", "24/206").title != case("Nørre Aa", "24/206").title


@pytest.mark.parametrize(
    ("municipality", "number"),
    [("Strandby", "22/17"), ("Egedalen", "00.22.04-P35-1-22"), ("Nørre Aa", "22/3"), ("Nørre Aa", "26/1")],
)
def test_a_number_for_all_the_formal_items_is_a_container(municipality: str, number: str) -> None:
    assert case(municipality, number).container


def test_no_case_that_travels_is_taken_for_a_container() -> None:
    travelling = [case("Strandby", "24/1187"), case("Egedalen", "17.01.00-P20-3-22"), case("Nørre Aa", "23/54")]
    assert not any(case.container for case in travelling)


def test_closed_items_stand_with_and_without_number_title_and_decision() -> None:
    closed = [item.item for item in items() if item.item.closed]
    for of_item in ("case_number", "title", "decisions"):
        assert {bool(getattr(item, of_item)) for item in closed} == {True, False}, of_item


def test_closed_items_tell_nothing_but_their_decision() -> None:
    assert [item.url for item in items() if item.item.closed and (item.item.sections or item.item.text)] == []


def test_votes_are_told_by_names_by_groups_and_by_counts() -> None:
    assert {vote.basis for vote in votes()} == set(VoteBasis)
    assert any(vote.abstained.names for vote in votes())
    assert any(vote.carried is False for vote in votes())


def test_members_take_cases_to_the_council_and_have_their_view_recorded() -> None:
    texts = [decision.text for item in items() for decision in item.own]
    assert any(referral_in(text) for text in texts)
    for form in ("Protokolbemærkning", "Mindretalsudtalelse", "ført til protokols", "inhabil", "stemmelighed"):
        assert any(form in text for text in texts), form


def test_every_outcome_occurs() -> None:
    assert {item.outcome for item in items()} == set(Outcome)


def test_a_supplement_joins_the_meeting_that_it_belongs_to() -> None:
    meeting = next(meeting for meeting in meetings() if meeting.addenda and not meeting.minutes.meeting.kind.is_agenda)
    assert [item.addendum for item in meeting.items] == [False, False, False, False, True]
    assert meeting.addenda[0].minutes.meeting.kind is MinutesKind.MINUTES_ADDENDUM


def test_a_corrected_record_says_when_and_what() -> None:
    corrected = [
        meeting.minutes.meeting for meeting in meetings() if meeting.minutes.meeting.status is Status.CORRECTED
    ]
    assert [meeting.corrected for meeting in corrected] == [dt.date(2026, 6, 3)]
    assert all(meeting.correction for meeting in corrected)


def test_a_body_meets_twice_on_one_day() -> None:
    days = Counter((meeting.municipality, meeting.body, meeting.date) for meeting in meetings())
    assert days[("Strandby", "Byrådet", dt.date(2024, 10, 8))] == 2


def test_what_is_to_come_stands_on_an_agenda_and_as_the_next_step_of_its_case() -> None:
    agendas = [meeting for meeting in meetings() if meeting.minutes.meeting.kind is MinutesKind.AGENDA]
    assert {meeting.municipality for meeting in agendas} == {"Egedalen", "Nørre Aa", "Strandby"}
    coming = case("Strandby", "22/2043").treatments[-1]
    assert (coming.upcoming, coming.outcome) == (True, Outcome.NONE)


def test_an_uncertain_reading_shows_what_it_could_not_place() -> None:
    uncertain = [
        minutes
        for meeting in meetings()
        if (minutes := meeting.minutes).meeting.source and minutes.meeting.source.score
    ]
    assert [minutes.meeting.source.score for minutes in uncertain if minutes.meeting.source] == [0.45]
    assert uncertain[0].unplaced


def links_of_all_texts(municipality: str) -> dict[str, str]:
    node = next(node for node in corpus().municipalities if node.name == municipality)
    index = make_link_index(node)
    texts = [
        part.text
        for body in node.bodies
        for meeting in body.meetings
        for item in meeting.items
        for part in item.item.parts
    ]
    return {words: url for text in texts for words, url in link_text(text, index).links}


def test_mentions_of_cases_and_of_earlier_treatments_lead_there() -> None:
    links = links_of_all_texts("Strandby")
    assert links["22/2043"] == "/strandby/sag/22-2043/"
    assert links["Økonomiudvalget den 18. juni 2024, pkt. 3"] == "/strandby/oekonomiudvalget/2024-06-18/#punkt-3"


def test_what_only_looks_like_a_case_leads_nowhere() -> None:
    links = {words for node in corpus().municipalities for words in links_of_all_texts(node.name)}
    texts = "".join((ROOT / path).read_text(encoding="utf-8") for path in PATHS)
    for lookalike in ("80/20", "60/40", "2024/2025", "01/2023", "188213/24", "24/7", "4.12", "§ 17, stk. 4"):
        assert lookalike in texts
        assert not any(words.endswith(lookalike) for words in links), lookalike


def test_texts_hold_tables_lists_footnotes_annexes_and_attachments() -> None:
    texts = [section.text for item in items() for section in item.item.sections]
    for mark in ("| --- |", "\n1. ", "\n- ", "[^", "#### "):
        assert any(mark in text for text in texts), mark
    assert any(meeting.minutes.annexes for meeting in meetings())
    assert {bool(attachment.url) for item in items() for attachment in item.attachments} == {True, False}


def test_every_heading_is_one_that_the_generator_knows() -> None:
    headings = {section.heading for item in items() for section in item.item.sections}
    assert [heading for heading in headings if kind_of(heading) is SectionKind.OTHER] == []


def test_every_address_in_the_texts_is_under_a_name_that_nobody_can_own() -> None:
    texts = [(ROOT / path).read_text(encoding="utf-8") for path in (*PATHS, "site.toml")]
    hosts = [part.split("/", 1)[0].split('"', 1)[0] for text in texts for part in text.split("https://")[1:]]
    assert hosts
    assert [host for host in hosts if not host.endswith(".example")] == []
