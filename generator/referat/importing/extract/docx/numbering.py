"""Numbers that Word makes: they stand nowhere in a file, and minutes are told apart by them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from msgspec import Struct

from referat.importing.extract.docx.package import DOCUMENT, W, parse, serialise
from referat.importing.extract.docx.styles import STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from referat.importing.extract.docx.package import Package

LEVELS = 9
_UNNUMBERED = ("bullet", "none")
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


class Level(Struct, frozen=True, kw_only=True):
    """How one level of a list is numbered."""

    start: int
    style: str
    """As Word calls it: ``decimal``, ``lowerLetter``."""
    text: str
    """``%1.`` or ``Punkt %1:``; each ``%n`` stands for the number of a level."""


class Numbering(Struct, frozen=True, kw_only=True):
    """The lists of a document."""

    lists: Mapping[str, Mapping[int, Level]]
    """Levels by the list's id."""
    same: Mapping[str, str]
    """Which lists count on together: what defines each of them."""
    by_style: Mapping[str, tuple[str, int]]
    """The list and level that a style of paragraphs has."""


def write_numbers(package: Package) -> None:
    """Write the numbers of numbered paragraphs into their text. Bullets stay lists."""
    if "word/numbering.xml" not in package:
        return
    styles = parse(package[STYLES]) if STYLES in package else Element("styles")
    numbering = _read_numbering(parse(package["word/numbering.xml"]), styles)
    root = parse(package[DOCUMENT])
    counts: dict[str, list[int]] = {}
    for paragraph in root.iter(f"{W}p"):
        place = _place_of(paragraph, numbering)
        level = numbering.lists.get(place[0], {}).get(place[1]) if place else None
        if place and level and level.style not in _UNNUMBERED:
            number = _next(numbering, place, counts.setdefault(numbering.same[place[0]], [0] * LEVELS))
            _write(paragraph, number)
    package[DOCUMENT] = serialise(root)


def _read_numbering(root: Element, styles: Element) -> Numbering:
    abstract = {_val(node, "abstractNumId"): dict(_levels(node)) for node in root.iter(f"{W}abstractNum")}
    lists, same = {}, {}
    for node in root.iter(f"{W}num"):
        name, definition = _val(node, "numId"), _val(node.find(f"{W}abstractNumId"))
        overridden = list(node.iter(f"{W}lvlOverride"))
        own = {number: level for override in overridden for number, level in _levels(override)}
        starts = {_number(_val(o, "ilvl")): _number(_val(s)) for o in overridden for s in o.iter(f"{W}startOverride")}
        levels = {**abstract.get(definition, {}), **own}
        lists[name] = {
            number: Level(start=starts.get(number, level.start), style=level.style, text=level.text)
            for number, level in levels.items()
        }
        same[name] = f"{name}*" if overridden else definition
    by_style = {}
    for style in styles.iter(f"{W}style"):
        properties = style.find(f"{W}pPr/{W}numPr")
        if properties is not None:
            number = _val(properties.find(f"{W}numId"))
            by_style[_val(style, "styleId")] = (number, _number(_val(properties.find(f"{W}ilvl"))))
    return Numbering(lists=lists, same=same, by_style=by_style)


def _levels(parent: Element) -> Iterator[tuple[int, Level]]:
    for node in parent.iter(f"{W}lvl"):
        start = node.find(f"{W}start")
        yield (
            _number(_val(node, "ilvl")),
            Level(
                start=_number(_val(start)) if start is not None else 1,
                style=_val(node.find(f"{W}numFmt")) or "decimal",
                text=_val(node.find(f"{W}lvlText")),
            ),
        )


def _place_of(paragraph: Element, numbering: Numbering) -> tuple[str, int] | None:
    """The list and the level that a paragraph stands in, by itself or by its style."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return None
    styled = numbering.by_style.get(_val(properties.find(f"{W}pStyle")))
    own = properties.find(f"{W}numPr")
    if own is None:
        return styled
    name = _val(own.find(f"{W}numId")) or (styled[0] if styled else "")
    return name, min(_number(_val(own.find(f"{W}ilvl"))), LEVELS - 1)


def _next(numbering: Numbering, place: tuple[str, int], counts: list[int]) -> str:
    """Count one on at the level, and the number as it is shown."""
    levels, at = numbering.lists[place[0]], place[1]
    counts[at] = counts[at] + 1 if counts[at] else levels[at].start
    counts[at + 1 :] = [0] * (LEVELS - at - 1)

    def shown(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        level = levels.get(index)
        return _format(counts[index] or (level.start if level else 1), level.style if level else "decimal")

    return _PLACE.sub(shown, levels[at].text)


def _format(number: int, style: str) -> str:
    match style:
        case "lowerLetter" | "upperLetter" if 0 < number <= 26:
            letter = chr(ord("a") + number - 1)
            return letter.upper() if style == "upperLetter" else letter
        case "lowerRoman" | "upperRoman" if 0 < number < 4000:
            return _roman(number).upper() if style == "upperRoman" else _roman(number)
        case "decimalZero":
            return f"{number:02d}"
        case _:
            return str(number)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text + _ROMAN_ONES[number]


def _write(paragraph: Element, number: str) -> None:
    """Put the number before the text, and take the paragraph out of the list."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return
    for own in properties.findall(f"{W}numPr"):
        properties.remove(own)
    unlisted = SubElement(properties, f"{W}numPr")
    for tag in ("ilvl", "numId"):
        SubElement(unlisted, f"{W}{tag}", {f"{W}val": "0"})
    run = Element(f"{W}r")
    text = SubElement(run, f"{W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    text.text = f"{number} "
    paragraph.insert(list(paragraph).index(properties) + 1, run)


def _val(node: Element | None, name: str = "val") -> str:
    return node.get(f"{W}{name}", "") if node is not None else ""


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else 0
