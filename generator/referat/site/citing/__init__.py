"""References to items, as programs for literature read them (Zotero, EndNote, LaTeX)."""

from referat.site.citing.bibtex import bibtex
from referat.site.citing.csl import csl_json
from referat.site.citing.reference import Reference

__all__ = ["Reference", "bibtex", "csl_json"]
