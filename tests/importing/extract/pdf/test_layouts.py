"""Minutes as five systems print them become the right records, and every letter is accounted for."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pdfplumber
import pytest
from tests.importing.extract.pdf import minutes

from referat.importing.audit import letters_of
from referat.importing.extract.pdf import extract
from referat.importing.understand import Reading, understand
from referat.vocabulary.outcomes import Outcome, outcome_of

if TYPE_CHECKING:
    from referat.model import AgendaItem, Meeting

LAYOUTS = ("firstagenda", "word_template", "sbsys", "number_line", "treatment_table")


@cache
def reading(layout: str) -> Reading:
    document, problems = extract(getattr(minutes, layout)(), f"{layout}.pdf")
    assert problems == ()
    return understand(document)


def meeting(layout: str) -> Meeting:
    (read,) = reading(layout).meetings
    return read.minutes.meeting


def items(layout: str) -> tuple[AgendaItem, ...]:
    return reading(layout).meetings[0].minutes.items


def section(item: AgendaItem, heading: str) -> str:
    return next(part.text for part in item.parts if part.heading == heading)


@pytest.mark.parametrize(
    ("layout", "body", "date", "time"),
    [
        ("firstagenda", "Havneudvalget", dt.date(2024, 5, 14), dt.time(16, 30)),
        ("word_template", "Teknik- og Vejudvalget", dt.date(2024, 10, 3), dt.time(8, 0)),
        ("sbsys", "Kulturudvalget", dt.date(2023, 11, 21), dt.time(15, 30)),
        ("number_line", "Økonomiudvalget", dt.date(2024, 8, 20), None),
        ("treatment_table", "Kommunalbestyrelsen", dt.date(2024, 3, 21), dt.time(17, 0)),
    ],
)
def test_the_head_tells_the_meeting(layout: str, body: str, date: dt.date, time: dt.time | None) -> None:
    told = meeting(layout)
    assert (told.body, told.date, told.time) == (body, date, time)


@pytest.mark.parametrize(
    ("layout", "municipality"),
    [("firstagenda", "Strandby"), ("word_template", "Egedalen"), ("sbsys", "Nørre Aa"), ("number_line", "Strandby")],
)
def test_the_municipality_may_stand_in_the_running_head_alone(layout: str, municipality: str) -> None:
    assert meeting(layout).municipality == municipality


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ("firstagenda", [("1", "Ny bro i havnen", "24/1187"), ("2", None, "24/88")]),
        ("word_template", [("1", "Lamper på åstien", "24/20731"), ("2", "Vedligehold af broer", "23/8804")]),
        (
            "sbsys",
            [
                ("1", "Tilskud til koncerter i parken", "20.13.02-G01-3-23"),
                ("2", "Orientering fra formanden", "00.22.04-P35-1-23"),
            ],
        ),
        ("treatment_table", [("1", "Ny bro i havnen", "05.01.02P19-0031"), ("2", "Lys på stien", "05.01.02P19-0044")]),
    ],
)
def test_every_item_has_its_number_title_and_case(layout: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert [(item.number, item.title, item.case_number) for item in items(layout)] == expected


def test_case_and_document_number_are_told_apart_on_one_line() -> None:
    cases = [(item.case_number, item.document_numbers) for item in items("number_line")]
    assert cases == [("330-2024-3611", ("330-2024-403081",)), ("330-2024-3612", ("330-2024-403082",))]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_wrapped_lines_are_one_paragraph_wherever_they_stand(layout: str) -> None:
    texts = [part.text for item in items(layout) for part in item.parts if "tre håndværkere" in part.text]
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n\n") if "håndværkere" in paragraph]
    assert [p for p in paragraphs if p.startswith("Forvaltningen har")] == [minutes.BRIDGE] * len(paragraphs)


@pytest.mark.parametrize("layout", ["firstagenda", "word_template", "sbsys", "number_line"])
def test_the_decisions_are_the_meetings_own(layout: str) -> None:
    decisions = [decision for item in items(layout) for decision in item.decisions]
    assert decisions
    assert all(decision.is_own for decision in decisions)
    assert {outcome_of(decision.text) for decision in decisions} <= {Outcome.APPROVED, Outcome.NOTED}


def test_a_list_is_a_list_and_its_wrapped_items_are_whole() -> None:
    first, second = section(items("firstagenda")[0], "Indstilling").split("\n")[-2:]
    assert first.startswith("1. godkender, at broen")
    assert first.endswith("når isen er væk,")
    assert second == "2. tager orienteringen om pælene til efterretning."


def test_a_table_that_the_page_breaks_is_one_table_with_one_head() -> None:
    rows = [line for line in items("firstagenda")[0].parts[-3].text.split("\n") if line.startswith("|")]
    assert rows[0] == "| År | Drift | Anlæg |"
    assert [row.split("|")[1].strip() for row in rows[2:]] == [str(year) for year in range(2024, 2054)]


def test_a_sub_heading_is_known_by_its_weight() -> None:
    assert "\n\n#### Hvem betaler?\n\n" in section(items("firstagenda")[0], "Baggrund")


def test_raised_numbers_are_footnotes_and_powers() -> None:
    text = section(items("firstagenda")[0], "Baggrund")
    assert "40 m² og har ligget der siden 1962[^1].\n\n[^1]: Se havnens protokol." in text


def test_a_closed_item_is_closed() -> None:
    assert [item.closed for item in items("firstagenda")] == [False, True]


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        (
            "firstagenda",
            {
                "Strandby Kommune · Havneudvalget 14-05-2024",
                *(f"Side {n} af 4" for n in range(1, 5)),
                "År\tDrift\tAnlæg",
            },
        ),
        ("word_template", {"Teknik- og Vejudvalget, 03-10-2024", *(str(n) for n in range(1, 5))}),
        ("sbsys", {"Nørre Aa Kommune Side 1", "Nørre Aa Kommune Side 2"}),
        ("number_line", set()),
        ("treatment_table", set()),
    ],
)
def test_running_heads_page_numbers_and_repeated_table_heads_are_furniture(layout: str, expected: set[str]) -> None:
    document = reading(layout).document
    assert {document.text[claim.start : claim.end] for claim in document.furniture} == expected


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_letter_of_the_pages_stands_in_the_text(layout: str) -> None:
    """Counted by another program than the one that reads them."""
    with pdfplumber.open(BytesIO(getattr(minutes, layout)())) as pdf:
        chars = "".join(char["text"] for page in pdf.pages for char in page.chars)
    printed = Counter(letters_of(re.sub(r"\(cid:\d+\)", "", chars)))  # how it names a bullet
    assert Counter(letters_of(re.sub(r"</?sup>", "", reading(layout).document.text))) == printed


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_character_of_the_text_is_placed_or_dropped_by_a_rule(layout: str) -> None:
    ledger = reading(layout).ledger
    assert ledger.placed + sum(dropped.characters for dropped in ledger.dropped) == ledger.characters
    assert reading(layout).meetings[0].minutes.unplaced == ""
