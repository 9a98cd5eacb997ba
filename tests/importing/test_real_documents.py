"""Four real documents of one body, where they lie beside the checkout: all that a careful reader finds in them."""

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from referat.importing.report import own_outcome
from referat.importing.sources import read_source
from referat.importing.store import Options, run_import
from referat.importing.understand import MeetingRead, Reading, understand
from referat.model import AgendaItem, Decision, Section
from referat.records import State
from referat.vocabulary.casenumber import parse
from referat.vocabulary.municipalities import Municipality, by_code
from referat.vocabulary.outcomes import Outcome, outcome_of

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real documents are not beside this checkout")

DATES = {"000": "2015-09-24", "001": "2014-09-23", "002": "2021-03-15", "004": "2017-01-09"}


def municipality() -> Municipality:
    found = by_code("169")
    assert found
    return found


@cache
def reading(prefix: str) -> Reading:
    document, problems = read_source(next(SEEDS.glob(f"{prefix}_*.txt")))
    assert problems == ()
    return understand(document)


def meeting(prefix: str) -> MeetingRead:
    (only,) = reading(prefix).meetings
    return only


def item(prefix: str, number: int) -> AgendaItem:
    return meeting(prefix).minutes.items[number - 1]


def section(prefix: str, number: int, heading: str) -> Section:
    (found,) = [part for part in item(prefix, number).sections if part.heading == heading]
    return found


def own_decision(prefix: str, number: int) -> Decision:
    (found,) = [decision for decision in item(prefix, number).decisions if decision.is_own]
    return found


def codes(prefix: str) -> list[str]:
    return [problem.code for problem in meeting(prefix).problems]


@pytest.mark.parametrize("prefix", DATES)
def test_the_head_tells_who_met_when_and_where(prefix: str) -> None:
    told = meeting(prefix).minutes.meeting
    places = {"000": "Mødelokale B102", "001": "Mødelokale B105", "002": "Teams", "004": "Mødelokale B204"}
    assert (told.municipality, told.body) == (municipality().name, "Direktionen")
    assert told.date == dt.date.fromisoformat(DATES[prefix])
    assert told.time == (dt.time(10) if prefix in ("000", "001") else dt.time(9))
    assert told.place == places[prefix]
    assert reading(prefix).format.name == "firstagenda"


def test_names_are_whole_across_a_line_break_and_roles_stay() -> None:
    assert [len(name.split()) for name in meeting("002").minutes.meeting.participants] == [2, 2, 2, 3, 3]
    assert [len(name.split()) for name in meeting("004").minutes.meeting.participants] == [2, 2, 3, 2, 4]
    assert meeting("004").minutes.meeting.participants[-1].endswith(" (sekretær)")
    assert meeting("000").minutes.meeting.participants == ()


@pytest.mark.parametrize(("prefix", "count"), [("001", 9), ("000", 7), ("004", 5), ("002", 4)])
def test_every_item_is_found_once_in_order(prefix: str, count: int) -> None:
    assert [found.number for found in meeting(prefix).minutes.items] == [str(n) for n in range(1, count + 1)]


def test_titles_are_as_printed_and_a_word_that_lost_letters_is_mended() -> None:
    assert item("000", 1).title == "Økonomiopfølgning 24-09-2015"
    assert item("001", 1).title == "Økonomiopfølgning 23-09-2014"
    assert codes("000").count("title_mended") == codes("001").count("title_mended") == 1
    assert item("000", 5).title == "International Strategi 2015 -"
    assert item("004", 3).title == "Realisering af indkøbseffektivisering 2017"
    assert "title_differs_from_toc" in codes("004")


