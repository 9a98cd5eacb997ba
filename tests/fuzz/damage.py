"""What happens to documents on their way: accidents of text, of encodings, of bytes. All chance comes from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

STRAY = (
    *("Bilag", "Punkt 2: Ny", "a\tb", "---", "[1] x", "1. y", "* z", "Beslutning", "Åbent", "Lukket punkt", "|", "#"),
    *(
        "Side 3 af 14",
        "Sagsnr.: 24/1187",
        "Punkt 1:",
        "den 14-05-2024",
        "Indholdsfortegnelse",
        "Referat",
        "\f",
        "&nbsp;",
    ),
    *(
        "Udskriv",
        "Til toppen",
        "<sup>[1]</sup>",
        "\N{SOFT HYPHEN}",
        "\N{NO-BREAK SPACE}",
        "\N{ZERO WIDTH SPACE}",
        "\\# x",
    ),
)
"""Lines and pieces that mean something somewhere else."""


def damage_text(text: str, other: str, chance: Random) -> str:
    """The text after some accidents; few of them, as a rule, for many leave nothing that could go wrong."""
    lines = text.split("\n")
    for _ in range(min(chance.randrange(1, 12), chance.randrange(1, 12))):
        accident = chance.choice(_ON_LINES)
        accident(lines, chance)
        lines = lines or [""]
    for accident_of_whole in chance.sample(_ON_WHOLE, chance.choice((0, 0, 1, 2))):
        lines = accident_of_whole(lines, other.split("\n"), chance)
    return "\n".join(lines)


def encode(text: str, chance: Random) -> bytes:
    """The text as bytes, mostly in UTF-8."""
    codec = chance.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16", "latin-1"))
    if chance.random() < 0.1:
        wrong = chance.choice(("cp852", "cp1252", "latin-1"))
        text = text.encode().decode(wrong, errors="replace")
    if chance.random() < 0.1:
        text = text.replace("\n", chance.choice(("\r\n", "\r")))
    return text.encode(codec, errors="replace")


def damage_bytes(data: bytes, chance: Random) -> bytes:
    """The bytes after some accidents."""
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 6)):
        at, length = chance.randrange(len(changed) + 1), chance.choice((1, 1, 2, 8, 100, 3000))
        match chance.randrange(5):
            case 0:
                del changed[at : at + length]
            case 1:
                changed[at:at] = changed[at : at + length]
            case 2:
                changed[at : at + 1] = bytes([chance.randrange(256)])
            case 3:
                del changed[at:]
            case _:
                changed[at:at] = chance.randbytes(min(length, 8))
    return bytes(changed)


def _at(lines: Sequence[str], chance: Random) -> int:
    return chance.randrange(len(lines))


def _drop(lines: list[str], chance: Random) -> None:
    at = _at(lines, chance)
    del lines[at : at + chance.choice((1, 1, 1, 3, 10))]


def _double(lines: list[str], chance: Random) -> None:
    at = _at(lines, chance)
    lines[at:at] = lines[at : at + chance.choice((1, 1, 4, 20))]


def _glue(lines: list[str], chance: Random) -> None:
    at = _at(lines, chance)
    count = chance.choice((2, 2, 2, 3, 40))
    lines[at : at + count] = [chance.choice(("", "", " ")).join(lines[at : at + count])]


def _glue_filled(lines: list[str], chance: Random) -> None:
    """A label and its value run together over the empty lines between them."""
    at = _at(lines, chance)
    after = next((index for index in range(at + 1, len(lines)) if lines[index].strip()), at)
    lines[at : after + 1] = ["".join(lines[at : after + 1])]


def _cut(lines: list[str], chance: Random) -> None:
    at = _at(lines, chance)
    lines[at] = lines[at][: chance.randrange(41)]


def _break(lines: list[str], chance: Random) -> None:
    at = _at(lines, chance)
    middle = chance.randrange(len(lines[at]) + 1)
    lines[at : at + 1] = [lines[at][:middle], *[""] * chance.choice((0, 0, 1)), lines[at][middle:]]


def _swap(lines: list[str], chance: Random) -> None:
    at, count = _at(lines, chance), chance.choice((2, 2, 5))
    lines[at : at + count] = reversed(lines[at : at + count])


def _insert(lines: list[str], chance: Random) -> None:
    lines.insert(_at(lines, chance), chance.choice(STRAY))


def _insert_within(lines: list[str], chance: Random) -> None:
    at = _at(lines, chance)
    middle = chance.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:middle] + chance.choice(STRAY) + lines[at][middle:]


def _change_character(lines: list[str], chance: Random) -> None:
    at = _at(lines, chance)
    middle = chance.randrange(len(lines[at]) + 1)
    new = chance.choice((chr(chance.randrange(32, 0x3000)), chr(chance.randrange(0x10000, 0x1F900)), *"0123456789.:/-"))
    lines[at] = lines[at][:middle] + new + lines[at][middle + 1 :]


def _shout(lines: list[str], chance: Random) -> None:
    at = _at(lines, chance)
    lines[at] = chance.choice((str.upper, str.lower, str.title))(lines[at])


def _space_letters(lines: list[str], chance: Random) -> None:
    at = _at(lines, chance)
    lines[at] = " ".join(lines[at])


def _mark(lines: list[str], chance: Random) -> None:
    at = _at(lines, chance)
    lines[at] = chance.choice(
        ("# {}", "**{}**", "- {}", "| {} | {} |", "    {}", "> {}", "1. {}", "{}:", "*{}")
    ).replace("{}", lines[at])


def _splice(lines: list[str], other: list[str], chance: Random) -> list[str]:
    return [*lines[: _at(lines, chance)], *other[_at(other, chance) :]]


def _append(lines: list[str], other: list[str], chance: Random) -> list[str]:
    return [*lines, *other[: chance.choice((5, 40, len(other)))]]


def _close_up(lines: list[str], other: list[str], chance: Random) -> list[str]:
    return [line for line in lines if line.strip()]


def _one_line(lines: list[str], other: list[str], chance: Random) -> list[str]:
    return [" ".join(line for line in lines if line.strip())]


def _strip_digits(lines: list[str], other: list[str], chance: Random) -> list[str]:
    lost = chance.choice("0123456789")
    return [line.replace(lost, "") for line in lines]


_ON_LINES: tuple[Callable[[list[str], Random], None], ...] = (
    *(_drop, _double, _glue, _glue_filled, _cut, _break, _swap, _insert, _insert_within),
    *(_change_character, _shout, _space_letters, _mark),
)
_ON_WHOLE: tuple[Callable[[list[str], list[str], Random], list[str]], ...] = (
    *(_splice, _append, _close_up, _one_line, _strip_digits),
)
