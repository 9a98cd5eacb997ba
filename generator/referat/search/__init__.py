"""Search: what can be found, the full-text index of it, and the lookup of case numbers."""

from referat.search.index import SEARCH_FAILED, index_site, remove_stale
from referat.search.lookup import lookup_files

__all__ = ["SEARCH_FAILED", "index_site", "lookup_files", "remove_stale"]