def test_there_are_nineteen_case_numbers_each_on_its_item() -> None:
    numbers = {
        "000": ["14/32918", "15/3036", "14/16244", "15/19379", "10/3316", "14/32918", "14/32918"],
        "001": ["14/867", "14/13296", "09/10043", "14/8304", "13/6349", "12/2352", "14/21159", "14/867", "14/867"],
        "002": ["20/23083", "20/17135", "20/18552", "19/12898"],
        "004": ["16/26813", "16/20573", "16/5628", "16/26813", "16/26813"],
    }
    for prefix, expected in numbers.items():
        assert [found.case_number for found in meeting(prefix).minutes.items] == expected
    keys = {number.canonical for row in numbers.values() for text in row if (number := parse(text))}
    assert len(keys) == 19
    assert all("case_container" in codes(prefix) for prefix in ("000", "001", "004"))
    assert "case_container" not in codes("002")


def test_the_five_closed_items_are_closed_and_have_no_title() -> None:
    closed = [(prefix, found.number) for prefix in DATES for found in meeting(prefix).minutes.items if found.closed]
    assert closed == [("000", "3"), ("000", "7"), ("001", "5"), ("001", "9"), ("004", "5")]
    assert all(item(prefix, int(number or 0)).title is None for prefix, number in closed)
    assert all(item(prefix, int(number or 0)).parts == () for prefix, number in closed)


def test_an_item_may_tell_an_earlier_decision_besides_its_own() -> None:
    earlier, own = item("002", 2).decisions
    assert (earlier.body, earlier.date) == ("Direktionen", dt.date(2021, 3, 8))
    assert outcome_of(earlier.text) is Outcome.POSTPONED
    assert own.is_own
    assert outcome_of(own.text) is Outcome.OTHER
    assert sum(len(found.decisions) for prefix in DATES for found in meeting(prefix).minutes.items) == 3 + 7 + 5 + 4


@pytest.mark.parametrize(
    ("prefix", "number", "outcome"),
    [
        ("000", 1, Outcome.NONE),
        ("000", 4, Outcome.APPROVED),
        ("001", 2, Outcome.APPROVED),
        ("001", 6, Outcome.NOTED),
        ("001", 8, Outcome.DISCUSSED),
        ("002", 3, Outcome.NOTED),
        ("004", 2, Outcome.APPROVED),
        ("004", 3, Outcome.APPROVED_MODIFIED),
        ("004", 4, Outcome.APPROVED_MODIFIED),
    ],
)
def test_outcomes_follow_from_the_words(prefix: str, number: int, outcome: Outcome) -> None:
    assert own_outcome(item(prefix, number)) is outcome


def test_sections_keep_the_order_of_the_source() -> None:
    assert [part.heading for part in item("001", 4).parts] == [
        *("Baggrund", "Indstilling", "Sagsfremstilling", "Økonomi", "Beslutning"),
    ]
    assert [part.heading for part in item("000", 4).parts] == [
        *("Bilag", "Baggrund", "Indstilling", "Beslutning", "Sagsfremstilling", "Økonomi"),
    ]
    assert [part.heading for part in item("000", 5).parts] == [
        *("Bilag", "Baggrund", "Indstilling", "Beslutning", "Sagsfremstilling"),
    ]


def test_a_line_that_only_looks_like_an_item_is_a_heading_of_its_decision() -> None:
    headings = [line for line in own_decision("001", 1).text.split("\n") if line.startswith("#")]
    assert headings == ["#### Budgetforhandlinger", "#### 3. budgetopfølgning"]
    assert own_decision("004", 4).text.startswith("#### Projektmandat\n\nGodkendt")


def test_sub_headings_stay_within_their_section() -> None:
    text = section("001", 4, "Sagsfremstilling").text
    assert [line[:9] for line in text.split("\n") if line.startswith("#")] == [
        *("#### Hvem", "#### Hvem", "#### Base", "#### Pend", "#### Udva", "#### Budg", "#### Tids"),
    ]
    assert "#### Stort potentiale" in section("000", 2, "Sagsfremstilling").text


