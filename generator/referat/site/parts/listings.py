"""What lies in the output of each part, looked at by all cores at once: a site has a hundred thousand files, and to ask
the system about each is most of what a build without changes does.
"""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from referat.copies import shared_out
from referat.site.parts.territory import files_below, listing_of

WORTH = 20
"""Parts from which on it is shared out."""


def listings_of(
    output: Path, territories: Mapping[str, Sequence[str]], jobs: int, foreign: Collection[str] = ()
) -> dict[str, bytes]:
    """The digest of the files of each part, by its name.

    Args:
        output: The output folder.
        territories: The folders of each part.
        jobs: How many processes may look.
        foreign: Files that are no municipality's, though they may lie in its folders.
    """
    names = list(territories)
    shares = jobs if len(names) >= WORTH else 1

    def listing(name: str) -> bytes:
        return listing_of([file for file in files_below(output, territories[name]) if file.path not in foreign])

    def look(number: int) -> dict[str, bytes]:
        return {name: listing(name) for name in names[number::shares]}

    return {name: found for share in shared_out(look, shares, dict[str, bytes]) for name, found in share.items()}
