"""What a page links to on its own site, and what can be linked to in it."""

import re
from html import unescape

from msgspec import Struct

# Rendered text has no bare quotes, so that these can only be attributes. A search for letters of their own is soonest:
# what stands before them is looked at where they are found.
_LINK = re.compile(r'="(?:(?<=\shref=")|(?<=\ssrc=")|(?<=\saction="))([^"]*)"')
_ID = re.compile(r'id="(?<=\sid=")([^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


class PageLinks(Struct, frozen=True, array_like=True):
    """What a page links to on this site, and what can be linked to in it."""

    ids: tuple[str, ...]
    """In alphabetical order, doubles included."""
    links: tuple[str, ...]
    """As written, in alphabetical order, without doubles."""


NO_LINKS = PageLinks((), ())
"""Of a file that is no page: what it leads to is told by whole addresses, if at all."""


def find_links(html: str, others: PageLinks = NO_LINKS) -> PageLinks:
    """The ids and the internal links of a page that this program rendered.

    Args:
        html: The page.
        others: What is known to be in it besides, where something was left out.
    """
    written = {*_LINK.findall(html)}
    links = {unescape(address) if "&" in address else address for address in written}
    internal = [address for address in links if address.startswith("#") or not _ELSEWHERE.match(address)]
    ids = [unescape(name) if "&" in name else name for name in _ID.findall(html)]
    return PageLinks(tuple(sorted([*ids, *others.ids])), tuple(sorted({*internal, *others.links})))
