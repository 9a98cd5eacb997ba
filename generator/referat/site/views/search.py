"""The search page: the shell that the search script fills, and the ways without it."""

from collections.abc import Iterable

from msgspec import Struct

from referat.site.urls import cases_url
from referat.site.views.head import Head
from referat.site.views.name import Name
from referat.site.words import phrase
from referat.vocabulary.outcomes import Outcome, label


class SearchPlace(Struct, frozen=True, kw_only=True):
    """A municipality that can be searched."""

    name: str
    slug: str
    """The name of its search index's folder."""
    url: str
    cases_url: str


class SearchOutcome(Struct, frozen=True, kw_only=True):
    """An outcome that can be searched for."""

    name: str
    """What the search index calls it, in every language."""
    outcome: Outcome


class SearchView(Struct, frozen=True, kw_only=True):
    """What ``search.html`` shows."""

    head: Head
    places: tuple[SearchPlace, ...]
    outcomes: tuple[SearchOutcome, ...]


def search_view(municipalities: Iterable[Name]) -> SearchView:
    """The search page of a site with these municipalities."""
    return SearchView(
        head=Head(
            title=phrase("search.title"),
            url="/soeg/",
            here=phrase("search.title"),
            description=phrase("search.description"),
        ),
        outcomes=tuple(
            SearchOutcome(name=label(outcome), outcome=outcome) for outcome in Outcome if outcome is not Outcome.NONE
        ),
        places=tuple(
            SearchPlace(name=node.name, slug=node.slug, url=node.url, cases_url=cases_url(node.name))
            for node in municipalities
        ),
    )
