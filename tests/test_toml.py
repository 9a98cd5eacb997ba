"""TOML by strangers is read in a time that grows with its text."""

import time
import tomllib

import pytest

from referat.privacy.reviewed import read_reviewed
from referat.privacy.withdrawals.file import read_withdrawals
from referat.toml import LONGEST_LINE, MOST_DOTS, read_toml


def test_an_ordinary_list_is_read() -> None:
    assert read_toml('[[withdrawal]]\naddress = "/strandby/"\n') == {"withdrawal": [{"address": "/strandby/"}]}


def test_a_line_is_as_long_as_the_limit_and_no_longer() -> None:
    line = f'a = "{"x" * (LONGEST_LINE - 6)}"'
    assert read_toml(f"b = 1\n{line}")["a"]
    with pytest.raises(tomllib.TOMLDecodeError, match=r"\(at line 2, column 1\)$"):
        read_toml(f"b = 1\n {line}")


def test_a_line_has_as_many_dots_as_the_limit_and_no_more() -> None:
    assert read_toml("a." * MOST_DOTS + "a = 1")
    with pytest.raises(tomllib.TOMLDecodeError):
        read_toml("a." * (MOST_DOTS + 1) + "a = 1")


@pytest.mark.parametrize(
    "text",
    [
        "a." * 500_000 + "a = 1",
        "[" + "a." * 500_000 + "a]",
        "[" * 1_000_000,
        "a = " + "1" * 1_000_000,
        "".join(f"key{number} = 1\n" for number in range(20_000)),
        "[[withdrawal]]\n" + "".join(f"key{number} = 1\n" for number in range(20_000)),
        "[[withdrawal]]\nx.y = 1\n" * 20_000,
        "[[reviewed]]\n" * 20_000,
    ],
    ids=["dotted key", "dotted table", "brackets", "digits", "keys", "keys of an entry", "entries", "reviews"],
)
def test_a_list_that_is_made_to_take_time_takes_little(text: str) -> None:
    start = time.process_time()
    assert read_withdrawals(text)[1]
    assert read_reviewed(text)[1]
    assert time.process_time() - start < 10
