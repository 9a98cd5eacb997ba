"""Where readers find things on a FirstAgenda portal."""

import re

_ID = re.compile(r"[0-9a-fA-F-]{8,40}")


def document_url(origin: str | None, document: str) -> str | None:
    """The page that shows a document. The file's own address is signed, and good for minutes only.

    None where the portal is not known, or the id is none.
    """
    if origin is None or not _ID.fullmatch(document):
        return None
    return f"{origin}/vis/pdf/bilag/{document}/?redirectDirectlyToPdf=false"


def meeting_url(origin: str, publication: str) -> str:
    """The page of an agenda or minutes. It has no anchors: what follows a ``#`` is taken for another id."""
    return f"{origin}/vis?id={publication}"
