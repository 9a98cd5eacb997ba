"""A record reads as a person would have written it."""

import datetime as dt

from referat.minutes_file import read, write
from referat.model import AgendaItem, Annex, Decision, Meeting, Minutes, MinutesKind, Section, Source
from referat.vocabulary.outcomes import Outcome

MEETING = Meeting(municipality="Strandby", body="Byrådet", date=dt.date(2024, 5, 14))


def body_of(*items: AgendaItem) -> str:
    return write(Minutes(meeting=MEETING, items=items)).split("\n---\n\n")[1]


def test_a_whole_record() -> None:
    minutes = Minutes(
        meeting=Meeting(
            municipality="Strandby",
            body="Teknik- og Miljøudvalget",
            date=dt.date(2024, 5, 14),
            time=dt.time(16, 30),
            place="Mødelokale 2, Strandby Rådhus",
            period="2022-2025",
            sequence=2,
            kind=MinutesKind.AGENDA,
            participants=("Anna Holm (A)", "Bo Kjær (V)"),
            source=Source(url="https://portal.example/møde?id=1", name="dagsorden.pdf", format="plain", score=0.9),
        ),
        preamble="Mødet er åbent.",
        items=(
            AgendaItem(
                number="2",
                title="Cykelsti langs Havnevej",
                case_number="24/1187",
                document_numbers=("41-24", "42-24"),
                kle="05.01.00",
                type="Beslutningssag",
                text="Kort fortalt.",
                parts=(
                    Section(heading="Indstilling", text="1. at stien anlægges"),
                    Decision(body="Økonomiudvalget", date=dt.date(2024, 5, 7), item_number="65", text="Udsat."),
                    Decision(outcome=Outcome.APPROVED, text="Som indstillet."),
                ),
            ),
            AgendaItem(number="3", case_number="23/441", closed=True),
        ),
        annexes=(Annex(title="Takster", text="Side 1"),),
        unplaced="Side 2",
    )

    assert write(minutes) == (
        "---\n"
        "municipality: Strandby\n"
        "body: Teknik- og Miljøudvalget\n"
        "date: 2024-05-14\n"
        'time: "16:30"\n'
        "place: Mødelokale 2, Strandby Rådhus\n"
        "period: 2022-2025\n"
        "sequence: 2\n"
        "kind: agenda\n"
        "participants: [Anna Holm (A), Bo Kjær (V)]\n"
        "source:\n"
        "  url: https://portal.example/møde?id=1\n"
        "  name: dagsorden.pdf\n"
        "  format: plain\n"
        "  score: 0.90\n"
        "---\n\n"
        "Mødet er åbent.\n\n"
        "## 2. Cykelsti langs Havnevej\n\n"
        "Sagsnr.: 24/1187\n"
        "Dok.nr.: 41-24, 42-24\n"
        "KLE: 05.01.00\n"
        "Type: Beslutningssag\n\n"
        "Kort fortalt.\n\n"
        "### Indstilling\n\n"
        "1. at stien anlægges\n\n"
        "### Beslutning: Økonomiudvalget, 2024-05-07, pkt. 65\n\n"
        "Udsat.\n\n"
        "### Beslutning\n\n"
        "Udfald: godkendt\n\n"
        "Som indstillet.\n\n"
        "## 3. Lukket punkt\n\n"
        "Sagsnr.: 23/441\n"
        "Lukket: ja\n\n"
        "## Bilag: Takster\n\n"
        "Side 1\n\n"
        "## Uplaceret tekst\n\n"
        "Side 2\n"
    )


def test_an_item_without_a_title_says_why() -> None:
    assert body_of(AgendaItem(number="1", closed=True)) == "## 1. Lukket punkt\n\nLukket: ja\n"
    assert body_of(AgendaItem(number="1", held_back=True)) == "## 1. Tilbageholdt punkt\n\nTilbageholdt: ja\n"
    assert body_of(AgendaItem()) == "## Punkt uden titel\n"


def test_titles_that_would_be_misread_get_a_backslash() -> None:
    assert body_of(AgendaItem(title="2. behandling af budget")) == "## \\2. behandling af budget\n"
    assert body_of(AgendaItem(number="4", title="2. behandling af budget")) == "## 4. 2. behandling af budget\n"
    assert body_of(AgendaItem(number="4", title="Lukket punkt")) == "## 4. \\Lukket punkt\n"
    assert body_of(AgendaItem(title="Bilag: takster")) == "## \\Bilag: takster\n"


def test_a_number_that_no_heading_can_carry_is_a_field() -> None:
    assert body_of(AgendaItem(number="A-1", title="Budget")) == "## Budget\n\nNr.: A-1\n"


def test_headings_in_a_text_get_a_backslash_more() -> None:
    item = AgendaItem(text="## 1. A\n\\### B\n#### C")

    assert body_of(item) == "## Punkt uden titel\n\n\\## 1. A\n\\\\### B\n#### C\n"


def test_a_text_that_begins_like_a_field_gets_a_backslash_only_where_no_field_stands_above() -> None:
    assert body_of(AgendaItem(title="A", text="Afbud: Bo")) == "## A\n\n\\Afbud: Bo\n"
    assert body_of(AgendaItem(title="A", kle="01", text="Afbud: Bo")) == "## A\n\nKLE: 01\n\nAfbud: Bo\n"


def test_headings_of_sections_and_decisions_are_told_apart() -> None:
    section = Section(heading="Beslutning")
    decision = Decision(heading="Projektmandat", body="Udvalg, pkt. 3")

    text = body_of(AgendaItem(title="A", parts=(section, decision)))

    assert text == "## A\n\n### \\Beslutning\n\n### Beslutning (Projektmandat): Udvalg, \\pkt. 3\n"


def test_long_lists_stand_one_name_a_line() -> None:
    people = tuple(f"Anna Holm nummer {number} (A)" for number in range(5))
    minutes = Minutes(
        meeting=Meeting(municipality="Strandby", body="Byrådet", date=dt.date(2024, 5, 14), participants=people)
    )

    assert "participants:\n  - Anna Holm nummer 0 (A)\n  - Anna" in write(minutes)
    assert read(write(minutes), "a.md") == (minutes, ())