def test_tables_are_tables_also_across_a_page_break() -> None:
    text = section("004", 3, "Sagsfremstilling").text
    rows = [line for line in text.split("\n") if line.startswith("|")]
    assert len(rows) == 1 + 1 + 9
    assert {row.count("|") for row in rows} == {7}
    assert rows[8].startswith("| 6) ")
    assert rows[9].startswith("| 7) ")
    assert "\n\\* Der er ikke helårseffekt i 2017." in text
    process = section("001", 3, "Sagsfremstilling").text
    assert "Procesoverblik:\n\n| Tid | Aktivitet | Aktør |\n| --- | --- | --- |\n| November 2014 |" in process
    assert "| 2015 06/2016 | Ängelholm |" in section("000", 5, "Sagsfremstilling").text


def test_lists_are_lists() -> None:
    lines = section("002", 2, "Sagsfremstilling").text.split("\n")
    assert [line[:5] for line in lines if line.startswith("- ")][:4] == ["- a) ", "- b) ", "- c) ", "- d) "]
    numbered = [line[:5] for line in section("004", 2, "Baggrund").text.split("\n") if line[:1].isdigit()]
    assert numbered == [f"{n}. **" for n in (1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 6, 7)]
    assert own_decision("000", 5).text.count("\n- ") == 4


def test_a_footnote_is_one() -> None:
    text = section("000", 2, "Sagsfremstilling").text
    assert "Byrådet viste[^1], at" in text
    assert "\n\n[^1]: Undersøgelsen var led i" in text
    assert text.endswith("der skal sættes i værk.")


def test_paragraphs_are_joined_across_page_breaks() -> None:
    assert "sociale medier til at involvere" in section("000", 2, "Sagsfremstilling").text
    assert "eller forældrenes sociale baggrund?\n" in section("001", 2, "Sagsfremstilling").text
    assert f"til og fra {municipality().name} Kommune, fx" in section("001", 4, "Sagsfremstilling").text
    assert "der er arbejdet med" in section("002", 3, "Sagsfremstilling").text
    assert "de øvrige områder i centret.\n" in section("004", 2, "Sagsfremstilling").text
    assert "bør det undersøges nærmere, om" in section("004", 2, "Økonomi").text


def test_a_glued_word_is_parted_only_where_that_is_certain() -> None:
    assert section("000", 2, "Indstilling").text.startswith("At direktionen – bl.a.")
    assert "konkretemålgrupper" in own_decision("000", 2).text


def test_attachments_are_attachments() -> None:
    assert [line[:8] for line in section("001", 7, "Bilag").text.split("\n")] == ["- Mødefo", "- Skabel"]
    assert section("004", 3, "Bilag").text.endswith("indkøbspolitik doc.nr. 1584040")
    assert codes("001").count("attachment_hash_name") == 2
    assert "Bilag 1 vedlagt" in section("000", 5, "Sagsfremstilling").text


@pytest.mark.parametrize("prefix", DATES)
def test_the_ledger_adds_up_and_nothing_is_left_over(prefix: str) -> None:
    ledger = reading(prefix).ledger
    assert ledger.characters == len(reading(prefix).document.text)
    assert ledger.placed + sum(rule.characters for rule in ledger.dropped) == ledger.characters
    assert meeting(prefix).minutes.unplaced == meeting(prefix).minutes.preamble == ""
    assert not {"coverage_gap", "unplaced_text", "toc_mismatch", "weekday_mismatch"} & set(codes(prefix))
    assert meeting(prefix).score >= 0.9


def test_importing_again_changes_nothing(tmp_path: Path) -> None:
    paths = [next(SEEDS.glob(f"{prefix}_*.txt")) for prefix in DATES]
    first = list(run_import(tmp_path, paths))
    assert [stored.path for imported in first for stored in imported.stored] == [
        f"content/minutes/{municipality().slug}/direktionen/{date}.md" for date in DATES.values()
    ]
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    again = run_import(tmp_path, paths, Options(read_all=True))
    assert {stored.state for imported in again for stored in imported.stored} == {State.UNCHANGED}
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
