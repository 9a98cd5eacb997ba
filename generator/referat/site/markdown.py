"""Markdown as HTML: what people and importers wrote, made harmless and put in its place on the page.

Source texts come from outside. Raw HTML is shown as text, a link goes only to the web, to mail or to this site, and a
picture becomes a link: a page fetches nothing from anybody.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Protocol, TypeAlias

from markdown_it import MarkdownIt
from markupsafe import Markup
from mdit_py_plugins.footnote import footnote_plugin

from referat.site import markdown_rules, urls
from referat.site.markdown_passages import place_passages
from referat.site.markdown_plain import plain_html
from referat.site.mentions import LinkedText

_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SCHEMES = frozenset({"http", "https", "mailto"})

Place: TypeAlias = Callable[[str], str]


class TextWords(Protocol):
    """Says what is added to a text: ``text.table``, ``text.table_named``, ``text.footnote_back``, ``text.passage``."""

    def __call__(self, said: str, **values: object) -> Markup: ...


def to_html(
    text: LinkedText | str, *, words: TextWords, heading_level: int = 3, id_prefix: str = "", place: Place = urls.href
) -> Markup:
    """The text as HTML that is safe to put into a page.

    Args:
        text: Markdown, with the words in it that are links.
        words: Says what is added to it, in the page's language.
        heading_level: The level of the text's outermost headings; those below follow without a gap.
        id_prefix: Put before every id, so that several texts can stand on one page.
        place: Gives an address rooted at the site as the page links to it.
    """
    linked = text if isinstance(text, LinkedText) else LinkedText(text)
    if not linked.markdown.strip():
        return Markup()
    plain = plain_html(linked, words, place)
    if plain is not None:
        return Markup(plain)  # noqa: S704 - it escapes as the parser does
    return Markup(_parsed(linked, words, heading_level, id_prefix, place))  # noqa: S704 - the parser escapes everything


def _parsed(text: LinkedText, words: TextWords, heading_level: int, id_prefix: str, place: Place) -> str:
    env: dict[str, object] = {
        "heading_level": heading_level,
        "prefix": id_prefix,
        "place": place,
        "words": words,
        "links": dict(text.links),
        "anchors": text.anchors,
    }
    if id_prefix:
        env["docId"] = id_prefix.strip("-")  # the footnote plugin's name for the prefix of its ids
    return str(_parser().render(text.markdown, env))


def is_safe_link(address: str) -> bool:
    """Whether a text may link there: http, https, mailto, or an address on this site."""
    scheme = _SCHEME.match(address)
    if scheme is not None:
        return scheme[1].lower() in _SCHEMES
    return not address.replace("\\", "/").lstrip().startswith("//")


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
        return is_safe_link(url)


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False, "xhtmlOut": False})
    parser.enable("table")
    # Extracted text has indents and rules below lines that mean nothing: they must not become code and headings.
    parser.disable(["code", "lheading"])
    parser.use(footnote_plugin)
    parser.core.ruler.before("footnote_tail", "keep_footnotes", markdown_rules.keep_unused_footnotes)
    parser.core.ruler.push("link_words", markdown_rules.link_words)
    parser.core.ruler.push("place_headings", markdown_rules.place_headings)
    parser.core.ruler.push("place_passages", place_passages)
    parser.core.ruler.push("place_links", markdown_rules.place_links)
    parser.core.ruler.push("label_tables", markdown_rules.label_tables)
    parser.core.ruler.push("align_cells", markdown_rules.align_cells)
    parser.core.ruler.push("label_footnotes", markdown_rules.label_footnotes)
    return parser
