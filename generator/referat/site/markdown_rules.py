"""What this site does to a parsed Markdown text before it is rendered: each rule changes the list of tokens.

The rules read what they need from the parser's environment: ``heading_level``, ``prefix``, ``place``, ``links``,
``anchors`` and ``words``, as `referat.site.markdown.to_html` sets them.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markupsafe import Markup

from referat.site.mentions import find_words
from referat.vocabulary.slugs import slugify

_DEEPEST = 6
_HEADING_WITHOUT_LETTERS = "afsnit"


def keep_unused_footnotes(state: StateCore) -> None:
    """Let a footnote that nothing refers to stand where it is written: the parser would drop its text."""
    numbers = state.env.get("footnotes", {}).get("refs", {})
    kept: list[Token] = []
    unused: str | None = None
    for token in state.tokens:
        if token.type == "footnote_reference_open" and numbers.get(f":{token.meta['label']}", -1) < 0:
            unused = f"[{token.meta['label']}] "
        elif token.type == "footnote_reference_close" and unused is not None:
            unused = None
        else:
            if unused and token.type == "inline":
                token.children = [_text(unused), *(token.children or ())]
                unused = ""
            kept.append(token)
    state.tokens = kept


def link_words(state: StateCore) -> None:
    """Turn pictures into links, and the words that are links into links, but not inside another link."""
    words: dict[str, str] = state.env["links"]
    for token in state.tokens:
        children = token.children
        if children and (words or any(child.type == "image" for child in children)):
            token.children = _linked(_joined(children), words)


def _joined(children: Sequence[Token]) -> list[Token]:
    """Neighbouring text and line breaks as one text: a mention may run over the end of a line."""
    joined: list[Token] = []
    for child in children:
        if child.type not in ("text", "softbreak"):
            joined.append(child)
            continue
        content = "\n" if child.type == "softbreak" else child.content
        if joined and joined[-1].type == "text":
            joined[-1].content += content
        else:
            joined.append(_text(content))
    return joined


def _linked(children: Sequence[Token], words: dict[str, str]) -> list[Token]:
    linked: list[Token] = []
    depth = 0
    for child in children:
        if child.type in ("link_open", "link_close"):
            depth += child.nesting
        if child.type == "image":
            address = str(child.attrGet("src") or "")
            linked.extend([_text(child.content)] if depth else _link(address, child.content or address))
        elif child.type == "text" and depth == 0 and words:
            linked.extend(_split(child.content, words))
        else:
            linked.append(child)
    return linked


def _split(content: str, words: dict[str, str]) -> list[Token]:
    parts: list[Token] = []
    position = 0
    for word in find_words(content):
        address = words.get(word.text)
        if address is not None:
            parts.extend([_text(content[position : word.start]), *_link(address, word.text)])
            position = word.end
    return [*parts, _text(content[position:])]


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _link(address: str, content: str) -> list[Token]:
    return [Token("link_open", "a", 1, attrs={"href": address}), _text(content), Token("link_close", "a", -1)]


def place_headings(state: StateCore) -> None:
    """Give headings levels without a gap, below the heading that the text stands under, and ids of their own."""
    open_levels: list[int] = []
    taken: dict[str, int] = {}
    places: dict[str, str] = {}
    for index, token in enumerate(state.tokens):
        if token.type not in ("heading_open", "heading_close"):
            continue
        level = int(token.tag[1])
        if token.type == "heading_open":
            while open_levels and open_levels[-1] >= level:
                open_levels.pop()
            open_levels.append(level)
            name = _heading_name(state.tokens[index + 1].content, taken)
            places[name] = state.env["prefix"] + name
            token.attrSet("id", places[name])
        token.tag = f"h{min(_DEEPEST, state.env['heading_level'] + len(open_levels) - 1)}"
    state.env["headings"] = places


def _heading_name(content: str, taken: dict[str, int]) -> str:
    name = slugify(content) or _HEADING_WITHOUT_LETTERS
    taken[name] = taken.get(name, 0) + 1
    return name if taken[name] == 1 else _heading_name(f"{name} {taken[name]}", taken)


def place_links(state: StateCore) -> None:
    """Put the site's folder before its own addresses, find the text's own headings, and mark what leads away."""
    for token in state.tokens:
        for child in token.children or ():
            if child.type != "link_open":
                continue
            address = str(child.attrGet("href") or "")
            if address.startswith("#") and address[1:] in state.env["headings"]:
                address = f"#{state.env['headings'][address[1:]]}"
            child.attrSet("href", state.env["place"](address))
            if address.lower().startswith(("http:", "https:")):
                child.attrSet("rel", "external noopener")


def label_tables(state: StateCore) -> None:
    """Put each table into a region that scrolls by itself and has a name for those who hear it.

    A wide table must not make the page scroll (WCAG 2.2, 1.4.10), and must be reached with the keyboard (2.1.1).
    """
    tokens: list[Token] = []
    number = 0
    for index, token in enumerate(state.tokens):
        if token.type == "table_open":
            number += 1
            label = _table_name(number, state.tokens[index:], state.env["words"])
            tokens.append(_html(f'<div class="table-region" role="region" tabindex="0" aria-label="{label}">\n'))
        if token.type == "th_open" and not state.tokens[index + 1].content.strip():
            token.tag = state.tokens[index + 2].tag = "td"  # an empty cell is no heading of anything
        tokens.append(token)
        if token.type == "table_close":
            tokens.append(_html("</div>\n"))
    state.tokens = tokens


def align_cells(state: StateCore) -> None:
    """Say by a class how a cell is aligned: the site's Content-Security-Policy lets no ``style`` attribute work."""
    for token in state.tokens:
        if token.type in ("th_open", "td_open") and "style" in token.attrs:
            token.attrSet("class", f"to-{str(token.attrs.pop('style')).removeprefix('text-align:')}")


def _table_name(number: int, table: Sequence[Token], words: Callable[..., Markup]) -> Markup:
    columns = []
    for token, following in pairwise(table):
        if token.type == "thead_close":
            break
        if token.type == "th_open":
            columns.append(_spoken(following))
    named = ", ".join(column for column in columns if column)
    return words("text.table_named", number=number, columns=named) if named else words("text.table", number=number)


def _spoken(inline: Token) -> str:
    words = "".join(child.content if child.type in ("text", "code_inline") else " " for child in inline.children or ())
    return " ".join(words.split())


def _html(content: str) -> Token:
    return Token("html_block", "", 0, content=content)


def label_footnotes(state: StateCore) -> None:
    """Give the arrow back from a footnote words for those who hear it."""
    prefix = f"-{state.env['docId']}-" if "docId" in state.env else ""
    back = state.env["words"]("text.footnote_back")
    for token in state.tokens:
        if token.type == "footnote_anchor":
            again = token.meta["subId"]
            target = f"fnref{prefix}{token.meta['id'] + 1}{f':{again}' if again > 0 else ''}"
            token.type = "html_block"
            token.content = f' <a href="#{target}" class="footnote-backref" aria-label="{back}">↩︎</a>'
