"""An item with a CPR number is held back whole; elsewhere the number alone is taken out. All numbers are made up."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from referat.minutes_file import item_lines, read, write
from referat.model import AgendaItem, Annex, Decision, Meeting, Minutes, Section, Source
from referat.privacy.gate import Screened, screen
from referat.privacy.lines import RecordLines
from referat.privacy.policy import Policy, Release
from referat.problems import Severity

MEETING = Meeting(municipality="Strandby", body="Byrådet", date=dt.date(2024, 5, 14))
MARK = "[CPR-nummer fjernet]"


def test_minutes_without_a_number_stay_as_they_are() -> None:
    minutes = Minutes(meeting=MEETING, items=(AgendaItem(number="1", title="Cykelsti", text="14. maj 2024, 24/1187"),))

    assert screen(minutes, "a.md").minutes == minutes
    assert screen(minutes, "a.md").problems == ()


def test_an_item_with_a_number_loses_title_and_text_and_keeps_its_place() -> None:
    item = AgendaItem(
        number="2",
        title="Ansøgning fra Anna Holm",
        case_number="24/1187",
        document_numbers=("41-24",),
        text="Ansøgning om byggetilladelse.",
        parts=(Section(heading="Sagsfremstilling", text="Født 010165-1234."), Decision(text="Godkendt.")),
    )
    other = AgendaItem(number="3", title="Budget", text="Som det er.")

    screened = screen(Minutes(meeting=MEETING, items=(item, other)), "content/a.md", RecordLines(items=(7, 19)))

    held = AgendaItem(number="2", case_number="24/1187", document_numbers=("41-24",), held_back=True)
    assert screened.minutes.items == (held, other)
    (problem,) = screened.problems
    assert (problem.code, problem.severity) == ("cpr_held_back", Severity.WARNING)
    assert (problem.path, problem.line) == ("content/a.md", 7)
    assert problem.message == "item 2 is held back: a CPR number (••••••-••••) stands in its section 1"


def test_a_number_anywhere_in_an_item_holds_it_back() -> None:
    number = "010165-1234"
    for item in (
        AgendaItem(title=f"Ansøgning {number}"),
        AgendaItem(number=number),
        AgendaItem(type=number),
        AgendaItem(case_number=f"cpr {number}"),
        AgendaItem(document_numbers=("1", f"cpr {number}")),
        AgendaItem(parts=(Section(heading=number),)),
        AgendaItem(parts=(Decision(body=number),)),
        AgendaItem(parts=(Section(heading="Bilag", text=f"- [Brev](https://a.example/{number}.pdf)"),)),
        AgendaItem(parts=(Section(heading="Økonomi", text=f"| navn | cpr |\n| --- | --- |\n| A | {number} |"),)),
    ):
        screened = screen(Minutes(meeting=MEETING, items=(item,)), "a.md")

        assert screened.minutes.items[0].held_back
        assert number not in write(screened.minutes) + repr(screened.problems)


def test_outside_items_only_the_number_is_taken_out() -> None:
    number = "010165-1234"
    minutes = Minutes(
        meeting=Meeting(
            municipality="Strandby",
            body="Byrådet",
            date=dt.date(2024, 5, 14),
            place=f"Sal {number}",
            participants=("Bo Kjær", f"Anna Holm {number}"),
            source=Source(name=f"{number}.pdf", url=f"https://a.example/{number}"),
        ),
        preamble=f"Fra {number}.",
        annexes=(Annex(title=f"Om {number}", text=f"Til {number}."),),
        unplaced=number,
    )

    screened = screen(minutes, "a.md")

    assert screened.minutes == Minutes(
        meeting=Meeting(
            municipality="Strandby",
            body="Byrådet",
            date=dt.date(2024, 5, 14),
            place=f"Sal {MARK}",
            participants=("Bo Kjær", f"Anna Holm {MARK}"),
            source=Source(name=f"{MARK}.pdf"),
        ),
        preamble=f"Fra {MARK}.",
        annexes=(Annex(title=f"Om {MARK}", text=f"Til {MARK}."),),
        unplaced=MARK,
    )
    assert {problem.code for problem in screened.problems} == {"cpr_taken_out"}
    assert len(screened.problems) == 8


def test_a_problem_names_the_line_that_the_number_stands_in() -> None:
    text = (
        "---\nmunicipality: Strandby\nbody: Byrådet\ndate: 2024-05-14\nplace: Sal 150365-1234\n---\n"
        "\n## 1. Ansøgning\n\nFra naboen.\n\nOg født 150365-1234.\n\n## Bilag: Breve\n\nEnhed 1503651230\n"
    )
    minutes, _ = read(text, "a.md")
    assert minutes is not None

    screened = screen(minutes, "a.md", RecordLines(text=text, items=item_lines(text)))

    assert [(problem.code, problem.line) for problem in screened.problems] == [
        ("cpr_held_back", 12),
        ("cpr_taken_out", 5),
        ("cpr_review", 16),
    ]


def test_what_may_be_a_number_is_published_and_told() -> None:
    minutes = Minutes(meeting=MEETING, items=(AgendaItem(number="4", text="Enhed 1503651230"),))

    screened = screen(minutes, "a.md")

    assert screened.minutes == minutes
    assert [(problem.code, problem.message) for problem in screened.problems] == [
        ("cpr_review", "what may be a CPR number (••••••-••••) stands in item 4, its text; it is published")
    ]


def test_a_case_number_that_looks_like_one_holds_no_item_back() -> None:
    item = AgendaItem(number="1", title="Budget", case_number="150365-1234")

    screened = screen(Minutes(meeting=MEETING, items=(item,)), "a.md")

    assert screened.minutes.items == (item,)
    assert [problem.code for problem in screened.problems] == ["cpr_review"]


def test_text_under_an_item_that_is_held_back_is_not_published() -> None:
    text = "---\nmunicipality: Strandby\nbody: Byrådet\ndate: 2024-05-14\n---\n## 1. A\nTilbageholdt: ja\n\nTekst.\n"
    minutes, _ = read(text, "a.md")
    assert minutes is not None

    screened = screen(minutes, "a.md", RecordLines(items=item_lines(text)))

    assert screened.minutes.items == (AgendaItem(number="1", held_back=True),)


def test_a_path_with_a_number_is_not_told() -> None:
    minutes = Minutes(meeting=MEETING, preamble="010165-1234")

    (problem,) = screen(minutes, "content/010165-1234.md").problems

    assert problem.path == f"content/{MARK}.md"


def test_a_private_address_becomes_a_mark_and_the_item_is_published() -> None:
    item = AgendaItem(
        number="5",
        title="Høringssvar fra anna@gmail.com",
        parts=(
            Section(heading="Høringssvar", text="Ring på 44 55 66 77 eller skriv til [mig](mailto:anna@gmail.com)."),
        ),
    )

    screened = screen(Minutes(meeting=MEETING, items=(item,)), "a.md", RecordLines(items=(7,)))

    (published,) = screened.minutes.items
    assert published.title == "Høringssvar fra [e-mailadresse fjernet]"
    assert published.sections[0].text == (
        "Ring på [telefonnummer fjernet] eller skriv til mig [e-mailadresse fjernet]."
    )
    assert (screened.blocked, published.held_back) == (0, False)
    assert [(problem.code, problem.line) for problem in screened.problems] == [
        ("email_taken_out", 7),
        ("phone_taken_out", 7),
        ("email_taken_out", 7),
    ]
    assert "anna" not in repr(screened.problems)


def test_an_item_with_a_bank_account_is_held_back() -> None:
    item = AgendaItem(number="6", title="Tilskud", text="Udbetales til reg.nr. 1234 konto 0012345678.")

    screened = screen(Minutes(meeting=MEETING, items=(item,)), "a.md")

    assert screened.minutes.items == (AgendaItem(number="6", held_back=True),)
    assert [problem.code for problem in screened.problems] == ["account_held_back"]
    assert screened.blocked == 1


def test_what_the_publisher_knows_to_be_public_stays() -> None:
    minutes = Minutes(meeting=MEETING, preamble="Skriv til post@strandby.example eller ring på 44 55 66 77.")
    policy = Policy(domains=frozenset({"strandby.example"}), phones=frozenset({"44556677"}))

    assert screen(minutes, "a.md", policy=policy) == Screened(minutes=minutes)


def release(place: str, kind: str, text: str | None) -> Release:
    return Release(path="a.md", place=place, kind=kind, text=text, until=dt.date(2030, 1, 1), line=1)


def test_a_released_false_alarm_stays_at_its_place_and_nowhere_else() -> None:
    items = tuple(AgendaItem(number=number, text="Ring på 44 55 66 77.") for number in ("1", "2"))
    one = release("item 1, its text", "phone", "44556677")

    screened = screen(Minutes(meeting=MEETING, items=items), "a.md", policy=Policy(releases=(one,)))

    assert [item.text for item in screened.minutes.items] == [
        "Ring på 44 55 66 77.",
        "Ring på [telefonnummer fjernet].",
    ]
    assert screened.used == (one,)
    assert [problem.code for problem in screened.problems] == ["phone_taken_out"]


def test_another_number_at_a_released_place_is_taken_out() -> None:
    item = AgendaItem(number="1", text="Ring på 44 55 66 77 eller 22 33 44 55.")
    one = release("item 1, its text", "phone", "44 55 66 77")

    screened = screen(Minutes(meeting=MEETING, items=(item,)), "a.md", policy=Policy(releases=(one,)))

    assert screened.minutes.items[0].text == "Ring på 44 55 66 77 eller [telefonnummer fjernet]."


def test_what_only_may_be_a_cpr_number_can_be_kept_from_being_told_again() -> None:
    item = AgendaItem(number="4", text="Enhed 1503651230")
    one = release("item 4, its text", "cpr", None)

    screened = screen(Minutes(meeting=MEETING, items=(item,)), "a.md", policy=Policy(releases=(one,)))

    assert (screened.minutes.items, screened.problems, screened.used) == ((item,), (), (one,))


def test_a_cpr_number_can_never_be_released() -> None:
    number = "010165-1234"
    item = AgendaItem(number="4", text=f"Født {number}")
    releases = (release("item 4, its text", "cpr", None), release("item 4, its text", "cpr", number))

    screened = screen(Minutes(meeting=MEETING, items=(item,)), "a.md", policy=Policy(releases=releases))

    assert screened.minutes.items[0].held_back
    assert screened.used == ()


words = st.sampled_from(
    [
        *("010165-1234", "1503651234", "cpr", "kr.", "19/", "01 01 65", "1234", "a", "", "\n", "\u00ad"),
        *("anna@gmail.com", "tlf.", "44 55 66 77", "reg. 1234", "konto 0012345678", "](mailto:", "[", ")", "<", ">"),
    ]
)
texts = st.lists(words, max_size=5).map(" ".join) | st.lists(words, max_size=5).map("".join)
items = st.builds(
    AgendaItem,
    number=st.none() | texts,
    title=st.none() | texts,
    case_number=st.none() | texts,
    document_numbers=st.lists(texts, max_size=2).map(tuple),
    held_back=st.booleans(),
    text=texts,
    parts=st.lists(st.builds(Section, heading=texts, text=texts) | st.builds(Decision, text=texts), max_size=2).map(
        tuple
    ),
)
any_minutes = st.builds(
    Minutes,
    meeting=st.builds(
        Meeting,
        municipality=texts,
        body=texts,
        date=st.dates(),
        participants=st.lists(texts, max_size=2).map(tuple),
        source=st.builds(Source, url=texts, name=texts),
    ),
    preamble=texts,
    items=st.lists(items, max_size=2).map(tuple),
    unplaced=texts,
)


@settings(deadline=None)
@given(any_minutes)
def test_passing_the_gate_twice_changes_nothing_more(minutes: Minutes) -> None:
    once = screen(minutes, "a.md")
    twice = screen(once.minutes, "a.md")

    assert twice.minutes == once.minutes
    assert all(problem.code.endswith("_review") or problem.code == "item_held_back" for problem in twice.problems)
