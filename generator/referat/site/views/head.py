"""What every view has: the page's name, its address and the way down to it."""

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from referat.site.mentions import LinkedText
from referat.site.words import Said

Linker: TypeAlias = Callable[[str], LinkedText]
"""Finds in a text the cases and treatments that the municipality's site has: ``link_text`` with its index in hand."""


class Link(Struct, frozen=True):
    """A word that leads somewhere. The address is rooted at the site: a template writes it through ``href``."""

    text: Said
    url: str


class Head(Struct, frozen=True, kw_only=True):
    """The view's ``head``: what the frame around every page needs. A template writes its words through ``said``."""

    title: Said
    """Names the page among all pages of the site. The template adds the site's name."""
    url: str
    description: Said = ""
    """A sentence for search engines and previews, plain text."""
    here: Said = ""
    """The page's own place in the breadcrumb. Empty: no breadcrumb (the front page)."""
    crumbs: tuple[Link, ...] = ()
    """The places above this one, the outermost first."""
    feed: str | None = None
    """Where what the page tells can be followed (Atom), on a site that knows its own address."""
    listed: bool = True
    """Whether search engines may list the page, and the sitemap has it."""
