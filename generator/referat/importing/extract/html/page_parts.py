"""Elements of a page that are no minutes: menus, heads and feet, forms, code. Each by a rule with a name.

An element is judged by what it is called and then by what it holds: where it could hold minutes, it stays.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat.vocabulary.casenumber import label_match
from referat.vocabulary.decisions import decision_head
from referat.vocabulary.meeting_fields import LABEL, needs_colon
from referat.vocabulary.web_noise import CONSENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

CODE = "web-code"
FORM = "web-form"
MENU = "web-menu"
FRAME = "web-frame"
TITLE = "web-title"
HIDDEN = "web-hidden"

UNSEEN = frozenset({CODE, HIDDEN})
"""What no reader of a page sees: it is dropped, whatever it holds."""

_TAGS = {
    **dict.fromkeys(("script", "style", "noscript", "template", "svg", "math", "canvas", "object", "iframe"), CODE),
    **dict.fromkeys(("select", "textarea", "datalist"), FORM),
    **dict.fromkeys(("nav", "menu"), MENU),
    **dict.fromkeys(("header", "footer"), FRAME),
}
_ROLES = {
    **dict.fromkeys(("navigation", "menu", "menubar", "search"), MENU),
    **dict.fromkeys(("banner", "contentinfo"), FRAME),
}
_NAMES = {
    **dict.fromkeys(("cookie", "cookies", "cookiebanner", "cookieconsent", "consent"), CONSENT),
    **dict.fromkeys(("nav", "navbar", "navigation", "menu", "mainmenu", "topmenu", "submenu", "sidemenu"), MENU),
    **dict.fromkeys(("breadcrumb", "breadcrumbs", "skiplink", "skiplinks", "pagination", "social", "share"), MENU),
    **dict.fromkeys(("footer", "sitefooter", "pagefooter", "siteheader", "pageheader", "topbar"), FRAME),
}
_NEVER = frozenset(
    {"html", "body", "main", "article", "form", "table", "tbody", "tr", "td", "li", "h1", "h2", "h3", "h4"}
)
_WORD = re.compile(r"[a-z0-9]+")
_MOST_OF_PAGE = 0.5
_SENTENCE_WORDS = 8


def rule_of(node: LexborNode) -> str | None:
    """The rule by which an element is no minutes, going by its name and its attributes alone."""
    tag = (node.tag or "").lower()
    if tag in ("header", "footer") and _is_within_text(node):
        return None
    if tag in _TAGS:
        return _TAGS[tag]
    if tag in _NEVER:
        return None
    attributes = node.attributes
    role = _ROLES.get((attributes.get("role") or "").lower())
    if role:
        return role
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
    return next((_NAMES[word] for word in _WORD.findall(named) if word in _NAMES), None)


def may_hold_minutes(rule: str, texts: Sequence[str], page_length: int) -> bool:
    """Whether what stands in an element could be minutes after all, whatever the element is called."""
    if rule in UNSEEN:
        return False
    if rule != CONSENT and sum(map(len, texts)) > page_length * _MOST_OF_PAGE:
        return True
    return any(_is_minutes(text, rule) for text in texts)


def _is_minutes(text: str, rule: str) -> bool:
    plain = text.strip("#*- \t")
    head, label = decision_head(plain), LABEL.match(plain)
    return (
        (head is not None and head.date is not None)
        or label_match(plain) is not None
        or (label is not None and (label["colon"] is not None or not needs_colon(label["label"])))
        or (rule != CONSENT and plain.endswith(".") and len(plain.split()) >= _SENTENCE_WORDS)
    )


def _is_within_text(node: LexborNode) -> bool:
    """Whether a head or foot is that of an article, or holds the page's own title: then it tells of the meeting."""
    if node.css_first("h1") is not None:
        return True
    above = node.parent
    while above is not None:
        if above.tag in ("main", "article", "section"):
            return True
        above = above.parent
    return False
