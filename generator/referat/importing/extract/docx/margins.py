"""What stands at the head and foot of a Word document's pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat.importing.extract.docx.package import W, parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from referat.importing.extract.docx.package import Package


def head_lines(package: Package) -> tuple[str, ...]:
    """The lines at the head of pages, each once: a template often names the municipality there and nowhere else."""
    return tuple(dict.fromkeys(_lines(package, re.compile(r"word/header\d*\.xml"))))


def foot_lines(package: Package) -> tuple[str, ...]:
    """The lines at the foot of pages, each once."""
    return tuple(dict.fromkeys(_lines(package, re.compile(r"word/footer\d*\.xml"))))


def _lines(package: Package, names: re.Pattern[str]) -> Iterator[str]:
    for name in sorted(package):
        if names.fullmatch(name):
            for paragraph in parse(package[name]).iter(f"{W}p"):
                text = " ".join("".join(_texts(paragraph)).split())
                if text:
                    yield text


def _texts(paragraph: Element) -> Iterator[str]:
    for node in paragraph.iter():
        if node.tag == f"{W}t":
            yield node.text or ""
        elif node.tag in (f"{W}tab", f"{W}br"):
            yield " "
