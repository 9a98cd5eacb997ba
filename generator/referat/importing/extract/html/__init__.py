"""Saved web pages: the lines a reader sees, with what belongs to the page and not to the minutes marked by rule.

`decode` finds the encoding, `limits` refuses what is made to choke a parser, `walk` goes through the elements and
`lines` puts their text into lines; `tables`, `links`, `notes` and `page_parts` know one kind of element each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from referat.importing.diagnostics import diagnose
from referat.importing.extract.html.decode import decode
from referat.importing.extract.html.page import read_page
from referat.importing.extract.lines import refused, to_document
from referat.problems import Problem, ProblemError

if TYPE_CHECKING:
    from referat.importing.document import Document

CODE = "file_unreadable"


def extract(data: bytes, path: str) -> tuple[Document, tuple[Problem, ...]]:
    """The document that a saved page holds, and diagnostics about its encoding and what was mended.

    Raises:
        ProblemError: there is no text in it, or its elements are nested as no page's are.
    """
    text, encoding = decode(data)
    try:
        page = read_page(text)
    except ValueError as error:
        advice = "Save the page once more from a browser, or import the minutes as PDF."
        raise ProblemError(refused(CODE, f"The page cannot be read: {error}", path, advice)) from error
    document, problems = to_document(page.lines, data, path, url=page.url)
    if page.unseen:
        message = f"{page.unseen} passages that a reader of the page does not see were left out"
        advice = "Somebody may have meant to take them out. Tell the publisher that the page still holds them."
        problems = (diagnose("hidden_text", message, document, advice=advice), *problems)
    if encoding is None:
        return document, problems
    message = f"The page is not in the encoding it should be in: it was read as {encoding}"
    return document, (diagnose("encoding_guessed", message, document), *problems)
