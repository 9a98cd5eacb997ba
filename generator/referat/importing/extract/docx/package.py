"""The archive that a Word file is: only the parts with text are unpacked, within limits, and none may define entities.

Sizes that the archive states are not trusted: what comes out is counted.
"""

from __future__ import annotations

import io
import re
import zipfile
from posixpath import normpath
from xml.etree import ElementTree as ET
from xml.parsers import expat

MOST_ENTRIES = 2_000
MOST_BYTES = 40_000_000
"""All parts with text together, unpacked."""
MOST_RATIO = 100
"""So many times larger may a part become that is larger than `SMALL`."""
SMALL = 1_000_000
DEEPEST = 120
"""Elements inside each other. A table in a table in a table has thirty."""

DOCUMENT = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's elements."""

Package = dict[str, bytes]
"""Parts with text, by their name in the archive."""

_WITH_TEXT = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/_rels/[\w.-]+\.rels"
    r"|word/(?:document|styles|numbering|footnotes|endnotes|comments|header\d*|footer\d*)\.xml"
)


class PackageError(ValueError):
    """The file is no Word file that can be read."""


class TooLargeError(PackageError):
    """The file unpacks to far more than any minutes."""


def read_package(data: bytes) -> Package:
    """The parts of a Word file that hold text.

    Raises:
        PackageError: the archive is damaged, or a part defines entities or is nested too deep.
        TooLargeError: it has too many parts, or they are too large.
    """
    archive = zipfile.ZipFile(io.BytesIO(data))
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise TooLargeError(f"holds {len(entries)} files in its archive")
    package: Package = {}
    left = MOST_BYTES
    for entry in entries:
        if not _WITH_TEXT.fullmatch(entry.filename) or normpath(entry.filename) != entry.filename:
            continue
        if entry.filename in package:
            raise PackageError("a part of it is there twice")
        package[entry.filename] = _unpacked(archive, entry, left)
        left -= len(package[entry.filename])
    if DOCUMENT not in package:
        raise PackageError("its text is missing")
    for part in package.values():
        _check(part)
    return package


def write_package(package: Package) -> bytes:
    """A Word file of these parts, not packed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in package.items():
            archive.writestr(name, part)
    return file.getvalue()


def parse(part: bytes) -> ET.Element:
    """The elements of a part that `read_package` has let through."""
    return ET.fromstring(part)  # noqa: S314 - no entities are defined: see `_check`


def serialise(root: ET.Element) -> bytes:
    """The part with these elements."""
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    with archive.open(entry) as packed:
        part = packed.read(left + 1)
    if len(part) > left:
        raise TooLargeError(f"unpacks to more than {MOST_BYTES // 1_000_000} MB of text")
    if len(part) > max(SMALL, MOST_RATIO * max(entry.compress_size, 1)):
        raise TooLargeError("is packed tighter than any text")
    return part


def _check(part: bytes) -> None:
    """Refuse definitions of entities, which Word never writes, and depth that no reader gets through."""
    depth = 0

    def begin(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise PackageError("its elements are nested too deep")

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def define(*_declared: object) -> None:
        raise PackageError("it defines entities, as Word never does")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.StartDoctypeDeclHandler = begin, end, define
    parser.Parse(part, True)
