"""A municipality's records and all that follows from them, each made when it is first asked for."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from referat.site.cases import numbers_of
from referat.site.corpus import Partition, make_partition, municipality_node
from referat.site.nodes import MunicipalityNode, NumberUse, Record, Sharing


class Related:
    """The records of one part, with their relations.

    Args:
        records: Those that may be published.
        sharing: The part's case numbers that others use, too.
    """

    def __init__(self, records: Iterable[Record], sharing: Mapping[str, Sharing]) -> None:
        self._records = tuple(records)
        self.sharing = sharing

    @cached_property
    def partition(self) -> Partition | None:
        """None where nothing can be published."""
        return make_partition(self._records)[0]

    @cached_property
    def numbers(self) -> tuple[NumberUse, ...]:
        """The part's case numbers, in the order they came up."""
        return () if self.partition is None else numbers_of(self.partition.cases.values())

    @cached_property
    def node(self) -> MunicipalityNode | None:
        """The municipality. None where nothing can be published."""
        return None if self.partition is None else municipality_node(self.partition, self.sharing)

    def shared_as(self, sharing: Mapping[str, Sharing]) -> "Related":
        """The same records where others share other numbers."""
        if sharing == self.sharing:
            return self
        other = Related(self._records, sharing)
        other.partition = self.partition
        return other
