"""Search: what can be found, the full-text index of it, and the lookup of case numbers."""
