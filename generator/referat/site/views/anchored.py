"""The texts of a meeting with the ids that their passages have on its page."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from referat.passages import Passage, passages_of, texts_of
from referat.site.mentions import LinkedText
from referat.site.nodes import ItemNode
from referat.site.views.head import Linker

MEETING = "moedet"
"""What an item's anchor is to its passages, for those of the texts that belong to no item."""


def anchored_texts(node: ItemNode, link: Linker) -> tuple[LinkedText, ...]:
    """The texts of the item in the order of the record: what stands before its parts, then each part's."""
    return anchored(texts_of(node.item), node.anchor, link)


def anchored(texts: Sequence[str], place: str, link: Linker) -> tuple[LinkedText, ...]:
    """Texts that stand together on the page, with the ids of their passages: `place` and the passage's own.

    A passage that several of them have gets a number, so that no id is given twice.
    """
    return tuple(
        replace(link(text), anchors=tuple(_anchors(text, f"{place}-", found))) if found else link(text)
        for text, found in zip(texts, passages_of(texts), strict=True)
    )


def _anchors(text: str, prefix: str, found: Sequence[Passage]) -> Iterator[tuple[int, str]]:
    line = position = 0
    for passage in found:
        line += text.count("\n", position, passage.start)
        position = passage.start
        yield line, prefix + passage.id
