"""Word files: the text a reader of the document sees, read as the web page that mammoth makes of it.

`package` takes the few parts of the file that hold text out of its archive and refuses what is made to choke a reader;
`changes` takes away what a reader does not see and counts it; `numbering` writes out the numbers Word makes.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import mammoth

from referat.importing.diagnostics import diagnose
from referat.importing.extract.docx.changes import Unseen, take_away_unseen
from referat.importing.extract.docx.margins import foot_lines, head_lines
from referat.importing.extract.docx.numbering import write_numbers
from referat.importing.extract.docx.package import PackageError, TooLargeError, read_package, write_package
from referat.importing.extract.docx.styles import slim_styles
from referat.importing.extract.html.page import read_page
from referat.importing.extract.lines import ExtractedLine, refused, to_document
from referat.importing.reading import rules
from referat.problems import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat.importing.document import Document
    from referat.importing.extract.docx.package import Package

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
"""


def extract(data: bytes, path: str) -> tuple[Document, tuple[Problem, ...]]:
    """The document in a Word file, and diagnostics about what of the file is not in it.

    Raises:
        ProblemError: the file is damaged, far too large once unpacked, or holds no text.
    """
    try:
        package = read_package(data)
        unseen = take_away_unseen(package)
        slim_styles(package)
        write_numbers(package)
        lines = _lines(package)
    except TooLargeError as error:
        advice = "Save it once more from Word without pictures and attached files."
        raise ProblemError(refused("file_too_large", f"The Word file {error}", path, advice)) from error
    except (
        Exception
    ) as error:  # Whatever stops a library that reads hostile input: the file is refused, not the import.
        told = str(error) if isinstance(error, PackageError) else "it is damaged"
        advice = "Open it in Word and save it once more as .docx, or save it as PDF."
        message = f"The Word file cannot be read: {told}"
        raise ProblemError(refused("file_unreadable", message, path, advice)) from error
    document, problems = to_document(lines, data, path)
    return document, (*problems, *_diagnostics(document, unseen))


def _lines(package: Package) -> list[ExtractedLine]:
    """The head of the pages once, the text, and their foot as furniture."""
    made = mammoth.convert_to_html(
        io.BytesIO(write_package(package)),
        style_map=_STYLES,
        convert_image=lambda _image: [],
        include_embedded_style_map=False,
        external_file_access=False,
    )
    text = read_page(f"<body>{made.value}</body>").lines
    return [
        *(ExtractedLine(line) for line in head_lines(package)),
        ExtractedLine(""),
        *text,
        *(ExtractedLine(line, rules.RUNNING_HEAD) for line in foot_lines(package)),
    ]


def _diagnostics(document: Document, unseen: Unseen) -> Iterator[Problem]:
    if unseen.hidden:
        message = f"{unseen.hidden} passages that a reader does not see were held back: hidden, covered or white text"
        advice = "Somebody may have meant to take them out: look at the file before it is passed on."
        yield diagnose("hidden_text", message, document, advice=advice)
    if unseen.deletions:
        message = f"{unseen.deletions} deletions were not yet accepted in Word: what they delete was left out"
        advice = "Ask for a file in which the changes are accepted or rejected."
        yield diagnose("deletions_left_out", message, document, advice=advice)
    if unseen.comments:
        yield diagnose("comments_left_out", f"{unseen.comments} comments were left out", document)
    if unseen.images:
        yield diagnose("images_left_out", f"{unseen.images} pictures were left out", document)
