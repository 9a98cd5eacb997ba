"""The passages of a text on the page: each has its id, and a link to itself that a reader can copy.

`place_passages` is one of the rules of `referat.site.markdown_rules`. It reads ``anchors`` from the environment: the
line that each passage begins on, and its id.
"""

from collections.abc import Iterator, Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markupsafe import Markup

_WITH_WORDS = frozenset({"paragraph_open", "heading_open", "list_item_open"})
_WHOLE = {"table_open": "table_close", "fence": "fence"}
"""What has no place for a link inside it, and the token that ends it."""


def place_passages(state: StateCore) -> None:
    """Give every passage its id: on the element that begins on its line, or in the text that it stands within.

    A heading's own id makes way, and the text's links to the heading follow.
    """
    if state.env["anchors"]:
        waiting: dict[int, str] = dict(state.env["anchors"])
        label = state.env["words"]("text.passage")
        wrapped = list(_wrap(state.tokens, waiting, label))
        _name(wrapped, waiting, label, state.env["headings"])
        state.tokens = wrapped


def _wrap(tokens: Sequence[Token], waiting: dict[int, str], label: Markup) -> Iterator[Token]:
    """The tokens with an element around each table, and each text of fixed width, that is a passage."""
    ends: str | None = None
    for token in tokens:
        first = next((line for line in _lines(token) if line in waiting), None) if token.type in _WHOLE else None
        if first is not None:
            ends = _WHOLE[token.type]
            anchor = waiting.pop(first)
            start = f'<div class="passage" id="{anchor}">{_link(anchor, label)}{_places(waiting, token)}\n'
            yield Token("html_block", "", 0, content=start)
        yield token
        if token.type == ends:
            ends = None
            yield Token("html_block", "", 0, content="</div>\n")


def _name(tokens: Sequence[Token], waiting: dict[int, str], label: Markup, headings: dict[str, str]) -> None:
    begun: str | None = None
    for token in tokens:
        if token.map is None:
            continue
        if token.type in _WITH_WORDS and token.map[0] in waiting:
            begun = waiting.pop(token.map[0])
            _follow(headings, token.attrGet("id"), begun)
            token.attrSet("id", begun)
        elif token.type == "inline" and token.children is not None:
            inside = _places(waiting, token)
            if inside:
                token.children.insert(0, _inline(inside))
            if begun is not None:
                token.children.append(_inline(_link(begun, label)))
                begun = None


def _places(waiting: dict[int, str], token: Token) -> str:
    """Where the passages are that begin within a block and have no element of their own."""
    return "".join(f'<span id="{waiting.pop(line)}"></span>' for line in _lines(token) if line in waiting)


def _lines(token: Token) -> range:
    return range(*token.map) if token.map else range(0)


def _follow(headings: dict[str, str], old: str | int | float | None, anchor: str) -> None:
    for name, place in headings.items():
        if place == old:
            headings[name] = anchor


def _link(anchor: str, label: Markup) -> str:
    return f'<a class="pin" href="#{anchor}" aria-label="{label}"></a>'


def _inline(content: str) -> Token:
    return Token("html_inline", "", 0, content=content)
