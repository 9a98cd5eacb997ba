"""Whatever is wrong with front matter is told with path, line, column and what to do."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from referat.minutes_file import front_matter, read
from referat.minutes_file.front_matter import MapNode, Scalar, read_front_matter
from referat.minutes_file.yaml_text import write_scalar
from referat.problems import Severity, format_problem


@pytest.fixture(params=["CBaseLoader", "BaseLoader"])
def _each_loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front_matter, "LOADER", getattr(yaml, request.param))


NEEDED = "municipality: Strandby\nbody: Byrådet\ndate: 2024-05-14\n"


@pytest.mark.usefixtures("_each_loader")
@pytest.mark.parametrize(
    ("fields", "code", "line", "column"),
    [
        ("place: &a Salen\nends: *a\n", "front_matter_anchor", 5, 8),
        ("place: *a\n", "front_matter_anchor", 5, 8),
        ("sequence: !!int 2\n", "front_matter_tag", 5, 11),
        ("place: A\nplace: B\n", "front_matter_doubled", 6, 1),
        ("place: Salen: syd\n", "front_matter_syntax", 5, 13),
        ("\tplace: Salen\n", "front_matter_syntax", 5, 1),
        ("place: @x\n", "front_matter_syntax", 5, 8),
        ("absent: [[[[a]]]]\n", "front_matter_nested", 5, 11),
        ("time: kl. 16\n", "value_invalid", 5, 7),
        ('time: "25:00"\n', "value_invalid", 5, 7),
        ("corrected: 2024-02-30\n", "value_invalid", 5, 12),
        ("corrected: 14-05-2024\n", "value_invalid", 5, 12),
        ("kind: refarat\n", "value_invalid", 5, 7),
        ("sequence: 0\n", "value_invalid", 5, 11),
        ("participants: Anna Holm\n", "value_invalid", 5, 15),
        ("changes: punkt 3\n", "value_invalid", 5, 10),
        ('changes: ["punkt 3: Beslutning"]\n', "value_invalid", 5, 11),
        ('changes: ["2026-02-30: punkt 3"]\n', "value_invalid", 5, 11),
        ("withdrawn: ja\n", "value_invalid", 5, 12),
        ("place: [Salen]\n", "value_invalid", 5, 8),
        ("source: portal\n", "value_invalid", 5, 9),
        ("source:\n  sha256: 12\n", "value_invalid", 6, 11),
        ("source:\n  score: 1.2\n", "value_invalid", 6, 10),
    ],
)
def test_a_fault_in_front_matter_is_told_at_its_place(fields: str, code: str, line: int, column: int) -> None:
    text = f"---\n{NEEDED}{fields}---\n\n## 1. A\n"

    minutes, (problem,) = read(text, "content/a.md")

    assert minutes is None
    assert (problem.code, problem.severity, problem.path) == (code, Severity.ERROR, "content/a.md")
    assert (problem.line, problem.column) == (line, column)
    assert problem.source_line == text.split("\n")[line - 1]
    assert problem.advice


def test_a_problem_reads_so_that_a_person_can_act_on_it() -> None:
    _, (problem,) = read(f"---\n{NEEDED}time: kl. 16\n---\n", "content/a.md")

    assert format_problem(problem) == (
        "content/a.md:5:7 error[value_invalid] 'kl. 16' is not a time of day\n"
        "    | time: kl. 16\n"
        "    |       ^\n"
        '    = Write hours and minutes in quotes: "16:30".'
    )


def test_an_unknown_key_is_a_warning_with_the_nearest_known_one() -> None:
    minutes, (problem,) = read(f"---\n{NEEDED}partcipants: [A]\nsource:\n  url: https://a.example/\n---\n", "a.md")

    assert minutes is not None
    assert (problem.code, problem.severity, problem.line) == ("key_unknown", Severity.WARNING, 5)
    assert problem.advice == "Did you mean participants?"


def test_every_missing_field_is_told() -> None:
    _, problems = read("---\nbody:\n---\n", "a.md")

    assert [problem.code for problem in problems] == ["municipality_missing", "body_missing", "date_missing"]
    assert problems[2].advice == "Add a line like date: 2024-05-14"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "front_matter_missing", 1),
        ("## 1. A\n", "front_matter_missing", 1),
        ("---\nbody: A\n\n## 1. A\n", "front_matter_unclosed", 1),
        ("---\nplace: [a\n---\n", "front_matter_syntax", 2),
        ("---\njust text\n---\n", "front_matter_syntax", 2),
    ],
)
def test_a_record_without_proper_front_matter_is_told_what_to_do(text: str, code: str, line: int) -> None:
    minutes, (problem,) = read(text, "a.md")

    assert minutes is None
    assert (problem.code, problem.line) == (code, line)
    assert problem.advice


@pytest.mark.usefixtures("_each_loader")
@pytest.mark.parametrize("value", ["NO", "0101", "010165", "12:30", "1_000", "0x1F", "2024-05-14", "null", "~", "1e3"])
def test_no_value_is_guessed_at(value: str) -> None:
    front, problems = read_front_matter(["---", f"place: {value}", "---"])

    assert problems == ()
    assert front is not None
    assert front.fields == MapNode(((Scalar("place", 2, 1), Scalar(value, 2, 8)),), 2, 1)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_other_reader_of_yaml_takes_a_written_value_for_the_same_text(value: str) -> None:
    loaded = yaml.safe_load(f"a: {write_scalar(value)}")["a"]

    assert str(loaded) == value
