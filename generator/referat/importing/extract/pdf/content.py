"""What the child process finds in a PDF, and hands to the parent as JSON."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Refusal(StrEnum):
    """Why a file gives no text."""

    BROKEN = "broken"
    ENCRYPTED = "encrypted"
    SCANNED = "scanned"
    TOO_LONG = "too-long"


class HiddenKind(StrEnum):
    """Why a reader of the page cannot see a text that the file holds."""

    COVERED = "covered"
    BACKGROUND = "background"
    INVISIBLE = "invisible"
    OUTSIDE = "outside"
    MARKED = "marked"
    """Somebody marked it to be removed, and nobody did: readers still see it."""


class Hidden(Struct, frozen=True):
    """Text that was held back. The text itself never leaves the child process."""

    page: int
    """From 1."""
    kind: HiddenKind
    count: int
    """How many characters."""
    line: int | None = None
    """The line of the text (from 0) that it stood on or below. None where it belongs to the paper."""


class Content(Struct, frozen=True, kw_only=True):
    """The text of a file."""

    text: str
    furniture: tuple[int, ...] = ()
    """The lines (from 0) that belong to the paper: running heads, page marks, table heads that are printed again."""
    hidden: tuple[Hidden, ...] = ()
    empty_pages: tuple[int, ...] = ()
    """Pages (from 1) that show pictures and hold no text."""


class Answer(Struct, frozen=True, kw_only=True):
    """What the child process says: either of the two."""

    content: Content | None = None
    refusal: Refusal | None = None
