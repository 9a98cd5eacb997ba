"""Following municipalities on their own portals: what is published there becomes records, politely and for years."""
