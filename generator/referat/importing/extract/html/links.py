"""Addresses in a page: which are kept beside their text, and where the page itself was published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

LONGEST = 2_000

_FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|zip|msg|txt|csv|jpe?g|png|tiff?)$"
    r"|download|attachment|vedhaeft|/(?:bilag|fil|files?|docs?|dokument\w*|documents?|pdf)/|getfile|showfile|visfil",
    re.IGNORECASE,
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->", re.IGNORECASE)
_SAFE = "/:?&=#%;,@!$'*+~-._[]"


def address(href: str, base: str | None) -> str | None:
    """The whole address of a link, written so that it can stand in a record; None where it leads nowhere certain."""
    if len(href) > LONGEST or not href.strip() or href.strip().startswith("#"):
        return None
    try:
        whole = urljoin(base or "", re.sub(r"[\t\r\n]", "", href.strip()))
        parts = urlsplit(whole)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        return None
    return quote(whole, safe=_SAFE)


def is_file(url: str) -> bool:
    """Whether the address is that of a document: an attachment, not another page."""
    parts = urlsplit(url)
    return _FILE.search(f"{parts.path}") is not None or _FILE.search(parts.query) is not None


def page_address(text: str, page: LexborHTMLParser) -> str | None:
    """Where the page was published, as the browser that saved it, or the page itself, says."""
    saved = _SAVED_FROM.search(text[:2_000])
    named = [saved[1]] if saved else []
    for selector, attribute in (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content")):
        node = page.css_first(selector)
        named += [node.attributes.get(attribute) or ""] if node is not None else []
    return next((url for name in named if (url := address(name, None))), None)
