"""Lines that head groups of items, and lines that head lists of them, are told from all others."""

import pytest

from referat.vocabulary.item_groups import ItemGroup, heads_agenda, is_item_range, item_group


@pytest.mark.parametrize(
    ("line", "group"),
    [
        ("A. Sager til afgørelse i byrådet", ItemGroup("Sager til afgørelse i byrådet", None)),
        ("C: Sager til drøftelse/forberedelse", ItemGroup("Sager til drøftelse/forberedelse", None)),
        ("SAGER TIL EFTERRETNING", ItemGroup("SAGER TIL EFTERRETNING", None)),
        ("ØKONOMIUDVALGETS SAGER", ItemGroup("ØKONOMIUDVALGETS SAGER", None)),
        ("D. Orientering", ItemGroup("Orientering", None)),
        ("Åbne dagsordenspunkter", ItemGroup(None, False)),
        ("ÅBNE SAGER", ItemGroup(None, False)),
        ("**Lukkede punkter**", ItemGroup(None, True)),
        ("LUKKET MØDE", ItemGroup(None, True)),
    ],
)
def test_what_heads_a_group(line: str, group: ItemGroup) -> None:
    assert item_group(line) == group


@pytest.mark.parametrize(
    "line", ["Orientering", "Sager til afgørelse sendes ud i morgen.", "1. Sager til salg", "Lukkede kloaker", ""]
)
def test_what_heads_no_group(line: str) -> None:
    assert item_group(line) is None


@pytest.mark.parametrize("line", ["Indholdsfortegnelse", "PUNKTER", "Dagsordenspunkter:", "Punkter til dagsorden"])
def test_what_heads_the_list_of_items(line: str) -> None:
    assert heads_agenda(line)


@pytest.mark.parametrize("line", ["Punkter fra sidste møde", "Dagsorden", "Godkendelse af dagsorden"])
def test_what_heads_no_list_of_items(line: str) -> None:
    assert not heads_agenda(line)


@pytest.mark.parametrize("line", ["Sager 162 - 177", "Sager 21 (ØU 25/2011) - 38 (ØU 44/2011)", "Punkter 1-14"])
def test_a_line_may_say_which_items_a_meeting_had(line: str) -> None:
    assert is_item_range(line)


@pytest.mark.parametrize("line", ["Sager 12", "Anna Holm (A)", "Sagerne 1-3 blev udsat", ""])
def test_other_lines_say_nothing_of_it(line: str) -> None:
    assert not is_item_range(line)
