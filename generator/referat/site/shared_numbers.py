"""Case numbers that several municipalities use: who shares one, and the address of the page that tells them apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from referat.site import urls
from referat.site.cases import CaseFile
from referat.site.nodes import CaseNode, MunicipalityNode, SharedNumber, Sharing
from referat.vocabulary.collation import danish_key
from referat.vocabulary.slugs import slugify


def find_sharing(municipalities: Iterable[Mapping[str, CaseFile]]) -> dict[str, Sharing]:
    """The numbers that several municipalities use, by their canonical form.

    Args:
        municipalities: The cases of each, by canonical number.
    """
    files: dict[str, list[CaseFile]] = defaultdict(list)
    for cases in municipalities:
        for canonical, case in cases.items():
            files[canonical].append(case)
    sharing: dict[str, Sharing] = {}
    taken: set[str] = set()
    for canonical in sorted(canonical for canonical, cases in files.items() if len(cases) > 1):
        number = files[canonical][0].number
        slug = number.slug if number.slug not in taken else f"{number.slug}-{slugify(number.scheme)}"
        taken.add(slug)
        refs = sorted((case.ref for case in files[canonical]), key=lambda ref: danish_key(ref.municipality))
        sharing[canonical] = Sharing(urls.shared_number_url(slug), tuple(refs))
    return sharing


def shared_numbers(
    municipalities: Sequence[MunicipalityNode], sharing: Mapping[str, Sharing]
) -> tuple[SharedNumber, ...]:
    """A node for each shared number, with its cases in the order of the municipalities."""
    cases: dict[str, list[CaseNode]] = defaultdict(list)
    for municipality in municipalities:
        for case in municipality.cases:
            if case.number.canonical in sharing:
                cases[case.number.canonical].append(case)
    return tuple(
        SharedNumber(display=cases[canonical][0].display, url=shared.url, cases=tuple(cases[canonical]))
        for canonical, shared in sharing.items()
    )
