"""Markdown that is nothing but paragraphs and simple lists, as most of what minutes say, without the parser.

The parser takes a text apart by two dozen rules. In a text without any of the signs that its rules look for (CommonMark
0.31, 4 to 6, and the plugins of `referat.site.markdown`) nothing is left for them but to find the paragraphs. What is
rendered here is rendered to the same bytes; whatever is in doubt is left to the parser.
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from markupsafe import Markup

from referat.site.mentions import LinkedText, find_words

_SIGNS = "\\`*_[<&\r\0"
"""One of these begins all that has a meaning within a line: an escape, code, emphasis, a link, a footnote, a picture
(which begins with an exclamation mark and a bracket), an address, an entity. The last two are no text as they are."""
_LINE = re.compile(r"(?:(-|[0-9]{1,9}\.) )?(?![0-9]{1,9}[.)](?:\s|$))([^\s#>+=~|:-].*(?<!\s))")
"""A whole line that at most begins an item, and begins nothing else: no heading, quotation, rule, fence, row of a
table, list or list within a list."""

Place: TypeAlias = Callable[[str], str]


class _Block(NamedTuple):
    line: int
    """Where it begins, counted from 0."""
    kind: str
    """Empty for a paragraph, for an item what its list begins with: ``ul``, ``ol``, ``ol start="2"``."""
    text: str


def plain_html(text: LinkedText, words: Callable[[str], Markup], place: Place) -> str | None:
    """The text as HTML, or None where it may be more than paragraphs and simple lists.

    Args:
        text: Markdown, with the words in it that are links and the lines that passages begin on.
        words: Says ``text.passage``.
        place: Gives an address rooted at the site as the page links to it.
    """
    source = text.markdown
    if any(sign in source for sign in _SIGNS):
        return None
    blocks = _blocks(source)
    anchors = dict(text.anchors)
    if blocks is None or not anchors.keys() <= {block.line for block in blocks}:
        return None
    label = words("text.passage") if anchors else Markup()
    links = dict(text.links)
    parts: list[str] = []
    listed = ""
    for line, kind, content in blocks:
        if kind != listed:
            parts += [f"</{listed[:2]}>\n" if listed else "", f"<{kind}>\n" if kind else ""]
            listed = kind
        inside = _linked(content, links, place) if links else _escaped(content)
        tag = "li" if kind else "p"
        if line in anchors:
            anchor = anchors[line]
            inside = f'{inside}<a class="pin" href="#{anchor}" aria-label="{label}"></a>'
            parts.append(f'<{tag} id="{_escaped(anchor)}">{inside}</{tag}>\n')
        else:
            parts.append(f"<{tag}>{inside}</{tag}>\n")
    parts.append(f"</{listed[:2]}>\n" if listed else "")
    return "".join(parts)


def _blocks(source: str) -> list[_Block] | None:
    """The paragraphs and items. None where they are not all that there is, or run into each other."""
    blocks: list[_Block] = []
    follows = False  # on another line, without a blank one between
    for number, line in enumerate(source.split("\n")):
        if not line:
            follows = False
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            return None
        kind = _kind(found[1])
        above = blocks[-1] if blocks else None
        if above is not None and (above.kind[:2] != kind[:2] if follows else above.kind and kind):
            return None
        if above is not None and follows and not kind:
            blocks[-1] = above._replace(text=f"{above.text}\n{line}")
        else:
            blocks.append(_Block(number, above.kind if above and follows else kind, line[found.start(2) :]))
        follows = True
    return blocks


def _kind(marker: str | None) -> str:
    if marker is None:
        return ""
    number = marker.removesuffix(".")
    return "ul" if number == "-" else "ol" if int(number) == 1 else f'ol start="{int(number)}"'


def _linked(text: str, links: Mapping[str, str], place: Place) -> str:
    """The text with its links, as `referat.site.markdown_rules` makes them."""
    parts: list[str] = []
    position = 0
    for word in find_words(text):
        address = links.get(word.text)
        if address is not None:
            outside = ' rel="external noopener"' if address.lower().startswith(("http:", "https:")) else ""
            link = f'<a href="{_escaped(place(address))}"{outside}>{_escaped(word.text)}</a>'
            parts += [_escaped(text[position : word.start]), link]
            position = word.end
    return "".join([*parts, _escaped(text[position:])])


def _escaped(text: str) -> str:
    """As the parser does it: an apostrophe stays."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
