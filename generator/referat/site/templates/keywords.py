"""Values that are given by a name, where something is called."""

from collections.abc import Sequence

from jinja2 import nodes


def may_be_told_as(order: Sequence[str], told: Sequence[nodes.Keyword]) -> bool:
    """Whether the values may be worked out in another order: none calls anything, or it is the order that they have."""
    names = [keyword.key for keyword in told]
    in_order = names == [name for name in order if name in names]
    return in_order or not any(isinstance(one.value, nodes.Call) or one.value.find(nodes.Call) for one in told)
