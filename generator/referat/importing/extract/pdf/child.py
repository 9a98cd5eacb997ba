"""The child process that opens a PDF: bytes in, JSON out. Whatever a hostile file does, it does it here.

Run as ``python -m referat.importing.extract.pdf.child``. It sets its own limits before it opens the file.
"""

from __future__ import annotations

import sys
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import msgspec
import pypdfium2

from referat.importing.extract.pdf import limits
from referat.importing.extract.pdf.content import Answer, Refusal
from referat.importing.extract.pdf.document_text import write_text
from referat.importing.extract.pdf.glyphs import TooMuchError
from referat.importing.extract.pdf.page import Page, read_page

if TYPE_CHECKING:
    from collections.abc import Iterator

FEWEST_CHARACTERS = 20
"""A file with fewer on all its pages together has no text layer: a scan may have a stamp on it."""
_ENCRYPTED = ("password", "security")


def answer(data: bytes) -> Answer:
    """What there is to read in the file, or why there is nothing."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        encrypted = any(word in str(error).casefold() for word in _ENCRYPTED)
        return Answer(refusal=Refusal.ENCRYPTED if encrypted else Refusal.BROKEN)
    with closing(pdf):
        if len(pdf) > limits.MOST_PAGES:
            return Answer(refusal=Refusal.TOO_LONG)
        try:
            pages = tuple(_pages(pdf))
        except (TooMuchError, RecursionError, MemoryError):
            return Answer(refusal=Refusal.TOO_LONG)
        except pypdfium2.PdfiumError:
            return Answer(refusal=Refusal.BROKEN)
    return _answer(pages)


def _pages(pdf: pypdfium2.PdfDocument) -> Iterator[Page]:
    characters = 0
    for index in range(len(pdf)):
        with closing(pdf[index]) as page:
            found = read_page(page, index + 1)
        characters += found.characters
        if characters > limits.MOST_CHARACTERS:
            raise TooMuchError
        yield found


def _answer(pages: tuple[Page, ...]) -> Answer:
    if sum(page.characters for page in pages) < FEWEST_CHARACTERS:
        return Answer(refusal=Refusal.SCANNED if pages else Refusal.BROKEN)
    return Answer(content=write_text(pages))


def _set_limits(size: int) -> None:
    """Limits as the system knows them. Windows knows none of these: there only the parent's clock stops a file."""
    if sys.platform == "win32":
        return
    import resource

    wanted = (
        (resource.RLIMIT_AS, limits.MEMORY_BYTES),
        (resource.RLIMIT_CPU, limits.processor_seconds(size)),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, most in wanted:
        with suppress(ValueError, OSError):  # macOS refuses a limit of address space
            resource.setrlimit(kind, (most, most))


def main() -> None:
    """Answer on standard output for the file on standard input."""
    data = sys.stdin.buffer.read(limits.MOST_BYTES + 1)
    _set_limits(len(data))
    sys.stdout.buffer.write(msgspec.json.encode(answer(data)))


if __name__ == "__main__":
    main()
