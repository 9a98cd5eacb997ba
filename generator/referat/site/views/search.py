"""The search page: the shell that the search script fills, and the ways without it."""

from msgspec import Struct

from referat.site.nodes import Corpus
from referat.site.urls import cases_url
from referat.site.views.head import Head


class SearchPlace(Struct, frozen=True, kw_only=True):
    """A municipality that can be searched."""

    name: str
    slug: str
    """The name of its search index's folder."""
    url: str
    cases_url: str


class SearchView(Struct, frozen=True, kw_only=True):
    """What ``search.html`` shows."""

    head: Head
    places: tuple[SearchPlace, ...]


def search_view(corpus: Corpus) -> SearchView:
    """The search page."""
    return SearchView(
        head=Head(title="Søg", url="/soeg/", here="Søg", description="Søg i referater, sager og beslutninger."),
        places=tuple(
            SearchPlace(name=node.name, slug=node.slug, url=node.url, cases_url=cases_url(node.name))
            for node in corpus.municipalities
        ),
    )
