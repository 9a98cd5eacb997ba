"""What a reader of a Word document does not see: deletions not yet accepted, comments, hidden and covered text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.extract.docx.package import DOCUMENT, W, parse, serialise

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from referat.importing.extract.docx.package import Package

_OFF = ("0", "false", "off", "none")
_BLACK, _WHITE = ("000000", "black"), ("ffffff", "white")
_TEXT_PARTS = (DOCUMENT, "word/footnotes.xml", "word/endnotes.xml")


class Unseen(Struct, frozen=True, kw_only=True):
    """How many of each were found."""

    deletions: int
    comments: int
    images: int
    hidden: int


def take_away_unseen(package: Package) -> Unseen:
    """Take hidden text out of the parts, and count what else is left out. Deletions and comments mammoth leaves out."""
    deletions, images, hidden = 0, 0, 0
    for name in _TEXT_PARTS:
        if name in package:
            root = parse(package[name])
            deletions += sum(next(node.iter(f"{W}delText"), None) is not None for node in root.iter(f"{W}del"))
            deletions += sum(1 for _ in root.iter(f"{W}moveFrom"))
            images += sum(1 for tag in ("drawing", "pict") for _ in root.iter(f"{W}{tag}"))
            found = _hide(root)
            hidden += found
            if found:
                package[name] = serialise(root)
    comments = parse(package["word/comments.xml"]) if "word/comments.xml" in package else None
    told = sum(1 for _ in comments.iter(f"{W}comment")) if comments is not None else 0
    return Unseen(deletions=deletions, comments=told, images=images, hidden=hidden)


def _hide(root: Element) -> int:
    """Take away the text of runs that cannot be seen; how many they were."""
    in_tables = {run for cell in root.iter(f"{W}tc") for run in cell.iter(f"{W}r")}
    hidden = [run for run in root.iter(f"{W}r") if _is_hidden(run, in_table=run in in_tables)]
    with_text = [run for run in hidden if any(node.text for node in run.iter(f"{W}t"))]
    for run in hidden:
        for node in list(run):
            if node.tag != f"{W}rPr":
                run.remove(node)
    return len(with_text)


def _is_hidden(run: Element, *, in_table: bool) -> bool:
    """Whether a run is hidden, black on black, or white on paper. In tables white text may stand on a colour."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        return False
    vanish = properties.find(f"{W}vanish")
    if vanish is not None and vanish.get(f"{W}val", "1").lower() not in _OFF:
        return True
    color, mark = _value(properties, "color"), _value(properties, "highlight")
    shade = _value(properties, "shd", "fill")
    if mark in _BLACK or shade in _BLACK:
        return color in ("", "auto", *_BLACK)
    return color in _WHITE and not in_table and shade in ("", "auto", *_WHITE) and not mark


def _value(properties: Element, tag: str, attribute: str = "val") -> str:
    node = properties.find(f"{W}{tag}")
    return node.get(f"{W}{attribute}", "").lower() if node is not None else ""
