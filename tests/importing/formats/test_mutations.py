"""Whatever happens to a document on its way (lines lost, doubled or run together, the end cut off), nothing is lost."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referat.importing.audit import find_lost
from referat.importing.document import Document
from referat.importing.registry import all_formats
from referat.importing.settle import settle

HERE = Path(__file__).parent
TEXTS = {path.relative_to(HERE).as_posix(): path.read_text("utf-8") for path in sorted(HERE.glob("*/*.txt"))}
FORMATS = {found.name: found for found in all_formats()}


def mutated(text: str, data: st.DataObject) -> str:
    """The text after a few accidents."""
    lines = text.split("\n")
    for kind in data.draw(st.lists(st.sampled_from(["drop", "double", "glue", "cut", "swap", "insert"]), max_size=6)):
        at = data.draw(st.integers(0, max(len(lines) - 2, 0)))
        match kind:
            case "drop":
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "glue":
                lines[at : at + 2] = ["".join(lines[at : at + 2])]
            case "cut":
                lines[at] = lines[at][: data.draw(st.integers(0, 40))]
            case "swap":
                lines[at : at + 2] = reversed(lines[at : at + 2])
            case _:
                lines.insert(
                    at, data.draw(st.sampled_from(["Bilag", "Punkt 2: Ny", "a\tb", "---", "[1] x", "1. y", "* z"]))
                )
        lines = lines or [""]
    return "\n".join(lines)


def document(text: str) -> Document:
    return Document(name="x.txt", text=text, sha256=hashlib.sha256(text.encode()).hexdigest())


@pytest.mark.parametrize("name", sorted(TEXTS))
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_character_is_accounted_for_and_every_kept_word_stands_in_the_record(
    name: str, data: st.DataObject
) -> None:
    damaged = document(mutated(TEXTS[name], data))
    parsed = FORMATS[name.split("/")[0]].parse(damaged)
    assert [lost for meeting in parsed for lost in find_lost(damaged, meeting.minutes, meeting.claims)] == []
    meetings, ledger = settle(damaged, parsed)
    assert ledger.placed + sum(rule.characters for rule in ledger.dropped) == len(damaged.text)
    assert "coverage_gap" not in {problem.code for meeting in meetings for problem in meeting.diagnostics}


@given(st.text(alphabet=st.sampled_from("Punkt 123:.\n\t-*#[]|Bilag BeslutningdenÅØ²<sup>/"), max_size=300))
@settings(max_examples=60, deadline=None)
def test_no_text_makes_a_format_raise(text: str) -> None:
    for found in FORMATS.values():
        assert 0 <= found.score(document(text)) <= 1
        settle(document(text), found.parse(document(text)))
