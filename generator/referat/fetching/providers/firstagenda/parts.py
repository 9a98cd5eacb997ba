"""The sections of an item, told by where their headings stand in the tree and never by how their HTML is spelled.

A case system fills a container with headings, each followed by its text, and puts some pairs into a box of their own.
The text is another program's export and may have headings too: those lie deeper, and belong to the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selectolax.lexbor import LexborNode

    from referat.importing.extract.html.fragment import Fragment
    from referat.importing.extract.lines import ExtractedLine

_CONTAINER = "[id=sagsfremstillingContainer]"
_EMPTY = frozenset({"-text", "-comment", "br"})


class Part(Struct, frozen=True, kw_only=True):
    """A section as it stands in the HTML."""

    heading: str = ""
    """Empty where there is none."""
    key: str | None = None
    """The class of its text, by which some systems tell what it is."""
    lines: tuple[ExtractedLine, ...]
    underlined: frozenset[str] = frozenset()
    """Lines that are set apart by a stroke below them."""

    @property
    def is_empty(self) -> bool:
        """Whether no reader sees any text under the heading."""
        return not any(line.text.strip() for line in self.lines if line.rule is None)


class _Open:
    """A section whose end has not been reached."""

    def __init__(self, heading: LexborNode | None = None) -> None:
        self.heading = heading
        self.key: str | None = None
        self.nodes: list[LexborNode] = []

    def add(self, node: LexborNode) -> None:
        if self.is_bare and node.tag == "span":
            self.key = node.attributes.get("class")
        self.nodes.append(node)

    @property
    def is_bare(self) -> bool:
        """Whether it is a heading that still waits for its text."""
        return self.heading is not None and all(_is_blank(node) for node in self.nodes)


def read_parts(fragment: Fragment) -> tuple[Part, ...]:
    """All sections of an item, in their order. What stands above the first heading is a part without one."""
    found = [_Open()]
    _collect(fragment.nodes, found)
    parts = [_part(fragment, section) for section in found]
    rest = fragment.rest()
    if rest:
        parts.append(Part(lines=rest))
    return tuple(part for part in parts if part.heading or part.lines)


def _collect(nodes: Iterable[LexborNode], found: list[_Open]) -> None:
    for node in nodes:
        if node.tag == "h3":
            found.append(_Open(node))
        elif node.tag == "div" and not found[-1].is_bare and _is_frame(node):
            _collect(node.iter(include_text=True), found)
        else:
            found[-1].add(node)


def _is_frame(box: LexborNode) -> bool:
    """Whether a box holds sections: the container, what is around it, or some that were put together."""
    if box.attributes.get("id") == "sagsfremstillingContainer" or box.css_first(_CONTAINER) is not None:
        return True
    children = [child for child in box.iter(include_text=True) if not _is_blank(child)]
    if len(children) == 1 and children[0].tag == "div":
        return _is_frame(children[0])
    return any(child.tag == "h3" for child in children)


def _is_blank(node: LexborNode) -> bool:
    return node.tag in _EMPTY and not (node.text_content or "").strip()


def _part(fragment: Fragment, section: _Open) -> Part:
    head = fragment.lines(section.heading.iter(include_text=True), plain=True) if section.heading is not None else ()
    said = [line for line in head if line.rule is None]
    underlined = (
        " ".join(mark.text().split()) for node in section.nodes if _is_element(node) for mark in node.css("u")
    )
    return Part(
        heading=" ".join(" ".join(line.text for line in said).split()),
        key=section.key,
        underlined=frozenset(underlined),
        lines=(*(line for line in head if line.rule is not None), *fragment.lines(section.nodes)),
    )


def _is_element(node: LexborNode) -> bool:
    return bool(node.tag) and not (node.tag or "-").startswith(("-", "!"))
