"""Search: what can be found, the full-text index of it, and the lookup of case numbers."""

from referat.search.index import RECORD_HELD_BACK, SEARCH_FAILED, index_site, remove_stale
from referat.search.lookup import lookup_files

__all__ = ["RECORD_HELD_BACK", "SEARCH_FAILED", "index_site", "lookup_files", "remove_stale"]
