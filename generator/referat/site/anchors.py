"""The ids of a meeting's items on its page: they are part of the site's addresses and do not change."""

from collections.abc import Sequence
from itertools import chain, count

from referat.model import AgendaItem
from referat.site import urls

_WITHOUT_NUMBER = "uden-nummer"
ADDENDUM = "tillaeg-"
"""Before the id of an addendum's item whose number the main record has, too, or that has none."""


def anchors_of(items: Sequence[AgendaItem]) -> tuple[str, ...]:
    """The ids of the items of one record, as they are on a page where it is the main record."""
    taken: set[str] = set()
    return tuple(take_anchor(item, taken, addendum=False) for item in items)


def take_anchor(item: AgendaItem, taken: set[str], *, addendum: bool) -> str:
    """The item's id. Those of the main record never depend on an addendum: they are in other people's links.

    Args:
        item: The next item of the page.
        taken: The ids that the page has. The new one is added.
        addendum: Whether the item came with an addendum.
    """
    name = urls.item_anchor(item.number or "")
    base = name or _WITHOUT_NUMBER
    if addendum and (base in taken or not name):
        base = f"{ADDENDUM}{base}"
    plain = [base] if name else []
    further = (f"{base}-{number}" for number in count(2 if name else 1))
    anchor = next(candidate for candidate in chain(plain, further) if candidate not in taken)
    taken.add(anchor)
    return anchor
