"""A page of the site is inert: nothing in it runs but the theme's own scripts, and it fetches only from its own site.

The Content-Security-Policy tells browsers the same. This finds out before anybody is shown a page that would be broken
by it, or that would be open where a host sends no headers.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from types import MappingProxyType

from referat.problems import Problem

_RUNS = "style|srcdoc|ping|background"
"""Attributes that run or fetch something, and that no page needs. So do those that begin with ``on``."""
_FETCHES = "src|poster|action|formaction|xlink:href"
"""Attributes with an address that must be on this site."""
_RUNNING = re.compile(rf"{_RUNS}|on[a-z]+")
_FETCHES_APART = tuple(_FETCHES.split("|"))
_OWN = r"""(?:["']["']|["']?+(?:/(?![/\\&\x00-\x20])|[#?]))"""
"""How an address begins that is surely on this site."""
_LINKED = rf"""(?:{_OWN}|["']?+(?:https?:|mailto:))"""
_SINGULAR = "script|style|link|base|iframe|frame|frameset|object|embed|applet|portal|fencedframe"
# Text in a page has no bare <, so that each of these begins a tag. Most tags have nothing to look at.
_SINGULAR_TAG = re.compile(rf"<(?:{_SINGULAR})\b[^<>]*>", re.IGNORECASE)
_SUSPECT_TAG = re.compile(
    rf"<(?:{_SINGULAR}|meta)\b[^<>]*>"
    rf"|<[a-z][^<>]*?[\s\"'/](?:(?:on[a-z]+|{_RUNS}|srcset|imagesrcset)\s*+=|(?:{_FETCHES})\s*+=\s*+(?!{_OWN})"
    rf"|href\s*+=\s*+(?!{_LINKED}))[^<>]*>",
    re.IGNORECASE,
)
_HINTS = tuple(
    map(
        re.compile,
        (
            r"on(?<=[\s\"'/]on)[a-z]+\s*+=",
            rf"src(?:(?:doc|set)\s*+=|\s*+=\s*+(?!{_OWN}))",
            *(rf"{name}\s*+=" for name in ("style", "ping", "background")),
            *(rf"{name}\s*+=\s*+(?!{_OWN})" for name in ("poster", "action", "xlink:href")),
            rf"href\s*+=\s*+(?!{_LINKED})",
            r"http-equiv\s*+=\s*+[\"']?+(?!content-security-policy)",
        ),
    )
)
"""One of these stands in every page with a suspect tag, in small letters, and in hardly any other. To look for them
takes much less time: each begins with letters of its own."""
_BYTES_BEFORE = r"\x00-\x20\x80-\xff"
"""All bytes of white space, in any alphabet, and others."""
_HANDLER_HINT = re.compile(rf"on(?<=[\"'/{_BYTES_BEFORE}]on)[a-z]+=".encode())
# The sign is found soonest, the last letter before it puts most names aside, and only then they are compared.
_NAME_HINT = re.compile(
    (
        rf"=(?:(?<=f=)(?:(?<=xlink:href=)\s*+(?!{_OWN})|(?<=href=)\s*+(?!{_LINKED}))"
        rf"|(?<=[cdegnrtv{_BYTES_BEFORE}]=)"
        rf"(?:(?<=[{_BYTES_BEFORE}]=)|(?<=src=)\s*+(?!{_OWN})|(?<=action=)\s*+(?!{_OWN})|(?<=poster=)\s*+(?!{_OWN})"
        r"|(?<=style=)|(?<=ping=)|(?<=background=)|(?<=srcdoc=)|(?<=srcset=)"
        r"|(?<=http-equiv=)(?![\"']?content-security-policy)))"
    ).encode()
)
"""One of these two stands in every page, as UTF-8 in small letters, that has one of the hints: the same names, of
which the equals sign follows at once; or an equals sign after white space, whatever it belongs to. Two searches in
bytes take a third of the time of ten in text."""
_LEADS = r""" rel="(?:alternate|canonical|search)"(?: (?:href|hreflang|title|type)="[^"<>]*")*>"""
"""The rest of a link by which no browser fetches anything, and that has no attribute but those: each page has some, and
those of two pages differ."""
_SINGULAR_BYTES = re.compile(rf"<(?:link(?!{_LEADS})|{_SINGULAR.replace('link|', '')})\b[^<>]*>".encode())
_ALIKE = "\u017f\u212a"
"""What an expression that ignores case takes for an s and a k, and no browser does."""
_NAME = re.compile(r"<([a-z][a-z0-9-]*)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""(?<=[\s"'/])([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?""")
_NEVER = frozenset(
    {"style", "base", "iframe", "frame", "frameset", "object", "embed", "applet", "portal", "fencedframe"}
)
_FETCHING = frozenset({"stylesheet", "icon", "preload", "prefetch", "modulepreload", "manifest", "preconnect"})
_FETCHING_TOO = frozenset({"dns-prefetch", "prerender", "mask-icon", "apple-touch-icon", "shortcut"})
"""Relations of a ``link`` by which browsers fetch what it leads to, or greet its host."""
_DATA = "application/ld+json"
"""The type of a script that is data and is never run (HTML, 4.12.1)."""
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED = re.compile(r"[\x00-\x20]")
"""What browsers leave out of an address before they look at its scheme (URL Standard, 4.4)."""
_LEADS_ON = frozenset({"http", "https", "mailto", "tel"})
_ELSEWHERE_IN_CSS = re.compile(
    r"(?:url\(\s*[\"']?|@import\s*[\"'])\s*(?:[a-z][a-z0-9+.-]*:|//)[^)\"'\s]*", re.IGNORECASE
)
_SHOWN = 80


def active_content(html: str) -> str | None:
    """The first tag of a page that would run something or fetch from elsewhere, cut to what is worth showing."""
    return next((tag[:_SHOWN] for tag in _suspects(html) if _is_active(tag)), None)


def _suspects(html: str) -> Iterator[str]:
    """The tags of a page that are worth a look. No other is active."""
    written = html.encode(errors="surrogatepass")
    small = written.lower()  # of ASCII letters alone, so that every byte keeps its place
    if any(sign in html for sign in _ALIKE) or _HANDLER_HINT.search(small) or _NAME_HINT.search(small):
        yield from _suspects_by_text(html)
        return
    for match in _SINGULAR_BYTES.finditer(small):
        tag = _singular_tag(written[match.start() : match.end()])
        if tag is not None:
            yield tag


@lru_cache
def _singular_tag(written: bytes) -> str | None:
    tag = written.decode(errors="surrogatepass")
    return tag if _SINGULAR_TAG.fullmatch(tag) else None


def _suspects_by_text(html: str) -> Iterator[str]:
    small = html.lower()
    hinted = any(sign in html for sign in _ALIKE) or any(hint.search(small) for hint in _HINTS)
    yield from (match[0] for match in (_SUSPECT_TAG if hinted else _SINGULAR_TAG).finditer(html))


def foreign_fetch(css: str) -> str | None:
    """The first address in a style sheet that is not on this site."""
    match = _ELSEWHERE_IN_CSS.search(css)
    return None if match is None else match[0][:_SHOWN]


def is_own(address: str) -> bool:
    """Whether the address is on this site: it has neither a scheme nor a host."""
    bare = _IGNORED.sub("", unescape(address)).replace("\\", "/")
    return not bare.startswith("//") and _SCHEME.match(bare) is None


def page_problem(html: str, template: str) -> Problem | None:
    """What keeps the page from being published, if there is something."""
    found = active_content(html)
    if found is None:
        return None
    return Problem(
        code="page_not_inert",
        message=f"The page would run something, or fetch it from elsewhere: {found}",
        path=template,
        advice="Put scripts, styles and pictures into the theme's folders js/, css/ and images/.",
    )


def asset_problem(name: str, content: bytes) -> Problem | None:
    """What is wrong with a file of the theme, if it would fetch from elsewhere."""
    text = content.decode(errors="replace")
    found = foreign_fetch(text) if name.endswith(".css") else active_content(text) if name.endswith(".svg") else None
    if found is None:
        return None
    return Problem(
        code="asset_not_inert",
        message=f"{name} would run something, or fetch it from elsewhere, and browsers will not let it: {found}",
        path=name,
        advice="Put what it fetches into the theme's own folders.",
    )


@lru_cache
def _is_active(tag: str) -> bool:
    matched = _NAME.match(tag)
    name = matched[1].lower() if matched else ""
    given = _ATTRIBUTE.findall(tag, len(name) + 1)
    attributes = {key.lower(): unescape(value.strip("\"'")) for key, value in reversed(given)}
    if name in _NEVER or any(map(_RUNNING.fullmatch, attributes)):
        return True
    if any(not is_own(attributes[key]) for key in _FETCHES_APART if key in attributes):
        return True
    if any(not is_own(part) for key in ("srcset", "imagesrcset") for part in attributes.get(key, "").split(",")):
        return True
    return _TAGS.get(name, _leads_to_no_page)(attributes)


def _script(attributes: Mapping[str, str]) -> bool:
    return "src" not in attributes and attributes.get("type") != _DATA


def _link(attributes: Mapping[str, str]) -> bool:
    fetches = {*attributes.get("rel", "").lower().split()} & (_FETCHING | _FETCHING_TOO)
    return bool(fetches) and not is_own(attributes.get("href", ""))


def _meta(attributes: Mapping[str, str]) -> bool:
    refreshes = attributes.get("http-equiv", "").lower() == "refresh"
    return refreshes and not is_own(attributes.get("content", "").partition("=")[2])


def _leads_to_no_page(attributes: Mapping[str, str]) -> bool:
    scheme = _SCHEME.match(_IGNORED.sub("", attributes.get("href", "")))
    return scheme is not None and scheme[1].lower() not in _LEADS_ON


_TAGS: Mapping[str, Callable[[Mapping[str, str]], bool]] = MappingProxyType(
    {"script": _script, "link": _link, "meta": _meta}
)
