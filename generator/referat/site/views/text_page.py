"""A page of the site's own text: ``content/pages/om.md`` is ``/om/``, and ``om.en.md`` the same in English."""

from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

from referat.settings import Settings
from referat.site.mentions import LinkedText
from referat.site.views.head import Head, Link
from referat.site.words import Said, Versions, phrase

ABOUT = "om"
"""The name of the page about the site. Every site has it: the foot of every page leads there."""


class TextPage(Struct, frozen=True, kw_only=True):
    """A page of the site's own text, as ``content/pages/`` holds it."""

    slug: str
    """The name of its file and its address: ``om`` is ``/om/``."""
    title: str
    text: str
    path: str
    """Relative to the site's folder."""
    language: str | None = None
    """Where the file's name ends with the code of a language. None: it is in the site's first language."""

    @property
    def url(self) -> str:
        """Rooted at the site."""
        return f"/{self.slug}/"


class TextVersion(Struct, frozen=True, kw_only=True):
    """A page's text in one language."""

    language: str
    title: Said
    text: LinkedText
    """Its own links are all the links it gets."""


class TextPageView(Struct, frozen=True, kw_only=True):
    """What ``page.html`` shows."""

    head: Head
    versions: tuple[TextVersion, ...]
    """The first is shown where a language has none of its own."""
    others: tuple[Link, ...] = ()
    """The site's other pages of text. The page about the site lists them, so that every one can be reached."""


def text_page_views(pages: Sequence[TextPage], settings: Settings) -> tuple[tuple[TextPageView, str], ...]:
    """The site's pages of text, each with the file to name in its problems. There is always one about the site."""
    languages = settings.languages
    known = [page for page in pages if page.language is None or page.language in languages]
    ordered = sorted(known, key=lambda page: (page.slug, page.language is not None and languages.index(page.language)))
    by_slug = {slug: tuple(versions) for slug, versions in groupby(ordered, key=lambda page: page.slug)}
    links = {slug: Link(_title(versions, settings), versions[0].url) for slug, versions in by_slug.items()}
    views = [(_view(versions, links, settings), versions[0].path) for versions in by_slug.values()]
    return tuple(views) if ABOUT in by_slug else (*views, (_about_without_text(links, settings), "site.toml"))


def _title(versions: Sequence[TextPage], settings: Settings) -> Said:
    return Versions(tuple((page.language or settings.languages[0], page.title) for page in versions))


def _others(slug: str, links: dict[str, Link]) -> tuple[Link, ...]:
    return tuple(link for other, link in links.items() if other != slug) if slug == ABOUT else ()


def _view(versions: Sequence[TextPage], links: dict[str, Link], settings: Settings) -> TextPageView:
    page, title = versions[0], _title(versions, settings)
    return TextPageView(
        head=Head(title=title, url=page.url, here=title),
        versions=tuple(
            TextVersion(language=one.language or settings.languages[0], title=one.title, text=LinkedText(one.text))
            for one in versions
        ),
        others=_others(page.slug, links),
    )


def _about_without_text(links: dict[str, Link], settings: Settings) -> TextPageView:
    """The page about a site that has none of its own: what its settings say."""
    title = phrase("frame.about", site=settings.name)
    own = {code: texts.about for code, texts in settings.translations.items() if texts.about}
    texts = {settings.languages[0]: settings.about or "", **own}
    return TextPageView(
        head=Head(title=title, url=f"/{ABOUT}/", here=title),
        versions=tuple(TextVersion(language=code, title=title, text=LinkedText(text)) for code, text in texts.items()),
        others=_others(ABOUT, links),
    )
