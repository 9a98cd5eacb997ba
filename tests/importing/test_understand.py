"""From a document to a reading: what was concluded is told, and what must not be published never comes out."""

import datetime as dt

import pytest
from msgspec.structs import replace

from referat.importing.document import Document
from referat.importing.format import Format, Parsed
from referat.importing.registry import all_formats
from referat.importing.understand import MeetingRead, Reading, understand
from referat.problems import ProblemError

HEAD = "REFERAT Byrådet d. 14-05-2024\n\nMødedato Tirsdag d. 14. maj 2024 kl. 17:00\n\nMødested Byrådssalen\n\n"
CONTENTS = "Indholdsfortegnelse\n\nHavnens takster.....\t2\nLukket.....\t4\n\n"
ITEMS = """Punkt 1: Havnens takster

24/1187

Beslutning Byrådet den 14-05-2024

Godkendt.

Punkt 2: Lukket

24/1187
"""


def read(text: str, municipality: str | None = "Strandby") -> Reading:
    return understand(Document(name="moede.txt", text=text, sha256="0" * 64, municipality=municipality))


def only(text: str, municipality: str | None = "Strandby") -> MeetingRead:
    (meeting,) = read(text, municipality).meetings
    return meeting


def codes(text: str) -> set[str]:
    return {problem.code for problem in only(text).problems}


def test_a_sound_document_scores_one_and_has_its_source() -> None:
    meeting = only(HEAD + CONTENTS + ITEMS)
    assert meeting.score == 1.0
    source = meeting.minutes.meeting.source
    assert source
    assert (source.name, source.format, source.score) == ("moede.txt", "firstagenda", 1.0)
    assert meeting.minutes.meeting.date == dt.date(2024, 5, 14)


def test_one_number_on_several_items_is_a_collecting_case() -> None:
    assert "case_container" in codes(HEAD + CONTENTS + ITEMS)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Tirsdag", "Onsdag", "weekday_mismatch"),
        ("14. maj 2024 kl", "15. maj 2024 kl", "date_ambiguous"),
        ("Lukket.....\t4\n", "Lukket.....\t4\nNye haver.....\t5\n", "toc_mismatch"),
        ("Havnens takster.....", "Skolernes haver i byen.....", "toc_mismatch"),
        ("Punkt 2: Lukket", "Punkt 4: Lukket", "item_number_gap"),
        ("Punkt 2: Lukket", "Punkt 1: Lukket", "duplicate_item_number"),
        ("24/1187\n\nBesl", "26/1187\n\nBesl", "case_from_later_year"),
        ("24/1187\n\nBesl", "Besl", "case_missing"),
        ("Beslutning Byrådet den 14-05-2024\n\nGodkendt.", "Havnen er fuld.", "decision_missing"),
        ("Godkendt.", "Havnen er fuld.", "outcome_unknown"),
        ("Beslutning Byrådet den 14-05", "Beslutning Byrådet den 16-04", "decision_other_date"),
        ("Beslutning Byrådet den", "Beslutning Økonomiudvalget den", "decision_other_body"),
        ("Punkt 1: Havnens takster", "Punkt 1:", "title_missing"),
        ("REFERAT", "DAGSORDEN", "agenda_not_minutes"),
    ],
)
def test_what_does_not_agree_is_told(old: str, new: str, code: str) -> None:
    text = HEAD + CONTENTS + ITEMS
    assert old in text
    assert code in codes(text.replace(old, new, 1))


def test_what_is_missing_lowers_the_score() -> None:
    text = HEAD + CONTENTS + ITEMS
    assert only(text, municipality=None).score == 0.7
    assert only(text.replace("Tirsdag", "Onsdag")).score == 0.9
    assert only(text.replace("Lukket.....\t4\n", "Lukket.....\t4\nNye haver.....\t5\n")).score == 0.8


def test_a_record_needs_municipality_body_and_date() -> None:
    assert only(HEAD + ITEMS).is_complete
    assert not only(HEAD + ITEMS, municipality=None).is_complete


def test_a_remark_in_the_head_stays_readable() -> None:
    text = HEAD.replace("Byrådssalen\n", "Byrådssalen\n\nBemærkninger: Vejret var fint.\n")
    assert only(text + CONTENTS + ITEMS).minutes.preamble == "Bemærkninger:\nVejret var fint."


def test_a_cpr_number_comes_out_nowhere() -> None:
    number = "010190-1234"
    meeting = only((HEAD + CONTENTS + ITEMS).replace("Godkendt.", f"Godkendt for {number}."))
    assert meeting.minutes.items[0].held_back
    assert number not in repr(meeting)
    assert not any(number in (problem.source_line or "") + problem.message for problem in meeting.problems)


def failing(_: Document) -> tuple[Parsed, ...]:
    raise IndexError("row 3")


BROKEN = Format(name="broken", title="Broken", score=lambda _: 1.0, parse=failing)
DOCUMENT = Document(name="moede.txt", text=HEAD + CONTENTS + ITEMS, sha256="0" * 64, municipality="Strandby")


def test_a_format_with_a_fault_costs_nobody_the_document() -> None:
    generic = next(found for found in all_formats() if found.name == "fallback")
    reading = understand(DOCUMENT, [BROKEN, generic])
    assert reading.format.name == "fallback"
    assert [item.number for item in reading.meetings[0].minutes.items] == ["1", "2"]
    (told,) = [problem for problem in reading.meetings[0].problems if problem.code == "format_failed"]
    assert "broken" in told.message
    assert "IndexError: row 3" in told.message


def test_where_every_format_fails_the_document_is_named() -> None:
    with pytest.raises(ProblemError) as caught:
        understand(DOCUMENT, [BROKEN])
    assert (caught.value.problem.code, caught.value.problem.path) == ("format_failed", "moede.txt")


def test_of_two_formats_near_each_other_the_one_reads_that_explains_more() -> None:
    known = {found.name: found for found in all_formats()}
    blind = Format(
        name="zz-blind",
        title="Blind",
        score=lambda _: 0.95,
        parse=lambda document: tuple(
            replace(meeting, minutes=replace(meeting.minutes, items=(), preamble=document.text), claims=())
            for meeting in known["firstagenda"].parse(document)
        ),
    )
    assert understand(DOCUMENT, [blind, known["firstagenda"]]).format.name == "firstagenda"


def test_closed_items_may_be_numbered_in_a_series_of_their_own() -> None:
    text = (HEAD + ITEMS).replace("Punkt 2: Lukket", "Punkt 101: Lukket")
    assert "item_number_gap" not in codes(text)
    assert "item_number_gap" in codes(text.replace("Punkt 101: Lukket", "Punkt 101: Havnens lys"))
