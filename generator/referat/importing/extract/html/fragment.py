"""A piece of HTML that a system hands out as one text: its elements are read where they stand in the tree.

Nothing in it is a menu or a foot of the page, whatever its elements are called.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from referat.importing.extract.html.limits import made_flat
from referat.importing.extract.html.lines import Writer
from referat.importing.extract.html.notes import Notes
from referat.importing.extract.html.page_parts import CODE, HIDDEN
from referat.importing.extract.html.walk import Surroundings, write_node
from referat.importing.extract.lines import ExtractedLine
from referat.importing.extract.repair import repair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from selectolax.lexbor import LexborNode

_CODE = frozenset({"script", "style", "noscript", "template", "canvas", "object", "iframe", "title", "meta", "link"})
"""A title within a text is one that a word processor gave its own page."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_PICTURE_WORDS = 200
"""Of what a picture is said to show, so many characters are kept."""


class Fragment:
    """A piece of HTML that has been parsed. A word that a reader sees is never lost by reading all of its nodes."""

    def __init__(self, html: str, *, base: str | None = None, picture: str = "") -> None:
        """Parse it.

        Args:
            html: any text. It need not be well formed, nor made in good faith.
            base: where its links start from.
            picture: stands where there is a picture; what the picture is said to show follows it.
        """
        # With a body that is open from the start, no tag within the text can make a document without one.
        tree = LexborHTMLParser(f"<!DOCTYPE html><body>{made_flat(html)}")
        for image in tree.css("img"):
            image.replace_with(_told(picture, image))
        body = tree.body
        self.nodes: tuple[LexborNode, ...] = tuple(body.iter(include_text=True)) if body is not None else ()
        """What it consists of: elements and texts."""
        self._page = Surroundings(base=base, length=0, notes=Notes(tree), rule_of=_rule_of)
        self._tree = tree  # The nodes live as long as their tree.

    def lines(self, nodes: Iterable[LexborNode], *, plain: bool = False) -> tuple[ExtractedLine, ...]:
        """What stands in the nodes, line by line, with what no reader sees marked by its rule.

        Args:
            nodes: of this fragment, each read once.
            plain: without emphasis and addresses, as a heading is read.
        """
        writer = Writer(plain=plain, in_line=plain)
        for node in nodes:
            write_node(node, writer, self._page)
        writer.end_block()
        return tuple(_mended(writer.lines))

    def rest(self) -> tuple[ExtractedLine, ...]:
        """The footnotes that nothing referred to, once everything has been read."""
        return tuple(_mended(self._page.notes.take_rest()))


def _rule_of(node: LexborNode) -> str | None:
    if (node.tag or "").lower() in _CODE:
        return CODE
    attributes = node.attributes
    return HIDDEN if "hidden" in attributes or _HIDDEN.search(attributes.get("style") or "") else None


def _told(picture: str, image: LexborNode) -> str:
    alt = " ".join((image.attributes.get("alt") or "").split())[:_PICTURE_WORDS]
    return f" {picture}: {alt} " if picture and alt else f" {picture or alt} "


def _mended(lines: Iterable[ExtractedLine]) -> Iterator[ExtractedLine]:
    known = list(lines)
    mended = repair(line.text.replace("\n", " ") for line in known).lines
    return (ExtractedLine(text, line.rule) for line, text in zip(known, mended, strict=True))
