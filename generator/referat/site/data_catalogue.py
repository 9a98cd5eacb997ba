"""The catalogue of the open data tells sizes and hashes, so it is made when all data files are."""

import hashlib
from collections.abc import Callable, Iterable, Iterator

from referat.exports.catalogue import DataFile, Dataset, catalogue
from referat.settings import Settings
from referat.site.coverage import newest_day
from referat.site.nodes import Corpus, MunicipalityNode
from referat.site.page import output_path
from referat.site.plan_exports import ENDINGS
from referat.site.urls import CATALOGUE, DATA
from referat.site.views.tables import TABLES


def catalogue_of(corpus: Corpus, made: Iterable[str], read: Callable[[str], bytes], settings: Settings) -> str:
    """The text of the catalogue of a site that knows its own address.

    Args:
        corpus: The site's minutes.
        made: The addresses of all that could be made.
        read: Gives what a file of the output will hold.
        settings: The site's settings.
    """
    there = frozenset(made)
    datasets = tuple(_dataset(node, there, read) for node in corpus.municipalities if node.bodies)
    return catalogue(datasets, CATALOGUE, settings)


def _dataset(node: MunicipalityNode, there: frozenset[str], read: Callable[[str], bytes]) -> Dataset:
    return Dataset(
        municipality=node.name,
        slug=node.slug,
        first=min(body.meetings[-1].date for body in node.bodies),
        latest=newest_day(node),
        files=tuple(_files(node, there, read)),
    )


def _files(node: MunicipalityNode, there: frozenset[str], read: Callable[[str], bytes]) -> Iterator[DataFile]:
    for name in TABLES:
        for ending in ENDINGS:
            url = f"{DATA}{node.slug}/{name}.{ending}"
            if url in there:
                content = read(output_path(url))
                yield DataFile(url=url, size=len(content), sha256=hashlib.sha256(content).hexdigest())
