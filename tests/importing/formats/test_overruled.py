"""A value that another one overrules is not called placed: it stays text, and is told."""

import pytest

from referat.importing.document import Document
from referat.importing.understand import MeetingRead, understand
from referat.vocabulary.municipalities import by_code

FIRSTAGENDA = """REFERAT Byrådet d. 14-05-2024

{field}

Punkt 1: Havnens takster

24/1187

Sagsfremstilling

Taksterne har været de samme siden stormen.

Beslutning Byrådet den 14-05-2024

Godkendt.
"""
ARCHIVE = """Mødedato: 14.05.2024, kl. 17:00
Mødested: Rådhuset
1. Havnens takster (2024-0123456)
Sagsnr.: 24/1187
Se alle bilag
Problemstilling
Taksterne har været de samme siden stormen.
Byrådets beslutning i mødet den 14. maj 2024
Godkendt.
OM MØDET
Fremmøde og inhabilitet:
"""
TRANSCRIPT = """Størrelse: px

Starte visningen fra side:

Download "MØDEREFERAT"

Transkript

1 KOMMUNALBESTYRELSEN FOR {name} KOMMUNE REFERAT FRA MØDE NR. 17 TORSDAG DEN 12. FEBRUAR 2009, KL PÅ RÅDHUSET

2 Kommunalbestyrelsen 12. februar 2009 Side: 2 562. Havnens takster Sagsfremstilling Taksterne er gamle. Beslutning Ja.

3 Kommunalbestyrelsen 12. februar 2009 Side: 3 563. Broen Sagsfremstilling Broen er lang. Beslutning Nej.
"""


def only(text: str) -> MeetingRead:
    document = Document(name="moede.txt", text=text, sha256="0" * 64, municipality="Strandby")
    (meeting,) = understand(document).meetings
    return meeting


def codes(meeting: MeetingRead) -> set[str]:
    return {problem.code for problem in meeting.problems}


def test_a_field_with_another_date_than_the_line_above_is_told_and_kept() -> None:
    meeting = only(FIRSTAGENDA.format(field="Mødedato Onsdag d. 15. maj 2024 kl. 17:00"))
    assert meeting.minutes.meeting.date.day == 14
    assert meeting.minutes.unplaced == "15\\. maj 2024"
    assert {"date_ambiguous", "unplaced_text"} <= codes(meeting)
    assert "coverage_gap" not in codes(meeting)


def test_a_field_with_another_body_than_the_line_above_stays_text() -> None:
    meeting = only(FIRSTAGENDA.format(field="Udvalg: Havneudvalget"))
    assert meeting.minutes.meeting.body == "Byrådet"
    assert "Havneudvalget" in meeting.minutes.preamble
    assert "coverage_gap" not in codes(meeting)


@pytest.mark.parametrize("field", ["Udvalg: Byrådet", "Mødedato Tirsdag d. 14. maj 2024 kl. 17:00"])
def test_a_field_that_says_the_same_leaves_nothing(field: str) -> None:
    meeting = only(FIRSTAGENDA.format(field=field))
    assert meeting.minutes.preamble == meeting.minutes.unplaced == ""


def test_a_second_case_number_stays_text() -> None:
    meeting = only(ARCHIVE)
    (item,) = meeting.minutes.items
    assert item.case_number == "2024-0123456"
    assert "24/1187" in item.text
    assert "coverage_gap" not in codes(meeting)


def test_a_council_named_before_its_municipality_is_not_lost() -> None:
    known = by_code("480")
    assert known
    meeting = only(TRANSCRIPT.format(name=known.name.upper()))
    assert "KOMMUNALBESTYRELSEN FOR" in meeting.minutes.preamble
    assert "coverage_gap" not in codes(meeting)
