"""The words of the town hall, explained: the page that all explanations of a single word lead to."""

from collections.abc import Iterable

from msgspec import Struct

from referat.site.urls import GLOSSARY
from referat.site.views.head import Head
from referat.site.words import phrase
from referat.vocabulary.glossary import GROUPS, terms_in


class GlossaryWord(Struct, frozen=True, kw_only=True):
    """A word of the list."""

    slug: str
    """Its anchor, and the name of its explanation among the site's words."""
    word: str
    """As the minutes write it."""


def words_in(texts: Iterable[str]) -> tuple[GlossaryWord, ...]:
    """The words of the list that stand in a page's texts, for the page to explain in place."""
    return tuple(_WORDS[slug] for slug in terms_in(texts))


class GlossaryGroup(Struct, frozen=True, kw_only=True):
    """Words that belong together."""

    name: str
    words: tuple[GlossaryWord, ...]


_WORDS = {term.slug: GlossaryWord(slug=term.slug, word=term.word) for group in GROUPS for term in group.terms}


class GlossaryView(Struct, frozen=True, kw_only=True):
    """What ``glossary.html`` shows."""

    head: Head
    groups: tuple[GlossaryGroup, ...]


def glossary_view() -> GlossaryView:
    """The page of words, the same for all sites."""
    return GlossaryView(
        head=Head(
            title=phrase("glossary_page.title"),
            url=GLOSSARY,
            here=phrase("glossary_page.title"),
            description=phrase("glossary_page.description"),
        ),
        groups=tuple(
            GlossaryGroup(
                name=group.name,
                words=tuple(_WORDS[term.slug] for term in group.terms),
            )
            for group in GROUPS
        ),
    )
