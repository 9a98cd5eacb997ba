"""The one real transcript, where it lies beside the checkout; and what the fixtures do not show."""

import datetime as dt
import hashlib
from functools import cache
from pathlib import Path

import pytest

from referat.importing.document import Document
from referat.importing.formats.docplayer import FORMAT
from referat.importing.formats.docplayer.head import read_first_page
from referat.importing.formats.docplayer.lost_digits import count_lost_digits
from referat.importing.reading.pieces import Piece
from referat.importing.sources import read_source
from referat.importing.understand import Reading, understand
from referat.model import AgendaItem, Decision, MinutesKind, VoteSide
from referat.vocabulary.municipalities import by_code
from referat.vocabulary.outcomes import Outcome, outcome_of
from referat.vocabulary.referrals import referral_in
from referat.vocabulary.votes import votes_in

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
beside = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real document is not beside this checkout")


@cache
def reading() -> Reading:
    document, problems = read_source(next(SEEDS.glob("003_*.txt")))
    assert problems == ()
    return understand(document)


def items() -> tuple[AgendaItem, ...]:
    (meeting,) = reading().meetings
    return meeting.minutes.items


def decision(number: int) -> Decision:
    (found,) = items()[number - 1].decisions
    return found


@beside
def test_the_head_tells_who_met_when_and_where() -> None:
    told = reading().meetings[0].minutes.meeting
    known = by_code("173")
    assert known is not None
    assert (told.municipality, told.body) == (known.name, "Udviklings- og Strategiudvalget")
    assert (told.date, told.time, told.place) == (dt.date(2012, 1, 17), dt.time(8, 15), "udvalgsværelse 1")
    assert told.kind is MinutesKind.MINUTES
    assert [len(person.split()) for person in told.participants] == [4, 5, 4, 5, 3]
    assert [len(person.split()) for person in told.absent] == [3]


@beside
def test_every_item_is_found_and_sub_items_are_none() -> None:
    assert [item.number for item in items()] == ["1", "2", "3", "4", "5"]
    assert [len((item.title or "").split()) for item in items()] == [6, 2, 3, 4, 14]
    assert not any(item.closed for item in items())
    assert "\n\n4.2 " in items()[3].text


@beside
def test_sections_stand_under_their_headings() -> None:
    four = ["Økonomiske konsekvenser", "Beslutningskompetence", "Indstilling"]
    assert [[section.heading for section in item.sections] for item in items()] == [
        ["Sagsfremstilling", *four],
        ["Indstilling"],
        four,
        [],
        four,
    ]
    assert items()[2].sections[-1].text.startswith("1. ")
    assert "\n2. " in items()[2].sections[-1].text


@beside
def test_each_item_has_the_meetings_own_decision() -> None:
    assert [decision(number).is_own for number in range(1, 6)] == [True] * 5
    assert [outcome_of(decision(number).text) for number in range(1, 6)] == [
        Outcome.RECOMMENDED,
        Outcome.APPROVED,
        Outcome.RECOMMENDED,
        Outcome.NOTED,
        Outcome.FORWARDED,
    ]


@beside
def test_both_votes_and_the_referral_are_told_as_stated() -> None:
    first, second = votes_in(decision(5).text)
    assert first.in_favour == VoteSide(count=3, names=("V", "F"))
    assert first.against == VoteSide(count=3, names=("C", "R", "A"))
    assert first.carried is False
    assert second.in_favour == VoteSide(count=5, names=("C", "R", "F", "A"))
    assert second.against == VoteSide(count=1, names=("V",))
    assert second.carried is None
    referral = referral_in(decision(5).text)
    assert referral is not None
    assert (referral.by, referral.to) == ("V", "Kommunalbestyrelsen")


@beside
def test_annexes_are_kept_and_what_is_not_the_documents_is_dropped_by_name() -> None:
    minutes = reading().meetings[0].minutes
    assert [len(annex.title.split()) for annex in minutes.annexes] == [3, 10]
    assert [line.partition(":")[0] for line in minutes.preamble.split("\n")] == [
        "Medlemmerne var til stede, undtagen",
        "Endvidere deltog",
    ]
    assert minutes.unplaced == ""
    dropped = {rule.rule: rule.characters for rule in reading().ledger.dropped}
    assert dropped["related-documents"] > 30_000
    assert {"furniture", "running-head", "contents-list", "own-decision", "label"} < dropped.keys()
    codes = {problem.code for problem in reading().meetings[0].problems}
    assert {"digits_stripped", "related_list_cut", "annex_split", "page_break_joined"} < codes
    assert not codes & {"unplaced_text", "coverage_gap", "authority_unknown", "date_missing"}


@pytest.mark.parametrize(
    ("attendance", "participants", "absent"),
    [
        ("Medlemmerne var til stede, undtagen: Carl Lund (C)", (), ("Carl Lund (C)",)),
        ("Medlemmerne var til stede.", (), ()),
        ("Endvidere deltog: Havnechef Dorte Friis", ("Havnechef Dorte Friis",), ()),
        ("Alle medlemmer var til stede. Endvidere deltog: Gerda Ibsen", ("Gerda Ibsen",), ()),
    ],
)
def test_who_was_there_without_being_named_stays_in_its_own_words(
    attendance: str, participants: tuple[str, ...], absent: tuple[str, ...]
) -> None:
    line = f"Protokol Torsdag den 8. marts 2012 kl. 16:30 afholdt Havneudvalget møde i mødelokale 3. {attendance}"
    head = read_first_page([Piece(line, 0)], None)

    assert (head.participants, head.absent) == (participants, absent)
    assert " ".join(piece.text for piece in head.rest) == attendance


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Havneudvalget den , s. 3", 1),
        ("Frist den 3. maj Der er tid nok. Mødet er kl i salen.", 2),
        ("Sagsnr Havnens plejeplan koster i alt kr. om året", 2),
        ("Havneudvalget den 3. maj 2012, kl. 16:30, i alt 500 kr.", 0),
    ],
)
def test_empty_slots_are_counted(text: str, count: int) -> None:
    assert count_lost_digits(text) == count


def test_a_page_without_a_transcript_is_no_minutes_of_this_format() -> None:
    text = 'Byrådet\n\nStørrelse: px\nStarte visningen fra side:\n\nDownload "Byrådet"\n\nRelaterede dokumenter\n'

    assert FORMAT.score(Document(name="x.txt", text=text, sha256=hashlib.sha256(text.encode()).hexdigest())) == 0
