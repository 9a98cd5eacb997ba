"""The styles of a Word document, without what they look like: only names and numbering tell what a paragraph is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referat.importing.extract.docx.package import W, parse, serialise

if TYPE_CHECKING:
    from referat.importing.extract.docx.package import Package

STYLES = "word/styles.xml"
_TOLD = {f"{W}{tag}" for tag in ("name", "basedOn", "pPr")}


def slim_styles(package: Package) -> None:
    """Leave fonts and colours out: templates have thousands of them, and each costs time to read."""
    if STYLES not in package:
        return
    root = parse(package[STYLES])
    for style in list(root):
        if style.tag != f"{W}style":
            root.remove(style)
        for part in list(style):
            if part.tag not in _TOLD:
                style.remove(part)
    package[STYLES] = serialise(root)
