"""The site in one of its languages: the same pages at addresses of their own, in the language's words.

A view is made once and holds no word of the site's, so that a further language costs only the rendering.
"""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict, replace

from referat.settings import Settings
from referat.site import urls
from referat.site.page import PageSpec
from referat.site.words import Language, read_language


class Sibling(Struct, frozen=True, kw_only=True):
    """One of the site's editions, as every page of the site knows it."""

    language: str
    """The code: ``en``."""
    name: str
    """What the language calls itself: ``English``."""
    prefix: str
    """Before the addresses of its pages: empty for the site's first language, ``/en`` for a further one."""


class PageEdition(Struct, frozen=True, kw_only=True):
    """A page in one of the site's languages, as a template can link to it."""

    language: str
    name: str
    url: str
    """Rooted at the site."""
    address: str | None
    """The whole address. None where it is not known where the site is published."""
    here: bool
    """It is the page itself."""


class Edition(Struct, frozen=True, kw_only=True):
    """The site in one language."""

    language: Language
    prefix: str
    siblings: tuple[Sibling, ...]
    """All editions, this one too, in the order of the settings."""

    def makes(self, page: PageSpec) -> bool:
        """Whether the edition has the page. What machines read is only in the first."""
        return not self.prefix or page.is_read

    def url_of(self, page: PageSpec) -> str:
        """The page's address in this edition."""
        return urls.in_language(page.url, self.prefix)

    def place(self, url: str) -> str:
        """An address as this edition's pages link to it: a link does not change the reader's language."""
        return urls.in_language(url, self.prefix)

    def settings_of(self, settings: Settings) -> Settings:
        """The site's own texts in this language, as far as the publisher wrote them."""
        own = settings.translations.get(self.language.code)
        return (
            settings if own is None else replace(settings, **{key: text for key, text in asdict(own).items() if text})
        )


def read_editions(theme_dirs: Sequence[Path], codes: Sequence[str], root: Path) -> tuple[Edition, ...]:
    """The editions of a site in the languages with these codes, the first at the top of the site.

    Raises:
        ProblemError: a language has no words, or not all of them.
    """
    languages = [read_language(theme_dirs, code, root) for code in codes]
    prefixes = ["" if place == 0 else f"/{language.code}" for place, language in enumerate(languages)]
    siblings = tuple(
        Sibling(language=language.code, name=str(language.say("language.name")), prefix=prefix)
        for language, prefix in zip(languages, prefixes, strict=True)
    )
    return tuple(
        Edition(language=language, prefix=sibling.prefix, siblings=siblings)
        for language, sibling in zip(languages, siblings, strict=True)
    )
