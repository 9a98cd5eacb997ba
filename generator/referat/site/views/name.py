"""A municipality by its name and its address."""

from msgspec import Struct

from referat.site.nodes import MunicipalityNode


class Name(Struct, frozen=True, kw_only=True):
    """A municipality by its name and its address."""

    name: str
    slug: str
    """Its name in addresses, and of its search index's folder."""
    url: str


def name_of(node: MunicipalityNode) -> Name:
    """The name of a municipality."""
    return Name(name=node.name, slug=node.slug, url=node.url)
