"""Case numbers that several municipalities use: who shares one, and the address of the page that tells them apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from referat.site import urls
from referat.site.nodes import NumberUse, Sharing
from referat.vocabulary.collation import danish_key
from referat.vocabulary.slugs import slugify


def find_sharing(municipalities: Iterable[Iterable[NumberUse]]) -> dict[str, Sharing]:
    """The numbers that several municipalities use, by their canonical form.

    Args:
        municipalities: The numbers of each, in the alphabetical order of their addresses.
    """
    uses: dict[str, list[NumberUse]] = defaultdict(list)
    for municipality in municipalities:
        for use in municipality:
            uses[use.number.canonical].append(use)
    sharing: dict[str, Sharing] = {}
    taken: set[str] = set()
    for canonical in sorted(canonical for canonical, found in uses.items() if len(found) > 1):
        number = uses[canonical][0].number
        slug = number.slug if number.slug not in taken else f"{number.slug}-{slugify(number.scheme)}"
        taken.add(slug)
        refs = sorted((use.ref for use in uses[canonical]), key=lambda ref: danish_key(ref.municipality))
        sharing[canonical] = Sharing(urls.shared_number_url(slug), tuple(refs))
    return sharing


def sharing_of(numbers: Iterable[NumberUse], sharing: Mapping[str, Sharing]) -> dict[str, Sharing]:
    """What one municipality needs to know of it."""
    own = (use.number.canonical for use in numbers)
    return {canonical: sharing[canonical] for canonical in own if canonical in sharing}
