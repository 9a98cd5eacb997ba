"""Pages that are made to choke a parser are refused before they are parsed, or made flat where refusing is no way.

The parser of HTML5 looks back over all open elements at each new one, and opens again at each block what marks of
emphasis were left open: both take time in proportion to the square of what is open. Real pages have few dozen.
"""

import re

DEEPEST = 400
"""So many elements may be open inside each other. Deep pages of real systems have about eighty."""
MOST_REOPENED = 1_000_000
"""So many marks of emphasis may be opened again, all blocks together."""

FLAT = 40
"""So deep a text is that was made flat. An element of a table brings three more with it that nobody wrote."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})(?=[\s/>])")
_WHOLE_TAG = re.compile(rf"{_TAG.pattern}[^<>]*>?")
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
_CLOSED_FOR_SURE = frozenset({"p", "li", "tr", "td", "th", "thead", "tbody", "tfoot", "html", "head", "body"})
_CLOSED_BY_OTHERS = _CLOSED_FOR_SURE | {"dt", "dd", "option", "optgroup", "colgroup", "rp", "rt"}
_EMPHASIS = {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}


class TooDeepError(ValueError):
    """The elements of a page are nested deeper than any page's."""


def check_nesting(text: str, deepest: int = DEEPEST, closed_by_others: frozenset[str] = _CLOSED_BY_OTHERS) -> None:
    """Refuse what the parser would take very long over.

    Args:
        text: the page.
        deepest: so many elements may be open inside each other.
        closed_by_others: elements that the beginning of others ends, so that they need not be counted.

    Raises:
        TooDeepError: too many elements are open inside each other.
    """
    depth, emphasis, reopened = 0, 0, 0
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if name in _EMPHASIS:
            emphasis = max(emphasis + (-1 if match[1] else 1), 0)
        elif name not in _VOID:
            reopened += 0 if match[1] else emphasis
            if name not in closed_by_others:
                depth = max(depth + (-1 if match[1] else 1), 0)
        if depth + emphasis > deepest or reopened > MOST_REOPENED:
            raise TooDeepError("its elements are nested too deep")


def made_flat(text: str) -> str:
    """The text without the elements that lie deeper in it than `FLAT`, and where there are such, without emphasis.

    Only tags are taken out: all that stands between them stays, in its order.
    """
    try:
        check_nesting(text, FLAT, _CLOSED_FOR_SURE)
    except TooDeepError:
        return _without_deep_tags(text)
    return text


def _without_deep_tags(text: str) -> str:
    depth = 0

    def kept(match: re.Match[str]) -> str:
        nonlocal depth
        closes, name = bool(match[1]), match[2].lower()
        if name in _EMPHASIS:
            return ""
        if name in _VOID or name in _CLOSED_FOR_SURE:
            return match[0]
        before = depth
        depth = max(depth - 1, 0) if closes else depth + 1
        return match[0] if max(before, depth) <= FLAT else ""

    return _WHOLE_TAG.sub(kept, text)
