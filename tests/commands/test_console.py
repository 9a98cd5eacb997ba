"""What the terminal shows."""

import pytest

from referat.commands.console import Terminal, count_problems
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


def test_problems_are_counted_by_severity() -> None:
    assert count_problems([ERROR, ERROR, WARNING, INFO]) == "2 errors, 1 warning, 1 info"
