"""The texts of an item with the ids that their passages have on its meeting's page."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from referat.passages import Passage, item_passages, texts_of
from referat.site.mentions import LinkedText
from referat.site.nodes import ItemNode
from referat.site.views.head import Linker


def anchored_texts(node: ItemNode, link: Linker) -> tuple[LinkedText, ...]:
    """The texts of the item in the order of the record: what stands before its parts, then each part's."""
    prefix = f"{node.anchor}-"
    return tuple(
        replace(link(text), anchors=tuple(_anchors(text, prefix, found))) if found else link(text)
        for text, found in zip(texts_of(node.item), item_passages(node.item), strict=True)
    )


def _anchors(text: str, prefix: str, found: Sequence[Passage]) -> Iterator[tuple[int, str]]:
    line = position = 0
    for passage in found:
        line += text.count("\n", position, passage.start)
        position = passage.start
        yield line, prefix + passage.id
