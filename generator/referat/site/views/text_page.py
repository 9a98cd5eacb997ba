"""A page of the site's own text: ``content/pages/om.md`` is ``/om/``."""

from msgspec import Struct

from referat.site.mentions import LinkedText
from referat.site.views.head import Head


class TextPageView(Struct, frozen=True, kw_only=True):
    """What ``page.html`` shows."""

    head: Head
    title: str
    text: LinkedText


def text_page_view(url: str, title: str, text: str) -> TextPageView:
    """A page of text. Its own links are all the links it gets."""
    return TextPageView(head=Head(title=title, url=url, here=title), title=title, text=LinkedText(text))
