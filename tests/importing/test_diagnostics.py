"""Whatever a report can say is explained to those who read it."""

from pathlib import Path

import pytest

from referat.importing.diagnostics import SEVERITIES, diagnose
from referat.importing.document import Document
from referat.importing.ledger import LAYOUT
from referat.importing.reading import rules
from referat.problems import Severity

GUIDE = (Path(__file__).parents[2] / "docs/import.md").read_text("utf-8")
RULES = [value for name, value in vars(rules).items() if name.isupper()]


@pytest.mark.parametrize("name", [*SEVERITIES, *RULES, LAYOUT])
def test_every_code_and_every_rule_is_in_the_guide(name: str) -> None:
    assert f"`{name}`" in GUIDE


def test_a_diagnostic_shows_its_line() -> None:
    document = Document(name="moede.txt", text="Første\nAnden linje", sha256="")
    problem = diagnose("weekday_mismatch", "Onsdag", document, 9)
    assert (problem.path, problem.line, problem.source_line) == ("moede.txt", 2, "Anden linje")
    assert problem.severity is Severity.WARNING
    assert diagnose("closed_item", "x", document).line is None
