"""Footnotes of a page: elements that raised numbers in the text lead to. They are written below what refers to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat.importing.extract.lines import ExtractedLine

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MOST = 1_000
"""So many footnotes are looked for."""

_MARK = re.compile(r"\[?(\d{1,3})\]?")
_MARK_BEFORE = re.compile(r"^\s*(?:\[\d{1,3}\]|\d{1,3}[.)]?)\s+")
_BACK = re.compile(r"(?<!\s)\s*(?:↑|↩\ufe0e?|\^)\s*$")
_NAME = re.compile(r"[\w.:-]{1,80}")
_BLOCKS = ("li", "p", "div", "td", "dd", "aside")


class Notes:
    """The footnotes of a page, and which of them have been referred to and not yet been written."""

    def __init__(self, page: LexborHTMLParser) -> None:
        self._lines: dict[str, ExtractedLine] = {}
        self._elements: set[int] = set()
        self._waiting: dict[str, None] = {}
        for link in page.css("sup a[href^='#']")[:MOST]:
            self._find(page, link)

    def __contains__(self, node: LexborNode) -> bool:
        return node.mem_id in self._elements

    def refer(self, raised: LexborNode) -> None:
        """A raised number was met in the text."""
        link = raised.css_first("a")
        name = _target(link) if link is not None else ""
        if name in self._lines:
            self._waiting[name] = None

    def take(self) -> list[ExtractedLine]:
        """The footnotes referred to since they were last taken, each once."""
        taken = [self._lines.pop(name) for name in self._waiting]
        self._waiting.clear()
        return taken

    def take_rest(self) -> list[ExtractedLine]:
        """Those that nothing referred to."""
        self._waiting.update(dict.fromkeys(self._lines))
        return self.take()

    def _find(self, page: LexborHTMLParser, link: LexborNode) -> None:
        mark, name = _MARK.fullmatch("".join(link.text().split())), _target(link)
        node = _holder(page, name) if mark and name not in self._lines else None
        if mark is None or node is None:
            return
        text = _BACK.sub("", _MARK_BEFORE.sub("", " ".join(node.text().split())))
        self._lines[name] = ExtractedLine(f"[{mark[1]}] {text}")
        self._elements.add(node.mem_id)


def _target(link: LexborNode) -> str:
    return (link.attributes.get("href") or "").removeprefix("#")


def _holder(page: LexborHTMLParser, name: str) -> LexborNode | None:
    """The block that has the name, or that an anchor with the name stands in. A part of the page is no footnote."""
    if not _NAME.fullmatch(name):
        return None
    node = page.css_first(f'[id="{name}"]') or page.css_first(f'a[name="{name}"]')
    while node is not None and node.tag not in _BLOCKS:
        node = node.parent
    return None if node is None or node.css_first("div, h1, h2, h3, table, p + p") is not None else node
