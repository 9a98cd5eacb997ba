"""The list of documents that belong to an item."""

import re
from collections.abc import Sequence

from referat.importing.reading import rules
from referat.importing.reading.pieces import Piece, dropped, placed
from referat.importing.reading.prose import Prose
from referat.vocabulary.sections import says_no_attachments

_BULLET = re.compile(r"^[-*•·–]\s+")

HASH_NAME = re.compile(r"^[0-9a-f]{32,64}(\.\w{2,5})?$")
"""A name that a system made of a document's bytes, where the human one was lost."""

ATTACHMENTS = "Bilag"
"""The heading of a list of documents that the source has none for."""
FILE_SUFFIX = r"(?:pdf|docx?|xlsx?|pptx?|odt|rtf|zip|jpe?g|png|tiff?)"
"""How the names of files end, as a piece of a pattern without groups; to be used with ``re.IGNORECASE``."""
_FILE = re.compile(rf"\S[^\n]{{0,200}}\.{FILE_SUFFIX}", re.IGNORECASE)


def attachment_list(pieces: Sequence[Piece]) -> Prose:
    """One document a line, as a Markdown list. A name that goes on in the next line (in lower case) is one name."""
    none = [piece for piece in pieces if says_no_attachments(piece.text)]
    pieces = [piece for piece in pieces if piece not in none]
    names: list[str] = []
    previous_blank = True
    for piece in pieces:
        line = " ".join(piece.text.split())
        name = _BULLET.sub("", line)
        goes_on = name == line and not previous_blank and name[:1].islower() and not HASH_NAME.match(name)
        if name and names and goes_on:
            names[-1] = f"{names[-1]} {name}"
        elif name:
            names.append(name)
        previous_blank = not name
    return Prose(text="\n".join(f"- {name}" for name in names), claims=(*placed(*pieces), *dropped(rules.LABEL, *none)))


def names_in(text: str) -> tuple[str, ...]:
    """The names in a list that `attachment_list` made."""
    return tuple(line.removeprefix("- ") for line in text.split("\n") if line)


def split_files(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces without the names of files that they end with, and those: documents listed without a heading."""
    at = len(pieces)
    while at and (not pieces[at - 1].text.strip() or _FILE.fullmatch(pieces[at - 1].text.strip())):
        at -= 1
    files = tuple(piece for piece in pieces[at:] if piece.text.strip())
    return (tuple(pieces[:at]), files) if files else (tuple(pieces), ())
