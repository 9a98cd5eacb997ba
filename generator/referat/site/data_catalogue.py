"""The catalogue of the open data tells sizes and hashes, so it is made when all data files are."""

import hashlib
from collections.abc import Callable, Collection, Iterator

from referat.exports.catalogue import DataFile
from referat.site.page import output_path
from referat.site.plan_exports import ENDINGS
from referat.site.urls import DATA
from referat.site.views.tables import TABLES


def data_files(slug: str, made: Collection[str], read: Callable[[str], bytes]) -> Iterator[DataFile]:
    """A municipality's files of data, for the catalogue to tell of.

    Args:
        slug: The municipality's.
        made: The addresses of all that could be made.
        read: Gives what a file of the output will hold.
    """
    for name in TABLES:
        for ending in ENDINGS:
            url = f"{DATA}{slug}/{name}.{ending}"
            if url in made:
                content = read(output_path(url))
                yield DataFile(url=url, size=len(content), sha256=hashlib.sha256(content).hexdigest())
