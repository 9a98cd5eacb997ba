"""Every format reads its fixtures: a folder named after it, ``name.txt`` as found, ``name.md`` as it must come out.

The invented documents have the shapes of real ones. Look at a changed ``.md`` as an editor would before keeping it.
"""

from pathlib import Path

import pytest

from referat.importing.registry import all_formats
from referat.importing.sources import read_source
from referat.importing.understand import understand
from referat.minutes_file import write

HERE = Path(__file__).parent
FIXTURES = sorted(path.relative_to(HERE).as_posix() for path in HERE.glob("*/*.txt"))


@pytest.mark.parametrize("name", FIXTURES)
def test_a_document_becomes_this_record(name: str) -> None:
    path = HERE / name
    document, _ = read_source(path, municipality="Strandby" if path.stem == "headings" else None)
    reading = understand(document)
    assert reading.format.name == path.parent.name
    assert "".join(write(meeting.minutes) for meeting in reading.meetings) == path.with_suffix(".md").read_text("utf-8")


@pytest.mark.parametrize("name", FIXTURES)
def test_its_ledger_adds_up_to_the_last_character(name: str) -> None:
    document, _ = read_source(HERE / name)
    ledger = understand(document).ledger
    assert ledger.characters == len(document.text)
    assert ledger.placed + sum(rule.characters for rule in ledger.dropped) == ledger.characters


def test_every_format_has_fixtures() -> None:
    assert {found.name for found in all_formats()} == {name.split("/")[0] for name in FIXTURES}
