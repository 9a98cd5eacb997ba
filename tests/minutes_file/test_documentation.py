"""docs/record.md tells editors all that a record can hold, and nothing else."""

import re
from pathlib import Path

from referat.minutes_file import read, write
from referat.minutes_file.fields import ITEM_KEYS
from referat.minutes_file.schema import MEETING, SOURCE
from referat.vocabulary.outcomes import Outcome, label

DOCUMENT = (Path(__file__).parents[2] / "docs" / "record.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    return DOCUMENT.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def test_the_example_is_a_record_without_a_fault() -> None:
    example = DOCUMENT.split("```markdown\n")[1].split("```")[0]

    minutes, problems = read(example, "docs/record.md")

    assert problems == ()
    assert minutes is not None
    assert read(write(minutes), "a.md") == (minutes, ())
    assert len(minutes.items) == 3
    assert len(minutes.items[1].decisions) == 2


def test_every_key_of_the_front_matter_is_explained() -> None:
    assert re.findall(r"^\| `(\w+)`", section("Hovedet"), re.MULTILINE) == [*MEETING, *SOURCE]


def test_every_field_of_an_item_is_explained() -> None:
    explained = re.findall(r"^\| `([\w. ]+)`", section("Punkterne"), re.MULTILINE)

    assert explained == list(ITEM_KEYS.names)


def test_every_outcome_is_named() -> None:
    named = " ".join(section("Afsnit og beslutninger").split("Udfald kan være:")[1].split(".")[0].split())

    assert named == ", ".join(label(outcome).lower() for outcome in Outcome)
