"""The files that belong to no municipality and are no pages: assets, headers, the lookup of case numbers."""

from collections.abc import Iterator, Sequence

from referat.exports.catalogue import Dataset, catalogue
from referat.search.lookup import lookup_files
from referat.site import headers, output, urls
from referat.site.page import output_path
from referat.site.parts.facts import Facts
from referat.site.parts.workshop import Workshop
from referat.site.security import PATHS, security_text


def further_files(workshop: Workshop, municipalities: Sequence[Facts]) -> Iterator[tuple[str, bytes]]:
    """All files of the part that are no pages, by their paths in the output."""
    yield from fixed_files(workshop)
    yield from looked_up(municipalities)
    if workshop.common.settings.base_url:
        yield catalogue_file(workshop, tuple(one.dataset for one in municipalities))


def fixed_files(workshop: Workshop) -> Iterator[tuple[str, bytes]]:
    """Those that no record has a part in."""
    settings, folder = workshop.common.settings, workshop.place.folder
    yield output.MARKER, output.MARKER_TEXT
    yield "_headers", headers.headers_file(folder).encode()
    if text := security_text(settings):
        yield from ((path, text.encode()) for path in PATHS)
    if workshop.prefixes:
        yield "_redirects", headers.redirects_file(folder, workshop.prefixes).encode()
    for asset in workshop.assets.values():
        yield output_path(asset.url), asset.content


def looked_up(municipalities: Sequence[Facts]) -> Iterator[tuple[str, bytes]]:
    """The lookup of case numbers."""
    return lookup_files((case.keys, case.line) for one in municipalities for case in one.cases)


def catalogue_file(workshop: Workshop, datasets: tuple[Dataset, ...]) -> tuple[str, bytes]:
    """The catalogue of the open data."""
    return output_path(urls.CATALOGUE), catalogue(datasets, urls.CATALOGUE, workshop.common.settings).encode()
