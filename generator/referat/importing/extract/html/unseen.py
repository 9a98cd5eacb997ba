"""Elements of a page that its reader didn't see: they are taken out before anything is read.

What a button or a link unfolds is no secret: agendas are often saved with their items folded up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from selectolax.lexbor import LexborHTMLParser, LexborNode

_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*\.?0*(?=\s*[;!]|\s*$)"
    r"|font-size\s*:\s*0(?:px|pt|em|rem|%)?(?=\s*[;!]|\s*$)|mso-hide\s*:\s*all)",
    re.IGNORECASE,
)
_ALWAYS_READ = frozenset({"html", "body", "head", "script", "style", "template", "noscript"})
"""The page itself, and what holds no text."""
_UNFOLDS = ("aria-controls", "href", "data-target", "data-bs-target", "data-bs-toggle", "for")
_FOLDED = re.compile(r"collaps|accordion|fold|expand|toggle|tab-?(?:pane|panel|content)|panel", re.IGNORECASE)
_FOLDED_ROLES = frozenset({"tabpanel", "region"})


def take_away_unseen(page: LexborHTMLParser) -> int:
    """Take what is hidden out of the page. How many passages with text that was."""
    hidden = [node for node in page.css("[hidden], [style]") if _is_hidden(node)]
    if not hidden:
        return 0
    unfolded = _unfolded(page)
    gone = {node.mem_id: node for node in hidden if not _is_folded(node, unfolded)}
    outermost = [node for node in gone.values() if not _is_within(node, gone.keys())]
    with_text = sum(any(map(str.isalnum, node.text())) for node in outermost)
    for node in outermost:
        node.decompose()
    return with_text


def _is_hidden(node: LexborNode) -> bool:
    if node.tag in _ALWAYS_READ:
        return False
    attributes = node.attributes
    if "hidden" in attributes and (attributes["hidden"] or "").lower() != "until-found":
        return True
    return _STYLE.search(attributes.get("style") or "") is not None


def _unfolded(page: LexborHTMLParser) -> frozenset[str]:
    """The ids of what something on the page unfolds."""
    selector = ", ".join(f"[{name}]" for name in _UNFOLDS)
    named = (node.attributes.get(name) or "" for node in page.css(selector) for name in _UNFOLDS)
    return frozenset(word.removeprefix("#") for names in named for word in names.split())


def _is_folded(node: LexborNode, unfolded: frozenset[str]) -> bool:
    attributes = node.attributes
    if (attributes.get("id") or " ") in unfolded or (attributes.get("role") or "").lower() in _FOLDED_ROLES:
        return True
    return _FOLDED.search(attributes.get("class") or "") is not None


def _is_within(node: LexborNode, gone: Collection[int]) -> bool:
    above = node.parent
    while above is not None:
        if above.mem_id in gone:
            return True
        above = above.parent
    return False
