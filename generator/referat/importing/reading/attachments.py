"""The list of documents that belong to an item."""

import re
from collections.abc import Sequence

from referat.importing.reading.pieces import Piece, placed
from referat.importing.reading.prose import Prose

_BULLET = re.compile(r"^[-*•·–]\s+")

HASH_NAME = re.compile(r"^[0-9a-f]{32,64}(\.\w{2,5})?$")
"""A name that a system made of a document's bytes, where the human one was lost."""


def attachment_list(pieces: Sequence[Piece]) -> Prose:
    """One document a line, as a Markdown list. A name that goes on in the next line (in lower case) is one name."""
    names: list[str] = []
    previous_blank = True
    for piece in pieces:
        name = _BULLET.sub("", " ".join(piece.text.split()))
        if name and names and not previous_blank and name[0].islower() and not HASH_NAME.match(name):
            names[-1] = f"{names[-1]} {name}"
        elif name:
            names.append(name)
        previous_blank = not name
    return Prose(text="\n".join(f"- {name}" for name in names), claims=placed(*pieces))


def names_in(text: str) -> tuple[str, ...]:
    """The names in a list that `attachment_list` made."""
    return tuple(line.removeprefix("- ") for line in text.split("\n") if line)
