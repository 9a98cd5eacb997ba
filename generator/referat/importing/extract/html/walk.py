"""Going through the elements of a page and writing their text into lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from referat.importing.extract.html.links import address
from referat.importing.extract.html.page_parts import UNSEEN, may_hold_minutes, rule_of
from referat.importing.extract.html.tables import strays, table_lines
from referat.importing.extract.lines import ExtractedLine
from referat.vocabulary.web_noise import noise_rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from selectolax.lexbor import LexborNode

    from referat.importing.extract.html.lines import Writer
    from referat.importing.extract.html.notes import Notes

    Write = Callable[[LexborNode, Writer, "Surroundings"], None]

_TEXT, _COMMENT = "-text", "-comment"
_BLOCKS = {
    *("address", "article", "aside", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset"),
    *("figcaption", "figure", "footer", "form", "header", "hgroup", "html", "legend", "main", "nav", "section"),
    *("summary", "tbody", "td", "th", "thead", "tr"),
}
_PARTED = frozenset({"p", "blockquote", "article", "section", "details", "fieldset", "figure", "dd", "summary"})
"""Blocks that a reader sees as a paragraph of their own."""
_READ_ALOUD_ONLY = re.compile(r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader\S*|hidden-text|skip\S*)(?:\s|$)")
_MATTER_IN_ITEM = "h1,h2,h3,h4,h5,h6,table,dl,article,section"
"""A list item that holds one of these is no item of a list but a part of the page."""
_RAISED = re.compile(r"\[?\d{1,3}\]?")


class Surroundings(Struct, frozen=True, kw_only=True):
    """What is known of the page as a whole."""

    base: str | None
    """Where links of the page start from."""
    length: int
    """Characters of its text."""
    notes: Notes
    rule_of: Callable[[LexborNode], str | None] = rule_of
    """By which rule an element is no minutes. A text that holds nothing else has no menus, whatever they are called."""


def write_children(node: LexborNode, writer: Writer, page: Surroundings) -> None:
    """Write all that stands inside an element."""
    writer.deeper()
    for child in node.iter(include_text=True):
        write_node(child, writer, page)
    writer.back()


def write_node(node: LexborNode, writer: Writer, page: Surroundings) -> None:
    """Write an element or a text."""
    tag = node.tag or _COMMENT
    if tag == _TEXT:
        writer.write(node.text_content or "")
    elif tag.startswith(("-", "!")) or node in page.notes:
        return
    elif (rule := page.rule_of(node)) is not None:
        _write_part(node, rule, writer, page)
    else:
        _WRITERS.get(tag, _write_inline)(node, writer, page)


def _inner(
    node: LexborNode, writer: Writer, page: Surroundings, *, plain: bool = False, in_line: bool = False
) -> list[ExtractedLine]:
    inner = writer.inner(plain=plain, in_line=in_line)
    write_children(node, inner, page)
    inner.end_line()
    return inner.lines


def _end_block(writer: Writer, page: Surroundings) -> None:
    """End a block, and write the footnotes that it refers to."""
    writer.end_block()
    if not writer.in_line and not writer.level:
        notes = page.notes.take()
        writer.add(notes)
        if notes:
            writer.end_block()


def _write_part(node: LexborNode, rule: str, writer: Writer, page: Surroundings) -> None:
    """Write an element that is no minutes by its name, with its rule, unless it may hold minutes all the same."""
    if rule in UNSEEN:
        text = " ".join(node.text().split())
        writer.add([ExtractedLine(text, rule)] if text else [])
        return
    lines = _inner(node, writer, page)
    if may_hold_minutes(rule, [line.text for line in lines if line.rule is None], page.length):
        writer.end_block()
        writer.add(lines)
    else:
        writer.add(ExtractedLine(line.text, line.rule or rule) for line in lines if line.text)
    writer.end_block()


def _write_inline(node: LexborNode, writer: Writer, page: Surroundings) -> None:
    tag, mark = node.tag or "", writer.mark()
    block, parted = tag in _BLOCKS, tag in _PARTED
    if parted:
        writer.end_block()
    elif block:
        writer.end_line()
    write_children(node, writer, page)
    if parted:
        _end_block(writer, page)
    elif block:
        writer.end_line()
    elif tag == "button" or _READ_ALOUD_ONLY.search(node.attributes.get("class") or ""):
        writer.set_aside(mark)


def _write_paragraph(node: LexborNode, writer: Writer, page: Surroundings) -> None:
    writer.end_block()
    write_children(node, writer, page)
    _end_block(writer, page)


def _write_bold(node: LexborNode, writer: Writer, page: Surroundings) -> None:
    writer.bold += 1
    write_children(node, writer, page)
    writer.bold -= 1


def _write_break(_node: LexborNode, writer: Writer, _page: Surroundings) -> None:
    writer.break_line()


def _write_rule(_node: LexborNode, writer: Writer, _page: Surroundings) -> None:
    writer.end_block()


def _write_heading(node: LexborNode, writer: Writer, page: Surroundings) -> None:
    """A heading is one line, but for buttons in it that belong to the page."""
    lines = [line for line in _inner(node, writer, page, plain=True, in_line=True) if line.text]
    noise = [line for line in lines if line.rule or noise_rule(line.text)]
    text = " ".join(line.text for line in lines if line not in noise)
    writer.end_block()
    writer.add([ExtractedLine(f"{'#' * int((node.tag or 'h1')[1])} {text}")] if text else [])
    writer.add(noise)
    _end_block(writer, page)


def _write_link(node: LexborNode, writer: Writer, page: Surroundings) -> None:
    mark = writer.mark()
    write_children(node, writer, page)
    writer.set_aside(mark)
    url = address(node.attributes.get("href") or "", page.base)
    if url is not None:
        writer.link(mark, url)


def _write_raised(node: LexborNode, writer: Writer, page: Surroundings) -> None:
    """Raised numbers keep their tag: they refer to a footnote, or are a power."""
    text = "".join(node.text().split())
    if not _RAISED.fullmatch(text):
        write_children(node, writer, page)
        return
    writer.write(f"<sup>{text}</sup>")
    page.notes.refer(node)


def _write_list(node: LexborNode, writer: Writer, page: Surroundings) -> None:
    writer.end_block()
    writer.level += 1
    number = _number(node.attributes.get("start")) or 1
    for child in node.iter(include_text=True):
        if child.tag != "li" or child in page.notes:
            write_node(child, writer, page)
        elif child.css_first(_MATTER_IN_ITEM) is not None:
            writer.add(_inner(child, writer, page))
        else:
            number = _number(child.attributes.get("value")) or number
            writer.begin_item("-" if node.tag != "ol" else _mark(number, node.attributes.get("type")))
            write_children(child, writer, page)
            writer.end_item()
            number += 1
    writer.level -= 1
    _end_block(writer, page)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 5 else None


def _mark(number: int, style: str | None) -> str:
    return f"{chr(ord('a') + number - 1)})" if style in ("a", "A") and number <= 26 else f"{number}."


def _write_table(node: LexborNode, writer: Writer, page: Surroundings) -> None:
    lines = table_lines(node, lambda cell: _inner(cell, writer, page, in_line=True))
    writer.end_block()
    for stray in strays(node):
        write_node(stray, writer, page)
    writer.add(lines)
    _end_block(writer, page)


def _write_preformatted(node: LexborNode, writer: Writer, _page: Surroundings) -> None:
    writer.end_block()
    writer.add(ExtractedLine(line.rstrip()) for line in node.text().splitlines())
    writer.end_block()


_WRITERS: dict[str, Write] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _write_heading),
    **dict.fromkeys(("b", "strong"), _write_bold),
    **dict.fromkeys(("ul", "ol"), _write_list),
    **dict.fromkeys(("pre", "listing", "xmp"), _write_preformatted),
    "a": _write_link,
    "br": _write_break,
    "hr": _write_rule,
    "p": _write_paragraph,
    "sup": _write_raised,
    "table": _write_table,
}
