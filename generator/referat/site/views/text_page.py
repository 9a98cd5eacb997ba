"""A page of the site's own text: ``content/pages/om.md`` is ``/om/``."""

from collections.abc import Sequence

from msgspec import Struct

from referat.settings import Settings
from referat.site.mentions import LinkedText
from referat.site.views.head import Head, Link
from referat.site.words import Said, phrase

ABOUT = "om"
"""The name of the page about the site. Every site has it: the foot of every page leads there."""


class TextPage(Struct, frozen=True, kw_only=True):
    """A page of the site's own text, as ``content/pages/`` holds it."""

    slug: str
    """The name of its file and its address: ``om`` is ``/om/``."""
    title: Said
    text: str
    path: str
    """Relative to the site's folder."""

    @property
    def url(self) -> str:
        """Rooted at the site."""
        return f"/{self.slug}/"


class TextPageView(Struct, frozen=True, kw_only=True):
    """What ``page.html`` shows."""

    head: Head
    text: LinkedText
    """Its own links are all the links it gets."""
    others: tuple[Link, ...] = ()
    """The site's other pages of text. The page about the site lists them, so that every one can be reached."""


def text_page_view(page: TextPage, pages: Sequence[TextPage]) -> TextPageView:
    """A page of text, one of `pages`."""
    others = tuple(Link(other.title, other.url) for other in pages if other.slug != page.slug)
    return TextPageView(
        head=Head(title=page.title, url=page.url, here=page.title),
        text=LinkedText(page.text),
        others=others if page.slug == ABOUT else (),
    )


def about_without_text(settings: Settings) -> TextPage:
    """The page about a site that has none of its own: what its settings say."""
    return TextPage(
        slug=ABOUT, title=phrase("frame.about", site=settings.name), text=settings.about or "", path="site.toml"
    )
