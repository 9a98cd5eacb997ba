"""What a format leaves over or loses is never gone: it is unplaced text, and told."""

import datetime as dt

from referat.importing.document import Document
from referat.importing.format import Parsed
from referat.importing.ledger import Claim
from referat.importing.settle import settle
from referat.model import Meeting, Minutes


def document(text: str) -> Document:
    return Document(name="x.txt", text=text, sha256="")


def parsed(preamble: str, *claims: Claim) -> Parsed:
    meeting = Meeting(municipality="Strandby", body="Byrådet", date=dt.date(2024, 5, 14))
    return Parsed(minutes=Minutes(meeting=meeting, preamble=preamble), claims=claims)


def test_text_that_nobody_claimed_is_unplaced_and_told() -> None:
    (meeting,), ledger = settle(document("Første.\n\nGlemt tekst."), [parsed("Første.", Claim(0, 7))])
    assert meeting.minutes.unplaced == "Glemt tekst."
    assert [(problem.code, problem.line) for problem in meeting.diagnostics] == [("unplaced_text", 3)]
    assert ledger.placed == 7 + 12


def test_text_that_a_format_claims_and_loses_is_unplaced_and_an_error() -> None:
    (meeting,), _ = settle(document("Første. Tabt."), [parsed("Første.", Claim(0, 7), Claim(8, 13))])
    assert meeting.minutes.unplaced == "Tabt."
    assert [problem.code for problem in meeting.diagnostics] == ["coverage_gap"]


def test_punctuation_between_values_may_be_left_over() -> None:
    (meeting,), ledger = settle(document("** Første. **"), [parsed("Første.", Claim(3, 10))])
    assert meeting.minutes.unplaced == ""
    assert [(rule.rule, rule.characters) for rule in ledger.dropped] == [("layout", 2), ("separator", 4)]


def test_a_second_claim_on_the_same_characters_gives_way() -> None:
    (meeting,), ledger = settle(document("Første."), [parsed("Første.", Claim(0, 7), Claim(3, 7, "label"))])
    assert ledger.placed == 7
    assert meeting.minutes.unplaced == ""


def test_what_is_left_over_goes_to_the_meeting_it_stands_in() -> None:
    text = "Første.\nMere.\nAnden.\nMest."
    meetings, _ = settle(document(text), [parsed("Første.", Claim(0, 7)), parsed("Anden.", Claim(14, 20))])
    assert [meeting.minutes.unplaced for meeting in meetings] == ["Mere.", "Mest."]


def test_unplaced_tables_stay_tables() -> None:
    (meeting,), _ = settle(document("x\na\tb\n1\t2"), [parsed("x", Claim(0, 1))])
    assert meeting.minutes.unplaced == "| a | b |\n| --- | --- |\n| 1 | 2 |"
