"""The one meeting of a document of unknown shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from referat.importing.diagnostics import diagnose
from referat.importing.formats.fallback.boundaries import find_boundaries
from referat.importing.reading.page import read_page

if TYPE_CHECKING:
    from referat.importing.document import Document
    from referat.importing.format import Parsed


def parse(document: Document) -> tuple[Parsed, ...]:
    """Read the document as one meeting."""
    read = read_page(document, find_boundaries)
    message = "No format knows the document's shape: it was read by labels, numbers and headings alone"
    return (replace(read, diagnostics=(diagnose("family_unknown", message, document), *read.diagnostics)),)
