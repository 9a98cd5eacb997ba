"""What the terminal shows."""

import pytest
from msgspec.structs import replace

from referat.commands.console import Terminal
from referat.problems import Problem, Severity

ERROR = Problem(code="date_missing", message="The record has no date", path="content/minutes/a.md", line=1)
WARNING = Problem(code="unknown_key", message="Unknown key 'dato'", severity=Severity.WARNING)
INFO = Problem(code="closed_item", message="Item 3 is closed", severity=Severity.INFO)


def test_problems_go_to_stderr_with_a_line_that_counts_them(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal().show_problems([WARNING, ERROR, INFO])
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines() == [
        "warning[unknown_key] Unknown key 'dato'",
        "content/minutes/a.md:1 error[date_missing] The record has no date",
        "1 error, 1 warning",
    ]


def test_information_is_shown_only_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal(verbose=True).show_problems([INFO])
    assert "closed_item" in capsys.readouterr().err


def test_a_quiet_command_says_nothing_but_its_problems(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Terminal(quiet=True)
    terminal.say("12 pages")
    terminal.show_problems([ERROR])
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "date_missing" in shown.err


def test_colour_is_there_when_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal(color=True).show_problems([ERROR])
    assert "\x1b[" in capsys.readouterr().err


def test_square_brackets_in_a_message_are_text_and_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal().show_problems([Problem(code="c", message="[bold]not bold[/bold]")])
    assert "[bold]not bold[/bold]" in capsys.readouterr().err


def test_problems_are_counted_by_severity_over_all_lists(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Terminal(verbose=True)
    terminal.list_problems([ERROR, WARNING])
    terminal.list_problems([replace(ERROR, line=2), INFO])
    terminal.count_problems()
    assert capsys.readouterr().err.splitlines()[-1] == "2 errors, 1 warning, 1 info"


def test_progress_is_a_line_for_each_tenth_where_no_terminal_is(capsys: pytest.CaptureFixture[str]) -> None:
    with Terminal().progress("Reading", 40) as advance:
        for _ in range(40):
            advance()
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines() == [f"Reading: {done} of 40" for done in range(4, 41, 4)]


@pytest.mark.parametrize(("quiet", "total"), [(True, 40), (False, 19)])
def test_no_progress_is_shown_for_short_work_or_to_the_quiet(
    capsys: pytest.CaptureFixture[str], quiet: bool, total: int
) -> None:
    with Terminal(quiet=quiet).progress("Reading", total) as advance:
        for _ in range(total):
            advance()
    assert capsys.readouterr() == ("", "")


def test_results_stay_on_stdout_while_a_bar_moves(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Terminal(color=True)  # Both streams count as terminals now.
    with terminal.progress("Reading", 20) as advance:
        advance()
        terminal.say("one")
        terminal.print_raw("{}")
    terminal.say("two")
    shown = capsys.readouterr()
    assert "one" in shown.err
    assert "{}" in shown.err
    assert "1/20" in shown.err
    assert shown.out == "two\n"
