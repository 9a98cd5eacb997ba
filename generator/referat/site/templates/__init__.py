"""Templates: which files they are, and how they become code."""
