"""Search: what can be found, the full-text index of it, and the lookup of case numbers."""

from referat.search.index import (
    Index,
    index_site,
    index_without_stale,
    made_index,
)
from referat.search.lookup import lookup_files

__all__ = [
    "Index",
    "index_site",
    "index_without_stale",
    "lookup_files",
    "made_index",
]
