"""What a reader of a Word document does not see: deletions not yet accepted, comments, hidden and covered text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.extract.docx.package import W, parse, serialise

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from referat.importing.extract.docx.package import Package

_OFF = ("0", "false", "off", "none")
_BLACK, _WHITE = ("000000", "black"), ("ffffff", "white")
_NEAR_WHITE = re.compile(r"(?:f[0-9a-f]){3}")
_PAPER = ("background1", "bg1", "light1")
"""Colours of the theme that the paper has."""
_SMALLEST = 2
"""Half points. Nobody reads smaller letters."""
_TEXT_PARTS = re.compile(r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml")
_STYLES = "word/styles.xml"


class Unseen(Struct, frozen=True, kw_only=True):
    """How many of each were found."""

    deletions: int
    comments: int
    images: int
    hidden: int


def take_away_unseen(package: Package) -> Unseen:
    """Take hidden text out of the parts, and count what else is left out. Deletions and comments mammoth leaves out."""
    deletions, images, hidden = 0, 0, 0
    styles = _hidden_styles(package)
    for name in tuple(package):
        if _TEXT_PARTS.fullmatch(name):
            root = parse(package[name])
            deletions += sum(next(node.iter(f"{W}delText"), None) is not None for node in root.iter(f"{W}del"))
            deletions += sum(1 for _ in root.iter(f"{W}moveFrom"))
            images += sum(1 for tag in ("drawing", "pict") for _ in root.iter(f"{W}{tag}"))
            found = _hide(root, styles)
            hidden += found
            if found:
                package[name] = serialise(root)
    comments = parse(package["word/comments.xml"]) if "word/comments.xml" in package else None
    told = sum(1 for _ in comments.iter(f"{W}comment")) if comments is not None else 0
    return Unseen(deletions=deletions, comments=told, images=images, hidden=hidden)


def _hide(root: Element, styles: frozenset[str]) -> int:
    """Take away the text of runs that cannot be seen; how many they were."""
    in_tables = {run for cell in root.iter(f"{W}tc") for run in cell.iter(f"{W}r")}
    in_style = {
        run
        for paragraph in root.iter(f"{W}p")
        if styles and _value(paragraph, f"pPr/{W}pStyle") in styles
        for run in paragraph.iter(f"{W}r")
    }
    hidden = [
        run
        for run in root.iter(f"{W}r")
        if _is_hidden(run.find(f"{W}rPr"), in_table=run in in_tables, styles=styles, by_style=run in in_style)
    ]
    with_text = [run for run in hidden if any(node.text for node in run.iter(f"{W}t"))]
    for run in hidden:
        for node in list(run):
            if node.tag != f"{W}rPr":
                run.remove(node)
    return len(with_text)


def _hidden_styles(package: Package) -> frozenset[str]:
    """The styles, in lower case, whose text is hidden: by themselves, or by the style that they go out from."""
    if _STYLES not in package:
        return frozenset()
    styles = list(parse(package[_STYLES]).iter(f"{W}style"))
    hidden = {_id(style) for style in styles if _vanishes(style.find(f"{W}rPr"))}
    further = hidden
    while further:
        shown = {_id(style) for style in styles if _vanishes(style.find(f"{W}rPr")) is False}
        further = {_id(style) for style in styles if _value(style, "basedOn") in further} - hidden - shown
        hidden |= further
    return frozenset(hidden)


def _id(style: Element) -> str:
    return style.get(f"{W}styleId", "").lower()


def _vanishes(properties: Element | None) -> bool | None:
    """Whether text is said to be hidden, or not to be. None where nothing is said."""
    vanish = properties.find(f"{W}vanish") if properties is not None else None
    return None if vanish is None else vanish.get(f"{W}val", "1").lower() not in _OFF


def _is_hidden(properties: Element | None, *, in_table: bool, styles: frozenset[str], by_style: bool) -> bool:
    """Whether a run is hidden, black on black, white on paper, or of no size. In tables white text may stand on a
    colour.
    """
    if properties is None:
        return by_style
    vanishes = _vanishes(properties)
    if vanishes is None:
        vanishes = by_style or _value(properties, "rStyle") in styles
    if vanishes or _is_tiny(properties):
        return True
    color, mark = _value(properties, "color"), _value(properties, "highlight")
    shade = _value(properties, "shd", "fill")
    if mark in _BLACK or shade in _BLACK:
        return color in ("", "auto", *_BLACK)
    white = color in _WHITE or _NEAR_WHITE.fullmatch(color) or _value(properties, "color", "themeColor") in _PAPER
    return bool(white) and not in_table and shade in ("", "auto", *_WHITE) and not mark


def _is_tiny(properties: Element) -> bool:
    size = _value(properties, "sz")
    return size.isdecimal() and int(size[:4]) <= _SMALLEST


def _value(properties: Element, tag: str, attribute: str = "val") -> str:
    node = properties.find(f"{W}{tag}")
    return node.get(f"{W}{attribute}", "").lower() if node is not None else ""
