"""A record is its municipality's wherever it lies, and parts without a change are not looked into."""

from collections.abc import Callable
from pathlib import Path

import pytest

from referat.privacy.policy import STRICT
from referat.privacy.withdrawals import Withdrawals
from referat.site.parts import NONE
from referat.site.parts.gathering import Gathered, gather
from referat.site.parts.intake import Intake, Order, take_in
from referat.site.parts.state import PartState, State
from referat.site.reading import Rules

RULES = Rules(policy=STRICT, withdrawals=Withdrawals())
RECORD = "---\nmunicipality: {}\nbody: Byrådet\ndate: 2024-05-14\n---\n\n## 1. Havnebad\n"


def write(root: Path, **municipalities: str) -> None:
    """Write records by their place below ``content/minutes``, with two underscores for a slash."""
    for place, municipality in municipalities.items():
        path = root / "content/minutes" / f"{place.replace('__', '/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(RECORD.format(municipality), "utf-8")


def gathered(root: Path, state: State = State(), *only: str, take: Callable[[Order], Intake] = take_in) -> Gathered:
    return gather(root, root / ".cache", RULES, state, jobs=1, only=frozenset(only) or None, take=take)


def parts_of(gathering: Gathered) -> dict[str, list[str]]:
    return {
        name: [text.path.removeprefix("content/minutes/") for text in part.order.texts]
        for name, part in gathering.parts.items()
    }


def state_of(gathering: Gathered) -> State:
    return State(
        parts={
            name: PartState(
                texts=part.order.texts, rules=part.rules, intake=part.digest, numbers=part.numbers, told=part.told
            )
            for name, part in gathering.parts.items()
        }
    )


def test_records_are_grouped_by_the_municipality_that_they_name(tmp_path: Path) -> None:
    write(tmp_path, strandby__a="Strandby", strandby__b="Egedalen", loose="Strandby", egedalen__c="Nørre Aa")
    assert parts_of(gathered(tmp_path)) == {
        "egedalen": ["strandby/b.md"],
        "noerre-aa": ["egedalen/c.md"],
        "strandby": ["loose.md", "strandby/a.md"],
    }


def test_what_has_no_usable_name_is_a_part_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, x__a="???", soeg__b="Søg")
    found = gathered(tmp_path)
    assert list(found.parts) == [NONE]
    assert [problem.code for problem in found.parts[NONE].told.problems] == ["name_unusable", "name_unusable"]


def test_a_municipality_is_built_alone_wherever_its_records_lie(tmp_path: Path) -> None:
    write(tmp_path, strandby__a="Strandby", andre__b='"Strandby"', andre__c="Egedalen", strandby__d="Egedalen")
    assert parts_of(gathered(tmp_path, State(), "strandby")) == {"strandby": ["andre/b.md", "strandby/a.md"]}


def test_only_parts_with_a_change_are_taken_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "referat.site.texts.UNSETTLED_NS", -1
    )  # a test does not wait until a file's time tells something
    write(tmp_path, strandby__a="Strandby", egedalen__b="Egedalen", noerre__c="Nørre Aa")
    first = gathered(tmp_path)
    seen = []

    def noted(order: Order) -> Intake:
        seen.append(order.part)
        return take_in(order)

    assert parts_of(gathered(tmp_path, state_of(first), take=noted)) == parts_of(first)
    assert seen == []
    write(tmp_path, egedalen__b="Egedalen", strandby__d="Strandby")
    (tmp_path / "content/minutes/egedalen/b.md").write_text(RECORD.format("Egedalen") + "Mere.\n")
    gathered(tmp_path, state_of(first), take=noted)
    assert sorted(seen) == ["egedalen", "strandby"]


def test_a_record_that_moves_to_another_municipality_changes_both(tmp_path: Path) -> None:
    write(tmp_path, strandby__a="Strandby", strandby__b="Strandby", egedalen__c="Egedalen")
    first = gathered(tmp_path)
    write(tmp_path, strandby__b="Egedalen")
    second = gathered(tmp_path, state_of(first))
    assert parts_of(second) == {"egedalen": ["egedalen/c.md", "strandby/b.md"], "strandby": ["strandby/a.md"]}
    assert parts_of(gathered(tmp_path, state_of(second))) == parts_of(second)
