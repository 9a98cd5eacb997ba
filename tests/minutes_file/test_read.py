"""What a person writes is understood, and what is not is told with its line."""

import datetime as dt
from textwrap import dedent

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from referat.invisible import HIDING
from referat.minutes_file import item_lines, read
from referat.model import AgendaItem, Annex, Decision, Meeting, Minutes, Section, Source, Status
from referat.problems import Problem, Severity
from referat.vocabulary.outcomes import Outcome

HEAD = "---\nmunicipality: Strandby\nbody: Byrådet\ndate: 2024-05-14\n---\n"


def read_well(text: str) -> Minutes:
    minutes, problems = read(text, "a.md")
    assert minutes is not None
    assert problems == ()
    return minutes


def read_problem(text: str) -> Problem:
    minutes, (problem,) = read(text, "a.md")
    assert minutes is not None
    assert problem.severity is Severity.WARNING
    return problem


def test_a_whole_record_is_read() -> None:
    text = """\
        ---
        municipality: Strandby
        body: Teknik- og Miljøudvalget
        date: 2024-05-14
        time: "16:30"
        place: Mødelokale 2
        kind: minutes              # minutes | agenda
        status: approved
        participants: [Anna Holm (A), Bo Kjær (V)]
        absent:
          - Carl Lund (C)
        source:
          url: https://portal.example/1
          score: 0.97
        ---

        Mødet blev hævet kl. 18.

        ## 2. Cykelsti langs Havnevej

        Sagsnr.: 24/1187
        Dok.nr.: 41-24, 42-24

        Kort fortalt.

        ### Indstilling

        1. at stien anlægges

        ### Beslutning: Økonomiudvalget, 2024-05-07, pkt. 65

        Udsat.

        ### Beslutning

        Udfald: godkendt

        Som indstillet.

        ## 3. Lukket punkt

        Sagsnr.: 23/441
        Lukket: ja

        ## Bilag: Takster

        Side 1

        ## Uplaceret tekst

        Side 2
        """

    minutes = read_well(dedent(text))

    assert minutes == Minutes(
        meeting=Meeting(
            municipality="Strandby",
            body="Teknik- og Miljøudvalget",
            date=dt.date(2024, 5, 14),
            time=dt.time(16, 30),
            place="Mødelokale 2",
            status=Status.APPROVED,
            participants=("Anna Holm (A)", "Bo Kjær (V)"),
            absent=("Carl Lund (C)",),
            source=Source(url="https://portal.example/1", score=0.97),
        ),
        preamble="Mødet blev hævet kl. 18.",
        items=(
            AgendaItem(
                number="2",
                title="Cykelsti langs Havnevej",
                case_number="24/1187",
                document_numbers=("41-24", "42-24"),
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


def test_windows_line_ends_and_a_byte_order_mark_make_no_difference() -> None:
    text = HEAD + "\n## 1. A\n\ntekst  \n\n### Resumé\n\nmere\n"

    assert read_well("\ufeff" + text.replace("\n", "\r\n")) == read_well(text)


def test_deeper_headings_and_escaped_ones_belong_to_the_text() -> None:
    minutes = read_well(HEAD + "## 1. A\n### Resumé\n#### Økonomi\n\\## 2. B\n\\\\### C\n")

    assert minutes.items[0].sections[0].text == "#### Økonomi\n## 2. B\n\\### C"


def test_sections_of_an_annex_are_its_text() -> None:
    minutes = read_well(HEAD + "## Bilag: Takster\n\n### Beslutning\n\nx\n")

    assert minutes.annexes == (Annex(title="Takster", text="### Beslutning\n\nx"),)


def test_the_heading_lukket_punkt_closes_an_item_unless_its_field_says_otherwise() -> None:
    first, second = read_well(HEAD + "## 1. Lukket punkt\n## 2. Lukket punkt\nLukket: nej\n").items

    assert (first.title, first.closed) == (None, True)
    assert (second.title, second.closed) == (None, False)


def test_an_outcome_may_be_told_by_its_english_value() -> None:
    minutes = read_well(HEAD + "## 1. A\n### Beslutning\nUdfald: postponed\n")

    assert minutes.items[0].decisions[0].outcome is Outcome.POSTPONED


def test_a_decision_may_hold_lines_that_look_like_fields() -> None:
    minutes = read_well(HEAD + "## 1. A\n### Beslutning\nFor: A, V\nImod: C\n")

    assert minutes.items[0].decisions[0].text == "For: A, V\nImod: C"


def test_an_unknown_field_is_told_with_its_line_and_stays_text() -> None:
    text = HEAD + "\n## 1. A\n\nSagsnr.: 24/1\nLuket: ja\n\nTekst.\n"

    minutes, (problem,) = read(text, "content/a.md")

    assert minutes is not None
    assert minutes.items[0].text == "Luket: ja\n\nTekst."
    assert problem == Problem(
        code="field_unknown",
        message="the field Luket is unknown; the line is read as text",
        severity=Severity.WARNING,
        path="content/a.md",
        line=10,
        column=1,
        source_line="Luket: ja",
        advice="Did you mean Lukket? Where the line is text, put a backslash before it.",
    )


def test_a_second_case_number_is_told_and_stays_text() -> None:
    problem = read_problem(HEAD + "## 1. A\nSagsnr.: 24/1\nSagsnr.: 24/2\n")

    assert (problem.code, problem.line) == ("field_doubled", 8)


def test_a_field_that_keeps_things_from_the_public_counts_as_yes_in_doubt() -> None:
    text = HEAD + "## 1. A\nLukket: måske\nTilbageholdt: x\n"

    minutes, problems = read(text, "a.md")

    assert minutes is not None
    assert (minutes.items[0].closed, minutes.items[0].held_back) == (True, True)
    assert [(problem.code, problem.line) for problem in problems] == [
        ("field_value_unknown", 7),
        ("field_value_unknown", 8),
    ]


@pytest.mark.parametrize(
    ("word", "advice"),
    [
        ("gokendt", "Did you mean godkendt?"),
        ("vedtaget", "Did you mean godkendt?"),
        ("afslået", "Did you mean afvist?"),
        ("ikke vedtaget", "Did you mean afvist?"),
        ("hjemvist", "Did you mean sendt tilbage?"),
        ("drøftt", "Did you mean drøftet?"),
        ("ugodkendt", "Known are: godkendt, "),
        ("uvalgt", "Known are: godkendt, "),
        ("måske", "Known are: godkendt, "),
    ],
)
def test_an_unknown_outcome_is_told_with_the_one_that_is_meant(word: str, advice: str) -> None:
    problem = read_problem(HEAD + f"## 1. A\n### Beslutning\nUdfald: {word}\n")

    assert (problem.code, problem.line) == ("outcome_unknown", 8)
    assert (problem.advice or "").startswith(advice)


def test_an_item_that_was_withdrawn_tells_when_and_why() -> None:
    minutes, problems = read(
        HEAD + "## 2. Tilbagetrukket punkt\nTrukket tilbage: 2026-03-02\nBegrundelse: Et navn.\n", "a.md"
    )

    assert problems == ()
    assert minutes is not None
    assert minutes.items == (AgendaItem(number="2", withdrawn=dt.date(2026, 3, 2), withdrawal="Et navn."),)


def test_a_reason_without_a_withdrawal_is_text() -> None:
    minutes, (problem,) = read(HEAD + "## 2. Sti\nBegrundelse: Den er smal.\n", "a.md")

    assert minutes is not None
    assert minutes.items == (AgendaItem(number="2", title="Sti", text="Begrundelse: Den er smal."),)
    assert problem.code == "field_unknown"


@pytest.mark.parametrize("date", ["2. marts", "2026-02-30", "ja"])
def test_an_item_that_was_withdrawn_nobody_knows_when_is_held_back(date: str) -> None:
    minutes, (problem,) = read(HEAD + f"## 2. Sti\nTrukket tilbage: {date}\n\nEt navn.\n", "a.md")

    assert minutes is not None
    assert minutes.items[0].held_back
    assert (problem.code, problem.line) == ("field_value_unknown", 7)


def test_the_line_of_each_item_can_be_named() -> None:
    text = HEAD + "## 1. A\n\n### Resumé\n\n## Bilag: B\n## 2. C\n## Uplaceret tekst\n## 3. D\n"

    assert item_lines(text) == (6, 11, 13)


def test_no_problem_holds_a_cpr_number() -> None:
    _, (problem,) = read("---\nmunicipality: A\nbody: B\ndate: 010165-1234\n---\n", "a.md")

    assert problem.code == "value_invalid"
    assert "1234" not in repr(problem)


pieces = st.sampled_from(
    [
        "---\n",
        HEAD,
        "## ",
        "### ",
        "Sagsnr.: ",
        "Udfald: ",
        "\\",
        "date: ",
        "- ",
        "[",
        "{",
        "&a ",
        "*a",
        "!!x ",
        '"',
        "\r\n",
    ]
)


@settings(deadline=None)
@given(st.lists(pieces | st.text(), max_size=12).map("".join))
@example("---\na: \ud800\n---")
@example("---\n" + "[" * 5000 + "\n---")
@example("---\n" + "a" * 70_000 + "\n---")
@example('---\na: "\\UFFFFFFFF"\n---')
def test_no_text_makes_the_reader_raise(text: str) -> None:
    minutes, problems = read(text, "a.md")

    assert isinstance(minutes, Minutes) or any(problem.severity is Severity.ERROR for problem in problems)
    assert all(problem.line and problem.path == "a.md" for problem in problems)
    assert minutes is None or len(item_lines(text)) == len(minutes.items)


def test_every_character_that_hides_something_is_told_wherever_it_stands() -> None:
    hiding = [char for char in map(chr, range(0x110000)) if HIDING.match(char)]
    assert len(hiding) > 100
    for char in hiding:
        assert read_problem(f"{HEAD}\n## 2. Sti\n\nGodkendt{char}.\n").code == "characters_hidden", hex(ord(char))
