"""Which files a part of the site has, by their paths in the output: planned as far as one asks, and no page made."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from referat.preview.shelf import Planned
from referat.site.page import PageSpec, output_path
from referat.site.pages import AddressBook
from referat.site.parts.workshop import Workshop


class Plan:
    """The pages of a part in all languages.

    Args:
        specs: The part's pages. They are taken until the one that is asked for has come: the first are those that are
            asked for most, and there may be many thousands.
        workshop: Knows the site's languages.
        taken: Addresses that the part cannot have, and the file behind each.
    """

    def __init__(
        self, specs: Iterable[PageSpec], workshop: Workshop, taken: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._coming = _planned(AddressBook(workshop.editions, taken).unique(specs), workshop)
        self._known: dict[str, Planned] = {}

    def page(self, file: str) -> Planned | None:
        """The page of a file. None where there is none."""
        if file not in self._known:
            for page in self._coming:
                path = output_path(page.url)
                self._known[path] = page
                if path == file:
                    break
        return self._known.get(file)

    def files(self) -> frozenset[str]:
        """All files."""
        self._known |= {output_path(page.url): page for page in self._coming}
        return frozenset(self._known)


def _planned(specs: Iterable[PageSpec], workshop: Workshop) -> Iterator[Planned]:
    for spec in specs:
        for place, edition in enumerate(workshop.editions):
            if edition.makes(spec):
                yield Planned(spec, edition.url_of(spec), place)
