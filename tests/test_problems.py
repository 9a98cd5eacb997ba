"""Problems are told so that a person can act on them."""

from referat.problems import Problem, Severity, format_problem, in_order, worst


def test_a_problem_is_shown_with_place_source_line_mark_and_advice() -> None:
    problem = Problem(
        code="date_invalid",
        message="'2024-13-01' is no date",
        path="content/minutes/strandby/byraadet/2024-13-01.md",
        line=4,
        column=7,
        source_line="date: 2024-13-01",
        advice="Write the date as year-month-day: 2024-05-14",
    )
    assert format_problem(problem) == (
        "content/minutes/strandby/byraadet/2024-13-01.md:4:7 error[date_invalid] '2024-13-01' is no date\n"
        "    | date: 2024-13-01\n"
        "    |       ^\n"
        "    = Write the date as year-month-day: 2024-05-14"
    )


def test_a_problem_without_a_place_begins_with_its_severity() -> None:
    problem = Problem(code="no_records", message="There is nothing to build", severity=Severity.WARNING)
    assert format_problem(problem) == "warning[no_records] There is nothing to build"


def test_a_very_long_source_line_is_cut_around_its_column() -> None:
    line = "a" * 5_000 + "HERE" + "b" * 5_000
    shown = format_problem(Problem(code="c", message="m", column=5_001, source_line=line)).splitlines()
    assert "HERE" in shown[1]
    assert len(shown[1]) < 200
    assert shown[1].index("H") == shown[2].index("^")


def test_problems_are_sorted_by_place_and_told_once() -> None:
    late = Problem(code="b", message="later", path="a.md", line=9)
    early = Problem(code="a", message="earlier", path="a.md", line=2)
    other = Problem(code="a", message="another file", path="b.md", line=1)
    assert in_order([other, late, early, late]) == (early, late, other)


def test_the_worst_problem_decides() -> None:
    info = Problem(code="i", message="i", severity=Severity.INFO)
    error = Problem(code="e", message="e")
    assert worst([info, error]) is Severity.ERROR
    assert worst([]) is None
