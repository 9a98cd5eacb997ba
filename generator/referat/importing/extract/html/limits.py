"""Pages that are made to choke a parser are refused before they are parsed.

The parser of HTML5 looks back over all open elements at each new one, and opens again at each block what marks of
emphasis were left open: both take time in proportion to the square of what is open. Real pages have few dozen.
"""

import re

DEEPEST = 400
"""So many elements may be open inside each other. Deep pages of real systems have about eighty."""
MOST_REOPENED = 1_000_000
"""So many marks of emphasis may be opened again, all blocks together."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})(?=[\s/>])")
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
_CLOSED_BY_OTHERS = {
    *("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rp", "rt"),
    *("html", "head", "body"),
}
_EMPHASIS = {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}


class TooDeepError(ValueError):
    """The elements of a page are nested deeper than any page's."""


def check_nesting(text: str) -> None:
    """Refuse what the parser would take very long over.

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
            if name not in _CLOSED_BY_OTHERS:
                depth = max(depth + (-1 if match[1] else 1), 0)
        if depth + emphasis > DEEPEST or reopened > MOST_REOPENED:
            raise TooDeepError("its elements are nested too deep")
