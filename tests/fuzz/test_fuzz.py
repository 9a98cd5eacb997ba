"""The fuzzer itself: a seed always gives the same document, and a promise that is broken is seen."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.fuzz.__main__ import make_case, origins_in
from tests.fuzz.files import KINDS
from tests.fuzz.promises import try_file

from referat.importing import settle
from referat.model import Minutes

MINUTES = (
    "REFERAT Byrådet d. 14-05-2024\n\nPunkt 1: Havnens takster\n\n24/1187\n\nSagsfremstilling\n\n"
    "Taksterne for at lægge til ved kajen har været de samme siden den store storm.\n\n"
    "Beslutning Byrådet den 14-05-2024\n\nGodkendt.\n"
)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """Minutes without any damage."""
    path = tmp_path / "referat.txt"
    path.write_text(MINUTES, "utf-8")
    return path


def test_a_seed_always_gives_the_same_document() -> None:
    origins = origins_in([])
    cases = [make_case(seed, origins) for seed in range(60)]
    again = [make_case(seed, origins) for seed in range(60)]
    assert [case.kind for case in again] == [case.kind for case in cases]
    assert {case.kind for case in cases} == set(KINDS)
    # A zip has the time in it at which it was made.
    assert all(one.data == other.data for one, other in zip(cases, again, strict=True) if one.kind != "docx")


def test_minutes_without_damage_break_no_promise(document: Path) -> None:
    assert try_file(document).broken == ()


def test_what_is_refused_breaks_no_promise(tmp_path: Path) -> None:
    (tmp_path / "cake.txt").write_text("En opskrift på kage", "utf-8")
    assert try_file(tmp_path / "cake.txt").refused == "not_minutes"


def test_a_fault_of_the_program_is_seen(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settle, "find_lost", lambda *_: 1 / 0)
    assert [found.promise for found in try_file(document).broken] == ["no format_failed"]


def test_text_that_is_lost_is_seen(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("referat.importing.assess.normalise_minutes", without_text)
    assert "what is called placed stands in the record" in {found.promise for found in try_file(document).broken}


def without_text(minutes: Minutes) -> Minutes:
    """A fault as it may happen: an item's first section is gone."""
    return replace(minutes, items=tuple(replace(item, parts=item.parts[1:]) for item in minutes.items))
